import { serverAudits } from 'graphql-http';
import { post, sendTo, startToy, TOKEN, type ToyServer } from './toy';

let toy: ToyServer;

beforeAll(async () => {
  toy = await startToy();
});

afterAll(() => toy.close());

const get = (parameters: Record<string, string>, init: RequestInit = {}) =>
  sendTo(`${toy.url}?${new URLSearchParams(parameters).toString()}`, init);

describe('GraphQL over HTTP', () => {
  const signedIn = (input: string, init: RequestInit = {}) =>
    fetch(input, { ...init, headers: { ...(init.headers as Record<string, string>), authorization: TOKEN } });
  const audits = serverAudits({ url: () => toy.url, fetchFn: signedIn });

  test('there are 61 audits', () => expect(audits).toHaveLength(61));

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});

describe('ordinary requests', () => {
  test('a query by POST tells its cost, and every context is ended', async () => {
    const before = { ...toy.contexts };
    const answer = await post(toy.url, { query: '{ viewer { name sources(first: 2) { nodes { id } } } }' });
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ viewer: { name: 'Ailsa', sources: { nodes: [{ id: '1' }] } } });
    expect(answer.extensions).toEqual({ cost: { requested: 4, limit: 10_000 } });
    expect(toy.contexts).toEqual({ opened: before.opened + 1, ended: before.ended + 1 });
  });

  test.each([
    ['__typename only', { query: '{ __typename }' }, { __typename: 'Query' }],
    [
      'a mutation',
      { query: 'mutation { record(input: { title: "t" }) { source { id } } }' },
      { record: { source: { id: '1' } } },
    ],
    [
      'one of several operations',
      { query: 'query A { echo } query B { __typename }', operationName: 'B' },
      { __typename: 'Query' },
    ],
    [
      '@skip and @include',
      { query: 'query($no: Boolean!) { echo @include(if: $no) __typename }', variables: { no: false } },
      { __typename: 'Query' },
    ],
  ])('%s', async (_name, body, data) => {
    const answer = await post(toy.url, body);
    expect([answer.status, answer.data]).toEqual([200, data]);
  });

  test('a query by GET, with variables', async () => {
    const answer = await get({ query: 'query($n: Int) { sources(first: $n) { totalCount } }', variables: '{"n":3}' });
    expect([answer.status, answer.data]).toEqual([200, { sources: { totalCount: 1 } }]);
  });

  test('every answer has the security headers, a request id, and no CORS header', async () => {
    for (const answer of [
      await post(toy.url, { query: '{ echo }' }),
      await post(toy.url, 'not json'),
      await sendTo(toy.url, { method: 'PUT' }),
    ]) {
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test.each([
    ['abc-12345', true],
    ['<script>alert(1)</script>', false],
    ['short', false],
  ])("a caller's own request id %s is kept: %s", async (id, kept) => {
    const answer = await post(toy.url, { query: '{ echo }' }, { 'x-request-id': id });
    expect(answer.headers.get('x-request-id') === id).toBe(kept);
  });
});

describe('signing in', () => {
  test.each([[''], ['Bearer wrong']])('a token of %j is 401 with a challenge', async (authorization) => {
    const answer = await post(toy.url, { query: '{ __schema { types { name } } }' }, { authorization });
    expect(answer.status).toBe(401);
    expect(answer.errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.data).toBeUndefined();
  });

  test('401 for plain JSON too', async () => {
    const answer = await post(toy.url, { query: '{ echo }' }, { authorization: '', accept: 'application/json' });
    expect(answer.status).toBe(401);
  });
});

describe('errors while running', () => {
  test('a refusal is told beside the data', async () => {
    const answer = await post(toy.url, { query: '{ echo fail(how: "refusal") }' });
    expect([answer.status, answer.data]).toEqual([200, { echo: 'echoed', fail: null }]);
    expect(answer.errors).toEqual([
      {
        message: 'An action needs a finding.',
        path: ['fail'],
        locations: [{ line: 1, column: 8 }],
        extensions: { code: 'RULE_BROKEN', rule: 'action.orphan', field: 'input.findingIds' },
      },
    ]);
  });

  test.each([
    ['{ fail(how: "secret") }', 'INTERNAL_SERVER_ERROR'],
    ['{ fail(how: "nothing") }', 'INTERNAL_SERVER_ERROR'],
    ['{ needed }', 'INTERNAL_SERVER_ERROR'],
    ['{ fail(how: "database") }', 'BAD_USER_INPUT'],
  ])('%s is %s and gives nothing away', async (query, code) => {
    const logged = toy.lines.length;
    const answer = await post(toy.url, { query });
    expect(answer.errors[0]?.extensions).toEqual({ code });
    expect(answer.text).not.toMatch(/hunter2|stack/);
    if (code !== 'INTERNAL_SERVER_ERROR') return;
    const id = answer.headers.get('x-request-id');
    expect(answer.errors[0]?.message).toBe(`Something went wrong on our side. Quote this request id: ${id}`);
    expect(toy.lines.slice(logged)).toMatchObject([{ event: 'request.failed', requestId: id }]);
  });

  test('variables of the wrong type are told without their values', async () => {
    const answer = await post(toy.url, { query: 'query($n: Int) { echo(count: $n) }', variables: { n: 'hunter2' } });
    expect([answer.status, answer.errors[0]?.extensions]).toEqual([
      400,
      {
        code: 'BAD_USER_INPUT',
        field: 'n',
        fields: [{ field: 'n', messages: ['"n": Int cannot represent non-integer value.'] }],
      },
    ]);
    expect(answer.text).not.toContain('hunter2');
  });

  test('an operation that is not there is not repeated', async () => {
    const answer = await post(toy.url, { query: 'query A { echo }', operationName: 'hunter2' });
    expect([answer.status, answer.errors[0]?.message]).toEqual([400, 'The document has no operation of that name.']);
  });
});
