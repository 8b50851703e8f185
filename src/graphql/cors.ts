import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from './httpAnswer';

const PREFLIGHT_SECONDS = '600';

/** The headers that let a page of a configured origin read an answer; none for any other. Credentials are never allowed. */
export function corsHeaders({ headers }: IncomingMessage, origins: readonly string[]): Record<string, string> {
  if (origins.length === 0) return {};
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) return { vary: 'Origin' };
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'x-request-id, retry-after',
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Origin',
  };
}

/** The answer to a browser asking whether a page may send, when it may. */
export function preflightAnswer(req: IncomingMessage, origins: readonly string[]): HttpAnswer | undefined {
  const headers = corsHeaders(req, origins);
  if (req.method !== 'OPTIONS' || !headers['access-control-allow-origin']) return undefined;
  return {
    status: 204,
    body: '',
    headers: {
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, x-committee, x-request-id',
      'access-control-max-age': PREFLIGHT_SECONDS,
    },
  };
}
