import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPair, SignJWT } from 'jose';
import type { TrustedIssuer } from '../../src/access/issuer';
import { createIssuerTokens, type IssuerTrouble, type ReadIssuerToken } from '../../src/access/issuerTokens';
import { audience, startIssuer, type TestIssuer } from '../support/issuer';

let issuer: TestIssuer;
const clock = { now: new Date() };
const folder = mkdtempSync(join(tmpdir(), 'golden-thread-keys-'));

beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(async () => {
  await issuer.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  clock.now = new Date();
});

const troubles: IssuerTrouble[] = [];

function reader(more: Partial<TrustedIssuer> = {}): ReadIssuerToken {
  const usual = { audiences: [audience], algorithms: ['RS256', 'ES256'], clockSkewSeconds: 30, subjectClaims: ['sub'] };
  troubles.length = 0;
  return createIssuerTokens({
    issuers: [{ issuer: issuer.url, ...usual, ...more }],
    clock: () => clock.now,
    onTrouble: (trouble) => troubles.push(trouble),
  });
}

const later = (seconds: number) => {
  clock.now = new Date(clock.now.getTime() + seconds * 1000);
};

test('an access token of a real issuer names a person by issuer and subject', async () => {
  expect(await reader()(await issuer.token('lead-officer'))).toEqual({ issuer: issuer.url, subject: 'lead-officer' });
});

test('the claims that name a person are a setting: Entra ID takes tid and oid', async () => {
  const read = reader({ subjectClaims: ['tid', 'oid'] });
  expect(await read(await issuer.token('lead-officer'))).toMatchObject({ subject: 'tenant-1:object-of-lead-officer' });
  const claims = issuer.claims('lead-officer');
  expect(await read(await issuer.sign({ ...claims, tid: 'a:b', oid: 'c' }))).toBeNull();
  expect(await read(await issuer.sign({ ...claims, tid: 'a' }))).toBeNull();
});

test('tokens as Keycloak and Entra ID write them are taken', async () => {
  const claims = issuer.claims('lead-officer');
  const keycloak = await issuer.sign({ ...claims, typ: 'Bearer', aud: ['account', audience] }, { typ: 'JWT' });
  const entra = await issuer.sign({ ...claims, scope: undefined, scp: 'golden-thread.use' }, { typ: 'JWT' });
  const read = reader({ scope: 'golden-thread.use' });
  expect([await read(keycloak), await read(entra)]).toEqual([expect.anything(), expect.anything()]);
});

test('clocks may differ by the configured seconds, and no more', async () => {
  const claims = issuer.claims('lead-officer');
  const now = Math.floor(Date.now() / 1000);
  const read = reader({ clockSkewSeconds: 60 });
  expect(await read(await issuer.sign({ ...claims, exp: now - 50 }))).not.toBeNull();
  expect(await read(await issuer.sign({ ...claims, exp: now - 70 }))).toBeNull();
  expect(await read(await issuer.sign({ ...claims, nbf: now + 50 }))).not.toBeNull();
  expect(await read(await issuer.sign({ ...claims, nbf: now + 80 }))).toBeNull();
});

test('a needed scope has to be there', async () => {
  const read = reader({ scope: 'golden-thread.use' });
  expect(await read(await issuer.token('lead-officer'))).not.toBeNull();
  expect(await read(await issuer.sign({ ...issuer.claims('lead-officer'), scope: 'golden-thread.user' }))).toBeNull();
});

test('a new key is fetched when a token names it; the old one is refused once it is withdrawn', async () => {
  const read = reader();
  const before = await issuer.token('lead-officer');
  expect(await read(before)).not.toBeNull();
  later(60);
  await issuer.rotate({ keepOld: true });
  const after = await issuer.token('lead-officer');
  expect([await read(after), await read(before)]).toEqual([expect.anything(), expect.anything()]);
  await issuer.rotate();
  later(120);
  expect(await read(before)).not.toBeNull();
  expect(await read(await issuer.token('lead-officer'))).not.toBeNull();
  expect(await read(before)).toBeNull();
});

test('an issuer may change to another kind of key that is allowed', async () => {
  const read = reader();
  expect(await read(await issuer.token('lead-officer'))).not.toBeNull();
  await issuer.rotate({ alg: 'ES256' });
  later(60);
  expect(await read(await issuer.token('lead-officer'))).not.toBeNull();
  await issuer.rotate({ alg: 'PS256' });
  later(60);
  expect(await read(await issuer.token('lead-officer'))).toBeNull();
  await issuer.rotate();
});

