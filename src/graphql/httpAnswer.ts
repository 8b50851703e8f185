import type { ServerResponse } from 'node:http';
import { Refusal, type RefusalCode } from '../kernel/errors';
import { formatError, refusalIn, type Reporting } from './formatError';
import type { MediaType } from './mediaType';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A request that is refused before it is GraphQL: wrong method, wrong content type, too large. */
export class HttpRefusal extends Error {
  readonly refusal: Refusal;

  constructor(
    readonly status: number,
    rule: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.refusal = new Refusal('BAD_USER_INPUT', message, { rule });
  }
}

const SECONDS_TO_WAIT = '2';

const statuses: Readonly<Record<Exclude<RefusalCode, 'BAD_USER_INPUT'>, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RULE_BROKEN: 409,
  STALE: 409,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
};

/** GraphQL over HTTP: a document that cannot be run is 400 for the newer media type, and 200 for plain JSON. */
export const requestErrorStatus = (type: MediaType): number => (type === 'application/json' ? 200 : 400);

/** What went wrong outside the execution of an operation, as an answer. */
export function answerToError(error: unknown, type: MediaType, reporting: Reporting): HttpAnswer {
  const cause = error instanceof HttpRefusal ? error.refusal : error;
  const body = JSON.stringify({ errors: [formatError(cause, reporting)] });
  if (error instanceof HttpRefusal) return { status: error.status, headers: { ...error.headers, ...contentType(type) }, body };
  const refusal = refusalIn(cause);
  return { status: statusOf(refusal, type), headers: { ...headersOf(refusal), ...contentType(type) }, body };
}

function statusOf(refusal: Refusal | undefined, type: MediaType): number {
  if (!refusal) return 500;
  return refusal.code === 'BAD_USER_INPUT' ? requestErrorStatus(type) : statuses[refusal.code];
}

function headersOf(refusal: Refusal | undefined): Record<string, string> {
  if (refusal?.code === 'UNAUTHENTICATED') return { 'www-authenticate': 'Bearer' };
  if (refusal?.code === 'TOO_MANY_REQUESTS') return { 'retry-after': String(refusal.details.retryAfterSeconds) };
  return refusal?.code === 'UNAVAILABLE' ? { 'retry-after': SECONDS_TO_WAIT } : {};
}

export const contentType = (type: MediaType): { 'content-type': string } => ({ 'content-type': `${type}; charset=utf-8` });

/** For every answer: nothing of it may be kept, sniffed, framed or run by a browser. */
export const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export function send(res: ServerResponse, { status, headers, body }: HttpAnswer): void {
  if (res.destroyed || res.headersSent) return;
  const length = status === 204 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  res.writeHead(status, { ...securityHeaders, ...headers, ...length });
  res.end(body);
}
