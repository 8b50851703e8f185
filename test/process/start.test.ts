import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyServerDatabase, onServer } from '../support/database';
import { post, runToEnd, startService, type Service } from '../support/service';

jest.setTimeout(90_000);

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-'));
let settings: Readonly<Record<string, string | undefined>>;
let service: Service;

beforeAll(async () => {
  settings = { DATA_DIR: join(folder, 'data'), DATABASE_URL: await emptyServerDatabase() };
  service = await startService(settings);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The address, headers and body of the printed curl line. */
function printedRequest(): { address: string; headers: Record<string, string>; body: string } {
  const line =
    service
      .output()
      .split('\n')
      .find((each) => each.startsWith('curl')) ?? '';
  const [, address = '', authorization = '', type = '', body = ''] =
    /^curl -s (\S+) -H 'Authorization: ([^']+)' -H 'Content-Type: ([^']+)' -d '(.*)'$/.exec(line) ?? [];
  return { address, headers: { authorization, 'content-type': type }, body };
}

test('tools may read the schema where nothing was said of it', async () => {
  const schema = { query: '{ __schema { queryType { name } } }' };
  expect(await post(service, service.token('Lead officer'), schema)).toEqual({
    data: { __schema: { queryType: { name: 'Query' } } },
    extensions: expect.anything(),
  });
});

test('the printed line follows a published finding to data points', async () => {
  const { address, headers, body } = printedRequest();
  const answer = (await (await fetch(address, { method: 'POST', headers, body })).json()) as { errors?: unknown; data: unknown };
  expect(answer.errors).toBeUndefined();
  const text = JSON.stringify(answer.data);
  expect(text).toContain('older young person');
  expect(text).toMatch(/"decision":"ADAPT".*"numerator":\d+,"denominator":\d+/);
});

test.each(['Lead officer', 'Improvement adviser', 'Dashboard reader'] as const)(
  'the printed token of the %s signs in',
  async (name) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${service.token(name)}` };
    const body = JSON.stringify({ query: '{ viewer { committee { isInvented } } }' });
    const answer = await fetch(`${service.url}/graphql`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ data: { viewer: { committee: { isInvented: true } } } });
  },
);

test.each([
  ['/explorer/', 200],
  ['/livez', 200],
  ['/readyz', 200],
  ['/nothing', 404],
])('%s answers %i', async (path, status) => {
  expect((await fetch(`${service.url}${path}`)).status).toBe(status);
});

test('a second process on the same folder is refused with one line while the first runs', async () => {
  if (onServer()) return;
  const { code, output } = await runToEnd(settings);
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toHaveLength(1);
});

test.each([
  ['a port that is in use', () => ({ PORT: new URL(service.url).port, DATA_DIR: join(folder, 'other') }), /PORT/],
  ['production without a database', () => ({ NODE_ENV: 'production', SERVICE_KEYS_ONLY: 'true' }), /DATABASE_URL/],
  [
    'production with nobody to sign people in',
    () => ({ NODE_ENV: 'production', DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' }),
    /OIDC_ISSUER/,
  ],
  [
    'production with development tokens',
    () => ({
      ...{ NODE_ENV: 'production', DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z', SERVICE_KEYS_ONLY: 'true' },
      TOKEN_SECRET: 'x7'.repeat(20),
    }),
    /TOKEN_SECRET/,
  ],
  [
    'a file of keys that is not there',
    () => ({
      ...{ DATA_DIR: join(folder, 'third'), OIDC_ISSUER: 'https://sign-in.example', OIDC_AUDIENCE: 'x' },
      OIDC_JWKS_FILE: join(folder, 'none.json'),
    }),
    /The keys of https:\/\/sign-in.example cannot be read/,
  ],
])('%s stops the start, and no token is printed', async (_, more, pattern) => {
  const { code, output } = await runToEnd(more());
  expect(code).toBe(1);
  expect(output).toMatch(pattern);
  expect(output.trim().split('\n').at(-1)).toMatch(pattern);
  expect(output).not.toMatch(/Lead officer:|\n\s+at /);
});

test('asked to stop it ends with 0, and the next start, now without its schema, loads nothing twice', async () => {
  expect(await service.kill('SIGTERM')).toBe(0);
  const again = await startService({ ...settings, INTROSPECTION: 'false' });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${again.token('Lead officer')}` };
  const body = JSON.stringify({
    query: '{ committees { totalCount } learningSources(filter: { text: "Learning Review 2024" }) { totalCount } }',
  });
  const answer = await fetch(`${again.url}/graphql`, { method: 'POST', headers, body });
  expect(await answer.json()).toMatchObject({ data: { committees: { totalCount: 1 }, learningSources: { totalCount: 1 } } });
  const schema = { query: '{ __schema { queryType { name } } }' };
  expect(await post(again, again.token('Lead officer'), schema)).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  expect(await again.kill('SIGTERM')).toBe(0);
});
