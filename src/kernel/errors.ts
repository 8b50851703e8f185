/** The closed set of refusals a caller can meet. Everything else is a bug: it is masked, and logged under the request's id. */
export const refusalCodes = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'RULE_BROKEN',
  'STALE',
  'CONFLICT',
  'TOO_MANY_REQUESTS',
  'TIMEOUT',
  'UNAVAILABLE',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** What a caller is told besides the sentence: which field, which rule, which version is current. */
export interface RefusalDetails {
  readonly field?: string;
  readonly rule?: string;
  readonly currentVersion?: number;
  readonly retryAfterSeconds?: number;
  readonly fields?: readonly { readonly field: string; readonly messages: readonly string[] }[];
}

/** The only error that verbs throw on purpose; its message is a sentence for a practitioner and is shown to the caller. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly details: RefusalDetails = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Another committee's thing answers exactly as a thing that does not exist, so that existence never leaks. */
export const notFound = (what: string, field?: string): Refusal =>
  new Refusal('NOT_FOUND', `There is no such ${what}.`, field ? { field } : {});

export const forbidden = (message: string): Refusal => new Refusal('FORBIDDEN', message);

export const unauthenticated = (): Refusal =>
  new Refusal('UNAUTHENTICATED', 'Sign in first: send a valid token in the Authorization header.');

/** One answer whatever is withheld and why, so that it tells nothing of it. */
export const withheldFrom = (what: string, field?: string): Refusal =>
  new Refusal('FORBIDDEN', `This ${what} is withheld from you, so you cannot change it or build on it.`, {
    rule: 'visibility.withheld',
    ...(field ? { field } : {}),
  });

/** `rule` is the stable name a client can branch on, `field` the input that has to change. */
export const ruleBroken = (rule: string, message: string, field?: string): Refusal =>
  new Refusal('RULE_BROKEN', message, field ? { rule, field } : { rule });

export const stale = (what: string, currentVersion: number): Refusal =>
  new Refusal('STALE', `This ${what} was changed by someone else: it is now version ${currentVersion}. Read it again first.`, {
    currentVersion,
    field: 'version',
  });

export const badInput = (field: string, message: string, rule?: string): Refusal =>
  new Refusal('BAD_USER_INPUT', message, { field, ...(rule ? { rule } : {}), fields: [{ field, messages: [message] }] });
