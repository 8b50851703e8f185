import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOfKey, newServiceKey } from '../../src/access/serviceKey';
import { readConfig } from '../../src/config';
import { readFounding } from '../../src/ops/foundingFile';
import { findMemberships, findUsableKey } from '../../src/store/actors';
import { admitAdministrator, foundCommittee } from '../../src/store/founding';
import { startApi, type TestApi } from '../support/api';

let api: TestApi;
const folder = mkdtempSync(join(tmpdir(), 'golden-thread-founding-'));

beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

const issuer = 'https://sign-in.example.org/realms/council';
const production = readConfig({
  ...{
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z',
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: 'golden-thread',
  },
});
const example = 'examples/committee.json';

function changed(change: (founding: { members: { role: string; identity?: object }[] }) => void): string {
  const founding = JSON.parse(readFileSync(example, 'utf8')) as { members: { role: string; identity?: object }[] };
  change(founding);
  const file = join(folder, `${randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(founding));
  return file;
}

test('the example is taken, in production and outside', () => {
  expect(readFounding(example, production).members[0]).toMatchObject({ role: 'ADMIN', identity: { issuer } });
  expect(readFounding(example, readConfig({})).members).toHaveLength(3);
});

test('in production somebody has to be able to let the others in', () => {
  const file = changed(({ members }) => members.shift());
  expect(() => readFounding(file, production)).toThrow(/needs a member in the role ADMIN with an identity/);
  expect(() => readFounding(file, readConfig({}))).not.toThrow();
});

test.each([
  ['of an issuer that is not trusted', { issuer: 'https://other.example', subject: 'x' }],
  ['without a subject', { issuer }],
])('an account %s is refused', (_, identity) => {
  const file = changed(({ members }) => void (members[1] = { role: 'CHAIR', identity }));
  expect(() => readFounding(file, production)).toThrow(/links an account/);
});

test('whoever is founded with an account or a key can sign in', async () => {
  const { keyId, key } = newServiceKey();
  const subject = randomUUID();
  const founding = {
    ...readFounding(example, production),
    ...{ name: `Committee ${randomUUID()}`, agencies: [] },
    members: [{ displayName: 'Administrator', role: 'ADMIN' as const, identity: { issuer, subject } }],
    serviceAccounts: [
      {
        ...{ displayName: 'Dashboard', role: 'PARTNER_VIEWER' as const },
        firstKey: { keyId, keyHash: hashOfKey(key), expiresOn: '2026-12-14' },
      },
    ],
  };
  const { dataSource } = api.database;
  const { committeeId } = await foundCommittee(dataSource, founding, api.clock.now);
  const [admin, ...others] = await findMemberships(dataSource, { issuer, subject }, '2026-09-15');
  expect([admin?.actor, others]).toEqual([expect.objectContaining({ kind: 'PERSON', role: 'ADMIN', committeeId }), []]);
  expect(await findUsableKey(dataSource, keyId, '2026-12-14')).toMatchObject({ actor: { kind: 'SERVICE_ACCOUNT', committeeId } });
  expect(await findUsableKey(dataSource, keyId, '2026-12-15')).toBeNull();
});

test('an operator lets an administrator into a committee that has none; once, and into no other', async () => {
  const { dataSource } = api.database;
  const identity = { issuer, subject: randomUUID() };
  const { id } = await api.newCommittee();
  const admit = (name: string) => admitAdministrator(dataSource, name, identity, api.clock.now);
  expect([await admit('No such committee'), await admit(`Committee ${id}`), await admit(`Committee ${id}`)]).toEqual([
    false,
    true,
    false,
  ]);
  expect((await findMemberships(dataSource, identity, '2026-09-15')).map(({ actor }) => [actor.committeeId, actor.role])).toEqual(
    [[id, 'ADMIN']],
  );
});
