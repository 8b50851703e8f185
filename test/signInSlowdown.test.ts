import { issueToken } from '../src/access/tokens';
import type { SlowedDown } from '../src/access/refusedSignIns';
import { addDashboard } from './support/access';
import { startApi, testSecret, type TestApi, type TestCommittee } from './support/api';
import { testDatabase } from './support/database';
import { listening, type Listening } from './support/door';

/*
 * Refused sign-ins over HTTP, behind one proxy that says where each request comes from.
 */
let api: TestApi;
let http: Listening;
let committee: TestCommittee;
const statements: string[] = [];
const slowed: SlowedDown[] = [];

beforeAll(async () => {
  await testDatabase((sql) => statements.push(sql));
  api = await startApi({
    signInRefusals: { perAddress: 6, perKey: 3 },
    trustedProxies: 1,
    onSlowedDown: (each) => slowed.push(each),
  });
  http = await listening(api.app);
  committee = await api.newCommittee();
});
beforeEach(() => {
  slowed.length = 0;
  api.clock.now = new Date(api.clock.now.getTime() + 60_000);
});
afterAll(async () => {
  await http.stop();
  await api.close();
});

const from = (address: string, authorization?: string) => http.post({ 'x-forwarded-for': address, authorization });
const token = async () => `Bearer ${await issueToken(testSecret, committee.actor('CHAIR'), api.clock.now, 3600)}`;
const statusesOf = async (answers: Promise<Response>[]) => (await Promise.all(answers)).map(({ status }) => status);
const wrong = (key: string) => `Bearer ${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;

test('a wrong key is slowed down where it comes from; the right one goes on from elsewhere', async () => {
  const { key, keyId } = await addDashboard(api, committee);
  for (let time = 0; time < 3; time += 1) expect((await from('192.0.2.1', wrong(key))).status).toBe(401);
  const answer = await from('192.0.2.1', wrong(key));
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('www-authenticate')]).toEqual([429, '60', null]);
  expect(await answer.json()).toEqual({
    errors: [
      {
        message: 'Too many sign-ins from here were refused: wait 60 seconds.',
        extensions: { code: 'TOO_MANY_REQUESTS', rule: 'signIn.refusedOften', retryAfterSeconds: 60 },
      },
    ],
  });
  expect(await statusesOf([from('192.0.2.1', `Bearer ${key}`), from('192.0.2.2', `Bearer ${key}`)])).toEqual([429, 200]);
  expect(slowed).toEqual([{ address: '192.0.2.1', keyId, refused: 3 }]);
  expect(JSON.stringify(slowed)).not.toContain(key.slice(-43));
});

test('an address that brings one wrong thing after another waits, and then may come in again', async () => {
  for (const each of [
    'Bearer nonsense',
    'Basic ***',
    'Token x',
    'Bearer a.b.c',
    `Bearer gtk_${'0'.repeat(32)}_${'A'.repeat(43)}`,
    'Bearer ',
  ])
    expect((await from('192.0.2.3', each)).status).toBe(401);
  expect(await statusesOf([from('192.0.2.3', await token()), from('192.0.2.4', await token())])).toEqual([429, 200]);
  api.clock.now = new Date(api.clock.now.getTime() + 60_000);
  expect((await from('192.0.2.3', await token())).status).toBe(200);
});

test('whoever brings nothing tries nothing, and whoever comes in is not counted', async () => {
  for (let time = 0; time < 8; time += 1) expect((await from('192.0.2.5')).status).toBe(401);
  for (let time = 0; time < 8; time += 1) expect((await from('192.0.2.5', await token())).status).toBe(200);
  expect(slowed).toEqual([]);
});

test('charts are another door to the same counting', async () => {
  const address = { 'x-forwarded-for': '192.0.2.6', authorization: 'Bearer nonsense' };
  const chart = () => http.at('/charts/bm8tc3VjaA.svg', address);
  for (let time = 0; time < 6; time += 1) expect((await chart()).status).toBe(401);
  expect((await chart()).status).toBe(429);
});

test('an unknown key costs as many statements as a known one with another secret, and neither shows in an answer', async () => {
  const { key } = await addDashboard(api, committee);
  const { key: expired } = await addDashboard(api, committee, { days: -1 });
  const unknown = `Bearer gtk_${'0'.repeat(32)}_${'A'.repeat(43)}`;
  const answers: string[] = [];
  const counts: number[] = [];
  for (const [index, authorization] of [wrong(key), unknown, `Bearer ${expired}`].entries()) {
    statements.length = 0;
    const answer = await from(`198.51.100.${index}`, authorization);
    counts.push(statements.length);
    answers.push(await answer.text());
  }
  expect(new Set(counts).size).toBe(1);
  expect(new Set(answers).size).toBe(1);
});
