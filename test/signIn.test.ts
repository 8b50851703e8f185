import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { issueToken } from '../src/access/tokens';
import { startApi, testSecret, type TestApi, type TestCommittee } from './support/api';

let api: TestApi;
let committee: TestCommittee;
let server: Server;
let url: string;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
  server = createServer((req, res) => void api.app.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await api.close();
});

const HOUR = 3600;
const post = (authorization?: string) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify({ query: '{ viewer { role committee { id } member { displayName } can(verb: "recordFinding") } }' }),
  });

const tokenFor = (facts: object = {}, secret = testSecret, validFor = HOUR) =>
  issueToken(secret, { ...committee.actor('LEAD_OFFICER'), ...facts }, api.clock.now, validFor);

test('a valid token says who you are', async () => {
  const answer = await post(`Bearer ${await tokenFor()}`);
  expect(await answer.json()).toMatchObject({
    data: {
      viewer: { role: 'LEAD_OFFICER', committee: { id: committee.globalId }, member: { displayName: 'LEAD_OFFICER' }, can: true },
    },
  });
});

const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"x"}').toString('base64url')}.`;
const withClaims = (claims: object, audience = 'golden-thread-api') => {
  const { id, committeeId } = committee.actor('LEAD_OFFICER');
  const now = Math.floor(api.clock.now.getTime() / 1000);
  return new SignJWT({ kind: 'PERSON', committee: committeeId, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setIssuer('golden-thread')
    .setAudience(audience)
    .setExpirationTime(now + HOUR)
    .sign(new TextEncoder().encode(testSecret));
};

test.each<[string, () => Promise<string | undefined>]>([
  ['no token', () => Promise.resolve(undefined)],
  ['another scheme', () => Promise.resolve('Basic dXNlcjpwYXNz')],
  ['nonsense', () => Promise.resolve('Bearer nonsense')],
  ['an unsigned token', () => Promise.resolve(`Bearer ${unsigned}`)],
  [
    'a token signed with another secret',
    async () => `Bearer ${await tokenFor({}, 'another secret that is long enough, 0123456789')}`,
  ],
  ['an expired token', async () => `Bearer ${await tokenFor({}, testSecret, -1)}`],
  ['a token for another audience', async () => `Bearer ${await withClaims({}, 'another-api')}`],
  ['a token of a kind that does not exist', async () => `Bearer ${await withClaims({ kind: 'ROBOT' })}`],
  ['a token that names nobody', async () => `Bearer ${await tokenFor({ id: '00000000-0000-4000-8000-000000000000' })}`],
  ['a token with an id that is none', async () => `Bearer ${await tokenFor({ id: `' or true --` })}`],
  [
    'a token that names another committee',
    async () => `Bearer ${await tokenFor({ committeeId: (await api.newCommittee()).id })}`,
  ],
])('%s is refused with one answer', async (_, authorization) => {
  const answer = await post(await authorization());
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  const { errors, data } = (await answer.json()) as { errors: { message: string; extensions: object }[]; data?: unknown };
  expect(data).toBeUndefined();
  expect(errors).toEqual([
    { message: 'Sign in first: send a valid token in the Authorization header.', extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('a member whose time has ended is refused at once, with a token that is still valid', async () => {
  const leaver = await api.newCommittee();
  const token = await issueToken(testSecret, leaver.actor('MEMBER'), api.clock.now, HOUR);
  expect((await post(`Bearer ${token}`)).status).toBe(200);
  await api.sql(`update member set ended_on = '2026-09-14' where id = $1`, [leaver.actor('MEMBER').id]);
  expect((await post(`Bearer ${token}`)).status).toBe(401);
});
