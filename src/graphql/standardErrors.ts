import { Kind, type GraphQLError } from 'graphql';

/** An error of the GraphQL language itself, in words that do not repeat a caller's values. */
export interface StandardError {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
}

const standardCodes: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const UNFIT = 'The value does not fit its type.';

/** The parts of graphql-js' messages about values that name only types and fields. */
const reasons = [
  /Field "[\w.]+" of required type "[\w![\]]+" was not provided\./,
  /Field "\w+" is not defined by type "\w+"\./,
  /Field "[\w.]+" must be non-null\./,
  /Expected non-nullable type "[\w![\]]+" not to be null\./,
  /Expected type "\w+" to be an object\./,
  /OneOf Input Object "\w+" must specify exactly one key\./,
  /Exactly one key must be specified for OneOf type "\w+"\./,
  /Expected value of type "[\w![\]]+"/,
  /Expected type "\w+"/,
  /(Int|Float|String|Boolean|ID) cannot represent [\w -]*value/,
  /Enum "\w+" cannot represent [\w-]* ?value/,
  /does not exist in "\w+" enum/,
];

const valueKinds: ReadonlySet<string> = new Set([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
]);

export function standardErrorOf(error: GraphQLError): StandardError | undefined {
  const code = String(error.extensions.code);
  if (code === 'BAD_REQUEST') return { code: 'BAD_USER_INPUT', message: error.message };
  if (code === 'OPERATION_RESOLUTION_FAILURE') return { code, message: operationMessage(error.message) };
  if (code === 'GRAPHQL_PARSE_FAILED') return { code, message: parseMessage(error.message) };
  if (standardCodes.has(code)) return { code, message: literalMessage(error) };
  return variableError(error) ?? argumentError(error);
}

/** `inputs.1.title` where a coercion error says at which place in a variable the value was. */
export function variablePath(error: GraphQLError): string | undefined {
  if (error.nodes?.[0]?.kind !== Kind.VARIABLE_DEFINITION) return undefined;
  const path = / at "(\w+(?:\.\w+|\[\d+\])*)"; /.exec(error.message)?.[1];
  return path?.replace(/\[(\d+)\]/g, '.$1') ?? error.nodes[0].variable.name.value;
}

function variableError(error: GraphQLError): StandardError | undefined {
  const field = variablePath(error);
  if (field === undefined) return undefined;
  const plain = /^Variable "\$\w+" of (required|non-null) type "[\w![\]]+" (was not provided|must not be null)\.$/;
  const message = plain.test(error.message) ? error.message : `"${field}": ${reasonIn(error.message.replace(/^.*?; /s, ''))}`;
  return { code: 'BAD_USER_INPUT', message, field };
}

/** An argument that only turns out to be missing or wrong while running, because it holds a variable. */
function argumentError(error: GraphQLError): StandardError | undefined {
  if (error.originalError) return undefined;
  const field = /^Argument "(\w+)" (of (required|non-null) type|has invalid value)/.exec(error.message)?.[1];
  return field
    ? { code: 'BAD_USER_INPUT', message: `The argument "${field}" is missing or does not fit its type.`, field }
    : undefined;
}

function literalMessage(error: GraphQLError): string {
  const kind = error.nodes?.[0]?.kind;
  return kind !== undefined && valueKinds.has(kind) ? reasonIn(error.message) : error.message;
}

const parseMessage = (message: string): string =>
  message.replace(/\b(String|BlockString|Int|Float) ".*$/s, '$1.').replace(/(Invalid number).*$/s, '$1.');

const operationMessage = (message: string): string =>
  message.startsWith('Unknown operation') ? 'The document has no operation of that name.' : message;

function reasonIn(message: string): string {
  for (const reason of reasons) {
    const found = reason.exec(message)?.[0];
    if (found) return inSentence(found);
  }
  return UNFIT;
}

function inSentence(reason: string): string {
  if (reason.startsWith('does not exist')) return `The value ${reason}.`;
  return reason.endsWith('.') ? reason : `${reason}.`;
}
