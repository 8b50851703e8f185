import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refusal, refusalCodes, type RefusalCode, type RefusalDetails } from '../kernel/errors';
import { refusalOf } from '../store/refusals';
import { standardErrorOf, variablePath } from './standardErrors';
import { fieldsOf } from './validationFields';

/** A fault of ours, as the log keeps it: no variables and no document. */
export interface FailureLine {
  readonly event: 'request.failed';
  readonly requestId: string;
  readonly message: string;
  readonly stack?: string;
  readonly path?: string;
}

export interface Reporting {
  readonly requestId: string;
  readonly log: (line: FailureLine) => void;
}

const MOST_ERRORS_SHOWN = 5;

export const formatErrors = (errors: readonly unknown[], reporting: Reporting): GraphQLFormattedError[] =>
  errors.slice(0, MOST_ERRORS_SHOWN).map((error) => formatError(error, reporting));

/** The one translation of errors: a refusal or GraphQL's own error is told, anything else is masked and logged. */
export function formatError(error: unknown, reporting: Reporting): GraphQLFormattedError {
  const graphQLError = error instanceof GraphQLError ? error : undefined;
  const refusal = refusalIn(error);
  if (refusal) return placed(graphQLError, refusal.message, { code: refusal.code, ...shown(refusal.details, graphQLError) });
  const standard = graphQLError && standardErrorOf(graphQLError);
  if (!standard) return masked(error, graphQLError, reporting);
  const { code, message, field } = standard;
  return placed(graphQLError, message, field ? { code, field, fields: [{ field, messages: [message] }] } : { code });
}

/** What callers meant to be refused with, however deep GraphQL and Apollo have wrapped it. */
export function refusalIn(error: unknown): Refusal | undefined {
  const cause = causeOf(error);
  if (cause instanceof Refusal) return cause;
  if (cause instanceof GraphQLError) return validationRefusal(cause, error) ?? authored(cause);
  return refusalOf(cause);
}

function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

function validationRefusal(cause: GraphQLError, error: unknown): Refusal | undefined {
  const { validationErrors } = cause.extensions;
  if (validationErrors === undefined) return undefined;
  const fields = fieldsOf(validationErrors, error instanceof GraphQLError ? error.nodes : undefined);
  const first = fields[0];
  const message = first ? `The input is not right: ${first.field}: ${first.messages.join('; ')}.` : 'The input is not right.';
  return new Refusal('BAD_USER_INPUT', message, { fields, ...(first ? { field: first.field } : {}) });
}

/** Scalars and type-graphql refuse with a GraphQLError of their own, whose sentence is meant for the caller. */
function authored({ message, extensions }: GraphQLError): Refusal | undefined {
  const code = extensions.code === 'UNAUTHORIZED' ? 'FORBIDDEN' : extensions.code;
  if (!refusalCodes.includes(code as RefusalCode)) return undefined;
  const { field, rule } = extensions;
  return new Refusal(code as RefusalCode, message, {
    ...(typeof field === 'string' ? { field } : {}),
    ...(typeof rule === 'string' ? { rule } : {}),
  });
}

/** A scalar cannot know where its value stood; the error around it can. */
function shown(details: RefusalDetails, error: GraphQLError | undefined): RefusalDetails {
  const path = error && variablePath(error);
  return path === undefined ? details : { ...details, field: path };
}

function masked(error: unknown, graphQLError: GraphQLError | undefined, { requestId, log }: Reporting): GraphQLFormattedError {
  const cause = causeOf(error);
  const path = graphQLError?.path?.join('.');
  log({
    event: 'request.failed',
    requestId,
    message: cause instanceof Error ? cause.message : 'Something that is no Error was thrown.',
    ...(cause instanceof Error && cause.stack ? { stack: cause.stack } : {}),
    ...(path ? { path } : {}),
  });
  return placed(graphQLError, `Something went wrong on our side. Quote this request id: ${requestId}`, {
    code: 'INTERNAL_SERVER_ERROR',
  });
}

function placed(error: GraphQLError | undefined, message: string, extensions: object): GraphQLFormattedError {
  return {
    message,
    ...(error?.locations ? { locations: error.locations } : {}),
    ...(error?.path ? { path: error.path } : {}),
    extensions: { ...extensions },
  };
}
