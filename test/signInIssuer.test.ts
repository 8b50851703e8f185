import { createHmac } from 'node:crypto';
import { type CryptoKey, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { issueToken } from '../src/access/tokens';
import { toGlobalId } from '../src/kernel/globalId';
import { addDashboard, issueKey, linkAccount } from './support/access';
import { startApi, testSecret, type TestApi, type TestCommittee } from './support/api';
import { audience, startIssuer, type TestIssuer } from './support/issuer';
import { listening, type Listening } from './support/door';

/*
 * Everything that can be wrong with what someone presents, over HTTP and against a real issuer: one answer for all of it.
 */
let issuer: TestIssuer;
let api: TestApi;
let http: Listening;
let committee: TestCommittee;

beforeAll(async () => {
  issuer = await startIssuer();
  const settings = { audiences: [audience], algorithms: ['RS256', 'ES256'], clockSkewSeconds: 30, subjectClaims: ['sub'] };
  api = await startApi({ issuers: [{ issuer: issuer.url, ...settings }] });
  api.clock.now = new Date();
  http = await listening(api.app);
  committee = await api.newCommittee();
  await linkAccount(api, committee, { issuer: issuer.url, subject: 'lead-officer' });
});
afterAll(async () => {
  await http.stop();
  await api.close();
  await issuer.stop();
});

const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` });
const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
const now = () => Math.floor(api.clock.now.getTime() / 1000);
const spoilt = async (claims: object, header?: object) =>
  bearer(await issuer.sign({ ...issuer.claims('lead-officer'), ...claims }, header));
const seen = async (headers: Record<string, string | undefined>) => {
  const answer = await http.post(headers);
  const { errors, data } = (await answer.json()) as { errors?: { message: string; extensions: object }[]; data?: unknown };
  return { status: answer.status, errors, data };
};

test('the token of a person who is linked signs them in, in the role they have here', async () => {
  expect(await seen(bearer(await issuer.token('lead-officer')))).toEqual({
    status: 200,
    data: { viewer: { role: 'LEAD_OFFICER', committee: { id: committee.globalId } } },
  });
});

test('the issuer itself signs what it would not make: spoilt in nothing, it is taken', async () => {
  expect((await seen(await spoilt({}))).status).toBe(200);
});

async function forged(how: (key: CryptoKey) => Promise<string>) {
  return bearer(await how((await generateKeyPair('RS256')).privateKey));
}
const ended = async (change: string) => {
  const { key, keyId } = await addDashboard(api, committee);
  expect((await seen(bearer(key))).status).toBe(200);
  await api.sql(change, [keyId]);
  return bearer(key);
};
const swapped = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const bad: [string, () => Promise<Record<string, string | undefined>>][] = [
  ['nothing', async () => ({})],
  ['an empty token', async () => ({ authorization: 'Bearer ' })],
  ['another scheme', async () => ({ authorization: `Token ${await issuer.token('lead-officer')}` })],
  ['a token of somebody who is not linked', async () => bearer(await issuer.token('stranger'))],
  [
    'a token for another audience',
    async () => bearer(await issuer.token('lead-officer', { resource: 'https://other.example/api' })),
  ],
  ['no audience', () => spoilt({ aud: undefined })],
  ['an issuer that is not trusted', () => spoilt({ iss: 'https://other.example' })],
  ['an issuer that is nearly the trusted one', () => spoilt({ iss: `${issuer.url}/` })],
  ['no issuer', () => spoilt({ iss: undefined })],
  ['an expired token', () => spoilt({ exp: now() - 31 })],
  ['a token that never expires', () => spoilt({ exp: undefined })],
  ['an expiry that is no time', () => spoilt({ exp: 'tomorrow' })],
  ['a token of tomorrow', () => spoilt({ nbf: now() + 86_400 })],
  ['no subject', () => spoilt({ sub: undefined })],
  ['an empty subject', () => spoilt({ sub: '' })],
  ['a subject that is no text', () => spoilt({ sub: ['lead-officer'] })],
  ['a subject that is SQL', () => spoilt({ sub: "' or true --" })],
  ['an ID token, by its header', () => spoilt({}, { typ: 'id_token+jwt' })],
  ['an ID token, as Keycloak marks it', () => spoilt({ typ: 'ID' }, { typ: 'JWT' })],
  ['an ID token, by the hash of its access token', () => spoilt({ at_hash: 'abc' }, { typ: 'JWT' })],
  ['a refresh token', () => spoilt({ typ: 'Refresh' }, { typ: 'JWT' })],
  ['a logout token', () => spoilt({}, { typ: 'logout+jwt' })],
  ['an unknown key', () => spoilt({}, { kid: 'made-up' })],
  ['a header that must be understood and is not', () => spoilt({}, { crit: ['x'], x: 1 })],
  [
    'a tampered payload',
    async () => {
      const [header, , signature] = (await issuer.token('stranger')).split('.');
      return bearer(`${header}.${part(issuer.claims('lead-officer'))}.${signature}`);
    },
  ],
  [
    'a tampered signature',
    async () => bearer(swapped(await issuer.token('lead-officer'), -20 + (await issuer.token('lead-officer')).length)),
  ],
  ['no signature', async () => bearer((await issuer.token('lead-officer')).replace(/[^.]+$/, ''))],
  ['alg none', async () => bearer(`${part({ alg: 'none' })}.${part(issuer.claims('lead-officer'))}.`)],
  [
    'alg none, with the real signature',
    async () =>
      bearer(
        `${part({ alg: 'none' })}.${part(issuer.claims('lead-officer'))}.${(await issuer.token('lead-officer')).split('.')[2]}`,
      ),
  ],
  [
    'HS256 with the public key as the secret',
    async () => {
      const jwk = await issuer.publicKey();
      const secret = await exportSPKI((await importJWK({ ...jwk, ext: true }, 'RS256')) as CryptoKey);
      const text = `${part({ alg: 'HS256', typ: 'at+jwt', kid: jwk.kid })}.${part(issuer.claims('lead-officer'))}`;
      return bearer(`${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
    },
  ],
  [
    'a key of its own, under the name of the real one',
    async () => {
      const { kid } = await issuer.publicKey();
      const token = new SignJWT(issuer.claims('lead-officer')).setProtectedHeader({ alg: 'RS256', kid, typ: 'at+jwt' });
      return forged((key) => token.sign(key));
    },
  ],
  [
    'a key that it brings along',
    async () => {
      const jwk = await issuer.publicKey();
      const token = new SignJWT(issuer.claims('lead-officer')).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', jwk });
      return forged((key) => token.sign(key));
    },
  ],
  [
    'a token of the issuer that claims to be ours',
    () => spoilt({ iss: 'golden-thread', aud: 'golden-thread-api', kind: 'PERSON' }),
  ],
  [
    'a link that has ended',
    async () => {
      await linkAccount(api, committee, { issuer: issuer.url, subject: 'second-person', role: 'MEMBER' });
      expect((await seen(bearer(await issuer.token('second-person')))).status).toBe(200);
      await api.sql(`update member_identity set ended_at = now() where subject = 'second-person'`);
      return bearer(await issuer.token('second-person'));
    },
  ],
  [
    'a membership that has ended',
    async () => {
      const left = await api.newCommittee();
      await linkAccount(api, left, { issuer: issuer.url, subject: 'second-person' });
      expect((await seen(bearer(await issuer.token('second-person')))).status).toBe(200);
      await api.sql(`update member set ended_on = current_date - 2 where id = $1`, [left.actor('LEAD_OFFICER').id]);
      return bearer(await issuer.token('second-person'));
    },
  ],
  [
    'a development token with another secret',
    async () => bearer(await issueToken('x'.repeat(40), committee.actor('CHAIR'), new Date(), 60)),
  ],
  ['a key that does not exist', async () => bearer(`gtk_${'0'.repeat(32)}_${'A'.repeat(43)}`)],
  ['a key with another secret', async () => bearer(swapped((await addDashboard(api, committee)).key, 60))],
  [
    'a key with another id',
    async () => bearer(swapped((await addDashboard(api, committee)).key, 60).replace(/_[0-9a-f]{32}_/, `_${'1'.repeat(32)}_`)),
  ],
  ['a key that is cut short', async () => bearer((await addDashboard(api, committee)).key.slice(0, -1))],
  ['a key in capitals', async () => bearer((await addDashboard(api, committee)).key.toUpperCase())],
  ['the stored hash as a key', async () => bearer(`gtk_${(await addDashboard(api, committee)).keyId}_${'f'.repeat(43)}`)],
  ['a key that has expired', async () => bearer((await addDashboard(api, committee, { days: -1 })).key)],
  ['a revoked key', () => ended(`update service_key set revoked_at = now(), revoked_reason = 'seen' where key_id = $1`)],
  [
    'a key of an account that has ended',
    () =>
      ended(
        `update service_account set ended_on = current_date - 2 where id = (select service_account_id from service_key where key_id = $1)`,
      ),
  ],
  ['a key as the user of Basic', async () => basic((await addDashboard(api, committee)).key, '')],
  [
    'a key under the id of another',
    async () => basic((await addDashboard(api, committee)).keyId, (await addDashboard(api, committee)).key),
  ],
  ['a key without its id', async () => basic('', (await addDashboard(api, committee)).key)],
  ['a token by Basic', async () => basic('lead-officer', await issuer.token('lead-officer'))],
  ['Basic that is not base64', async () => ({ authorization: 'Basic ***' })],
];

