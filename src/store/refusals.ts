import { Refusal } from '../kernel/errors';

/** What PostgreSQL, its driver or the network say about a failed statement, as far as it is there. */
interface Failure {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly message?: unknown;
}

/** Our triggers and constraints carry the name of the rule they keep: `action.orphan`. */
const ruleName = /^[a-z][a-zA-Z]*(\.[a-zA-Z]+)+$/;

/** PostgreSQL's own wording names tables and can echo values, so it is never shown. */
const databaseWording = /^(new row for relation|insert or update on table|update or delete on table|null value in column)/;

const networkCodes: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);

const lostConnection =
  /timeout exceeded when trying to connect|^Connection terminated|^Client has encountered a connection error/;

const TOO_DEEP = '54001';
const LOCK_TIMEOUT = '55P03';
const IDLE_IN_TRANSACTION = '25P03';

/** The refusal that a failed statement amounts to, or undefined when it is a fault of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  for (const failure of failuresIn(error)) {
    const refusal = refusalOfFailure(failure);
    if (refusal) return refusal;
  }
  return undefined;
}

/** TypeORM wraps the driver's error, and Node wraps the error of each address it tried. */
function failuresIn(error: unknown, depth = 0): Failure[] {
  if (typeof error !== 'object' || error === null || depth > 3) return [];
  const { driverError, cause } = error as { driverError?: unknown; cause?: unknown };
  return [...failuresIn(driverError, depth + 1), error, ...failuresIn(cause, depth + 1)];
}

function refusalOfFailure(failure: Failure): Refusal | undefined {
  const message = typeof failure.message === 'string' ? failure.message : '';
  if (message === 'Query read timeout') return timeout();
  if (lostConnection.test(message)) return unavailable();
  return typeof failure.code === 'string' ? refusalOfCode(failure.code, failure, message) : undefined;
}

function refusalOfCode(code: string, failure: Failure, message: string): Refusal | undefined {
  if (networkCodes.has(code) || /^(08...|53...|57P0.)$/.test(code)) return unavailable();
  if (code === '57014' || code === IDLE_IN_TRANSACTION) return timeout();
  if (/^22...$/.test(code) || code === TOO_DEEP) return unfit();
  if (code === '42501') return new Refusal('FORBIDDEN', 'You may not do this here.');
  if (code === '40001' || code === '40P01' || code === LOCK_TIMEOUT) return busy();
  return refusalOfConstraint(code, failure, message);
}

function refusalOfConstraint(code: string, failure: Failure, message: string): Refusal | undefined {
  const { constraint } = failure;
  const rule = typeof constraint === 'string' && ruleName.test(constraint) ? constraint : undefined;
  if (code === '23505' || code === '23P01') return duplicate(rule);
  if (rule && ['P0001', '23503', '23514'].includes(code)) return broken(rule, message);
  return code === '23503' || code === '23514' ? unfit() : undefined;
}

const broken = (rule: string, message: string): Refusal =>
  new Refusal('RULE_BROKEN', databaseWording.test(message) ? `This would break the rule "${rule}".` : message, { rule });

const duplicate = (rule: string | undefined): Refusal =>
  new Refusal('CONFLICT', 'There is already one like this, and there can be only one.', rule ? { rule } : {});

const busy = (): Refusal => new Refusal('CONFLICT', 'Someone else is changing the same thing just now. Please try again.');

const unfit = (): Refusal => new Refusal('BAD_USER_INPUT', 'One of the values sent is not one that can be kept.');

const timeout = (): Refusal => new Refusal('TIMEOUT', 'This took too long and was stopped. Ask for less, or try again later.');

const unavailable = (): Refusal =>
  new Refusal('UNAVAILABLE', 'The service cannot reach its database just now. Please try again soon.');
