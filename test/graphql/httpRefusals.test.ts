import { gzipSync } from 'node:zlib';
import { sendTo, startToy, type ToyServer } from './toy';

let toy: ToyServer;

beforeAll(async () => {
  toy = await startToy();
});

afterAll(() => toy.close());

const get = (parameters: Record<string, string>, init: RequestInit = {}) =>
  sendTo(`${toy.url}?${new URLSearchParams(parameters).toString()}`, init);

describe('requests refused before they are GraphQL', () => {
  const json = { 'content-type': 'application/json' };
  const query = JSON.stringify({ query: '{ echo }' });

  test.each([
    [
      'a form',
      { method: 'POST', body: 'query={echo}', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'http.contentType',
    ],
    [
      'multipart',
      { method: 'POST', body: '--x', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      415,
      'http.contentType',
    ],
    ['plain text', { method: 'POST', body: query, headers: { 'content-type': 'text/plain' } }, 415, 'http.contentType'],
    ['no content type', { method: 'POST', body: new Uint8Array(Buffer.from(query)) }, 415, 'http.contentType'],
    [
      'another charset',
      { method: 'POST', body: query, headers: { 'content-type': 'application/json; charset=utf-16' } },
      415,
      'http.contentType',
    ],
    [
      'a content type that only begins well',
      { method: 'POST', body: query, headers: { 'content-type': 'application/jsonx' } },
      415,
      'http.contentType',
    ],
    ['gzip', { method: 'POST', body: gzipSync(query), headers: { ...json, 'content-encoding': 'gzip' } }, 415, 'http.encoding'],
    [
      'a gzip bomb',
      { method: 'POST', body: gzipSync(Buffer.alloc(8_000_000)), headers: { ...json, 'content-encoding': 'gzip' } },
      415,
      'http.encoding',
    ],
    ['malformed JSON', { method: 'POST', body: '{"query":', headers: json }, 400, 'http.json'],
    ['no body', { method: 'POST', headers: json }, 400, 'http.json'],
    ['bytes that are not UTF-8', { method: 'POST', body: new Uint8Array([0x22, 0xff, 0x22]), headers: json }, 400, 'http.json'],
    ['a JSON text', { method: 'POST', body: '"query"', headers: json }, 400, 'http.json'],
    ['a batch', { method: 'POST', body: `[${query},${query}]`, headers: json }, 400, 'http.batch'],
    ['a body of 8 MB', { method: 'POST', body: ' '.repeat(8_000_000), headers: json }, 413, 'limit.bodyBytes'],
    ['PUT', { method: 'PUT', body: query, headers: json }, 405, 'http.method'],
    ['DELETE', { method: 'DELETE' }, 405, 'http.method'],
    [
      'a preflight',
      { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } },
      405,
      'http.method',
    ],
    ['an Accept that is neither', { method: 'POST', body: query, headers: { ...json, accept: 'text/html' } }, 406, 'http.accept'],
  ])('%s', async (_name, init: RequestInit, status, rule) => {
    const before = toy.contexts.opened;
    const answer = await sendTo(toy.url, init);
    expect([answer.status, answer.errors[0]?.extensions]).toEqual([status, { code: 'BAD_USER_INPUT', rule }]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
    expect(answer.text).not.toMatch(/\bat .*\.(ts|js):\d+/);
    expect(toy.contexts.opened).toBe(before);
  });

  test('a body that grows past the limit without saying so', async () => {
    const chunk = new TextEncoder().encode(' '.repeat(64 * 1024));
    let left = 20;
    const body = new ReadableStream({ pull: (stream) => (left-- > 0 ? stream.enqueue(chunk) : stream.close()) });
    const answer = await sendTo(toy.url, { method: 'POST', body, headers: json, duplex: 'half' });
    expect(answer.status).toBe(413);
  });

  test('405 says what is allowed', async () => {
    expect((await sendTo(toy.url, { method: 'PATCH' })).headers.get('allow')).toBe('GET, POST');
  });

  test.each([
    ['a mutation by GET', { query: 'mutation { record(input: { title: "t" }) { source { id } } }' }, 405],
    ['GET without a query', {}, 400],
    ['GET with variables that are not JSON', { query: '{ echo }', variables: '{' }, 400],
  ])('%s', async (_name, parameters: Record<string, string>, status) => {
    const answer = await get(parameters);
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([status, 'BAD_USER_INPUT']);
  });

  test('GET with the content type of a form', async () => {
    const answer = await get({ query: '{ echo }' }, { headers: { 'content-type': 'text/plain' } });
    expect(answer.status).toBe(415);
  });

  test('a browser gets no landing page', async () => {
    const answer = await get({}, { headers: { accept: 'text/html,*/*;q=0.1' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
  });
});