test.each(bad)('%s: refused, with the one answer', async (_, headersOf) => {
  const headers = await headersOf();
  for (const more of [{}, { 'x-committee': committee.globalId }]) {
    const answer = await http.post({ ...headers, ...more });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.text()).toBe(
      '{"errors":[{"message":"Sign in first: send a valid token in the Authorization header.","extensions":{"code":"UNAUTHENTICATED"}}]}',
    );
  }
});

describe('one person, several committees', () => {
  let second: TestCommittee;

  beforeAll(async () => {
    second = await api.newCommittee();
    for (const [each, role] of [
      [committee, 'IMPROVEMENT_ADVISER'],
      [second, 'MEMBER'],
    ] as const) {
      await linkAccount(api, each, { issuer: issuer.url, subject: 'stranger', role });
    }
  });

  test('the header says which one; each has its own role', async () => {
    const token = bearer(await issuer.token('stranger'));
    expect((await seen({ ...token, 'x-committee': committee.globalId })).data).toMatchObject({
      viewer: { role: 'IMPROVEMENT_ADVISER' },
    });
    expect((await seen({ ...token, 'x-committee': second.globalId })).data).toMatchObject({
      viewer: { role: 'MEMBER', committee: { id: second.globalId } },
    });
  });

  test('without the header the answer says what is missing, and which there are', async () => {
    const { errors, data } = await seen(bearer(await issuer.token('stranger')));
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'x-committee', rule: 'committee.notChosen' } }]);
    expect(errors?.[0]?.message).toContain(`${second.globalId} (Committee ${second.id})`);
  });

  test('a committee that is not theirs answers as one that there is not', async () => {
    const theirs = await api.newCommittee();
    const token = bearer(await issuer.token('stranger'));
    const answers = await Promise.all(
      [theirs.globalId, toGlobalId('Committee', '00000000-0000-4000-8000-000000000000'), 'nonsense', ''].map((id) =>
        seen({ ...token, 'x-committee': id }),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'FORBIDDEN', rule: 'committee.notYours' } }],
    });
  });

  test('whoever acts for one committee cannot ask for another, with a key or a token', async () => {
    const { key } = await addDashboard(api, committee);
    for (const token of [key, await issuer.token('lead-officer')]) {
      expect((await seen({ ...bearer(token), 'x-committee': second.globalId })).status).toBe(403);
      expect((await seen({ ...bearer(token), 'x-committee': committee.globalId })).status).toBe(200);
    }
  });
});

test('in production a development token is refused as any other', async () => {
  const live = await startApi({ production: true, tokenSecret: testSecret });
  live.clock.now = new Date();
  const door = await listening(live.app);
  const token = await issueToken(testSecret, committee.actor('CHAIR'), live.clock.now, 3600);
  expect((await seen(bearer(token))).status).toBe(200);
  expect((await door.post(bearer(token))).status).toBe(401);
  expect((await door.post(bearer((await issueKey(committee, { expiresOn: inDays(30) })).key))).status).toBe(200);
  await door.stop();
});

test('an issuer that has never been reached answers 503 to its own tokens, and to no others', async () => {
  const settings = { audiences: [audience], algorithms: ['RS256'], clockSkewSeconds: 0, subjectClaims: ['sub'] };
  const reasons: string[] = [];
  const cutOff = await startApi({
    issuers: [{ issuer: 'https://127.0.0.1:9', ...settings }],
    onIssuerTrouble: ({ reason }) => reasons.push(reason),
  });
  const door = await listening(cutOff.app);
  const answer = await door.post(await spoilt({ iss: 'https://127.0.0.1:9' }));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  expect((await door.post(await spoilt({}))).status).toBe(401);
  expect(reasons).toHaveLength(1);
  await door.stop();
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
