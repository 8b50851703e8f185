import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { HttpRefusal } from './httpAnswer';
import { readJson } from './httpBody';
import { isJson, mediaTypeFor, type MediaType } from './mediaType';

export const REQUEST_ID = 'x-request-id';

/** A caller's own id is kept only when it cannot forge a line of the log. */
export function requestIdOf(req: IncomingMessage): string {
  const given = req.headers[REQUEST_ID];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

export function negotiated(req: IncomingMessage): MediaType {
  const type = mediaTypeFor(req.headers.accept);
  if (type) return type;
  throw new HttpRefusal(406, 'http.accept', 'Answers are application/graphql-response+json or application/json.');
}

/** Reads a request as Apollo wants it, having refused what a foreign page could send without a preflight. */
export async function readRequest(req: IncomingMessage, type: MediaType, bodyLimit: number): Promise<HTTPGraphQLRequest> {
  assertMethod(req.method);
  assertEncoding(req.headers['content-encoding']);
  assertContentType(req);
  const body = req.method === 'POST' ? await readJson(req, bodyLimit) : undefined;
  return { method: req.method ?? '', headers: headersFor(req, type), search: searchOf(req.url ?? ''), body };
}

/** Every text in a request that could be read as a document. */
export function documentsIn({ body, search }: HTTPGraphQLRequest): string[] {
  const inBody = (body as { query?: unknown } | undefined)?.query;
  return typeof inBody === 'string' ? [inBody] : new URLSearchParams(search).getAll('query');
}

function assertMethod(method: string | undefined): void {
  if (method === 'GET' || method === 'POST') return;
  throw new HttpRefusal(405, 'http.method', 'Send a query with POST or GET, a mutation with POST.', { allow: 'GET, POST' });
}

function assertEncoding(encoding: string | undefined): void {
  if (encoding === undefined || encoding === 'identity') return;
  throw new HttpRefusal(415, 'http.encoding', 'Send the body uncompressed.', { 'accept-encoding': 'identity' });
}

function assertContentType(req: IncomingMessage): void {
  const given = req.headers['content-type'];
  if (isJson(given) || (req.method === 'GET' && given === undefined)) return;
  throw new HttpRefusal(415, 'http.contentType', 'Send the body as application/json in UTF-8.', { accept: 'application/json' });
}

function headersFor(req: IncomingMessage, type: MediaType): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('accept', type);
  return headers;
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}