test('made-up key names do not become requests to the issuer', async () => {
  const read = reader();
  expect(await read(await issuer.token('lead-officer'))).not.toBeNull();
  const before = await issuer.keyRequests();
  const forged = await issuer.sign(issuer.claims('lead-officer'), { kid: 'made-up' });
  for (let count = 0; count < 20; count += 1) expect(await read(forged)).toBeNull();
  expect(await issuer.keyRequests()).toBe(before);
  later(31);
  await Promise.all(Array.from({ length: 20 }, () => read(forged)));
  expect(await issuer.keyRequests()).toBe(before + 1);
});

test('while the issuer is down its known keys go on working for a day, and others are refused', async () => {
  const read = reader();
  expect(await read(await issuer.token('lead-officer'))).not.toBeNull();
  const forged = await issuer.sign(issuer.claims('lead-officer'), { kid: 'made-up' });
  const claims = { ...issuer.claims('lead-officer'), exp: Math.floor(Date.now() / 1000) + 200_000 };
  const lasting = await issuer.sign(claims);
  await issuer.break(true);
  try {
    later(3600);
    expect(await read(lasting)).not.toBeNull();
    expect(await read(forged)).toBeNull();
    expect(troubles).toEqual([{ issuer: issuer.url, reason: 'it answered 500' }]);
    later(24 * 3600);
    await expect(read(lasting)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  } finally {
    await issuer.break(false);
  }
});

test('an issuer that was never reached is unavailable, and back within seconds', async () => {
  const read = reader();
  const token = await issuer.token('lead-officer');
  await issuer.break(true);
  await expect(read(token)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await issuer.break(false);
  await expect(read(token)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  later(6);
  expect(await read(token)).not.toBeNull();
});

test('where there is no network the keys come from a file, which is read again when it is renewed', async () => {
  const jwksFile = join(folder, 'jwks.json');
  writeFileSync(jwksFile, JSON.stringify({ keys: [await issuer.publicKey()] }));
  const read = reader({ jwksFile });
  const before = await issuer.keyRequests();
  expect(await read(await issuer.token('lead-officer'))).not.toBeNull();
  await issuer.rotate();
  writeFileSync(jwksFile, JSON.stringify({ keys: [await issuer.publicKey()] }));
  later(60);
  expect(await read(await issuer.token('lead-officer'))).not.toBeNull();
  expect(await issuer.keyRequests()).toBe(before);
});

test('the keys may have an address of their own', async () => {
  expect(await reader({ jwksUrl: `${issuer.url}/jwks` })(await issuer.token('lead-officer'))).not.toBeNull();
});

test('discovery that names another issuer is not believed', async () => {
  const read = createIssuerTokens({
    issuers: [
      {
        ...{ issuer: `${issuer.url}/`, audiences: [audience], algorithms: ['RS256'] },
        ...{ clockSkewSeconds: 0, subjectClaims: ['sub'] },
      },
    ],
    clock: () => clock.now,
    onTrouble: (trouble) => troubles.push(trouble),
  });
  troubles.length = 0;
  const token = await issuer.sign({ ...issuer.claims('lead-officer'), iss: `${issuer.url}/` });
  await expect(read(token)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(troubles).toMatchObject([{ reason: 'discovery names another issuer' }]);
});

test('a key of a file or an issuer that is a shared secret or private never signs anyone in', async () => {
  const jwksFile = join(folder, 'unfit.json');
  const secret = Buffer.from('0123456789012345678901234567890123456789');
  writeFileSync(jwksFile, JSON.stringify({ keys: [{ kty: 'oct', k: secret.toString('base64url'), kid: 'one' }] }));
  const token = await new SignJWT(issuer.claims('lead-officer')).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret);
  expect(await reader({ jwksFile })(token)).toBeNull();
  const { privateKey } = await generateKeyPair('RS256');
  const stranger = new SignJWT(issuer.claims('lead-officer')).setProtectedHeader({ alg: 'RS256', kid: 'one' });
  expect(await reader({ jwksFile })(await stranger.sign(privateKey))).toBeNull();
});
