import { randomUUID } from 'node:crypto';
import { createApp } from '../../src/app';
import { entities } from '../../src/entities';
import { findActor, findMemberships, findUsableKey, noteKeyUse } from '../../src/store/actors';
import { requireApplicationRole } from '../../src/store/applicationRole';
import { openDatabase, type Database } from '../../src/store/database';
import { foundCommittee } from '../../src/store/founding';
import { migrateUp } from '../../src/store/migrate';
import { loadMigrations } from '../../src/store/migrations';
import { loadReferenceData } from '../../seeds/reference';
import { strathfinella } from '../../seeds/strathfinella/founding';
import { testSecret } from '../support/api';
import { emptyServerDatabase, onServer, testDatabase } from '../support/database';

/* As a service is run for real: one login owns the tables, another one, with no powers, answers the requests. */
const serverTest = onServer() ? test : test.skip;
const password = randomUUID();
const suffix = randomUUID().slice(0, 8);
const [ownerLogin, serviceLogin] = [`test_owner_${suffix}`, `test_service_${suffix}`];

const now = new Date('2026-09-15T10:00:00Z');

async function addressFor(address: string, login: string): Promise<string> {
  const url = new URL(address);
  [url.username, url.password] = [login, password];
  return url.toString();
}

async function makeLogins(address: string): Promise<void> {
  const admin = await openDatabase({ url: address, entities: [], migrations: [] });
  const { dataSource } = admin;
  await dataSource.query(`create role ${ownerLogin} login password '${password}' createrole nosuperuser`);
  await dataSource.query(`create role ${serviceLogin} login password '${password}' nosuperuser`);
  await dataSource.query(`grant golden_thread_owner, golden_thread_app to ${ownerLogin} with admin option`);
  await dataSource.query(`alter database ${new URL(address).pathname.slice(1)} owner to ${ownerLogin}`);
  await admin.close();
}

const opened: Database[] = [];
const open = async (url: string): Promise<Database> => {
  const database = await openDatabase({ url, entities, migrations: loadMigrations() });
  opened.push(database);
  return database;
};
afterAll(async () => {
  for (const database of opened) await database.close();
  if (!onServer()) return;
  const { dataSource } = await testDatabase();
  await dataSource.query(`drop role ${serviceLogin}`);
});

serverTest(
  'the owner migrates and founds without being a superuser; the service works with a login that owns nothing',
  async () => {
    const address = (await emptyServerDatabase()) ?? '';
    await makeLogins(address);
    const owner = await open(await addressFor(address, ownerLogin));
    await migrateUp(owner);
    expect(await migrateUp(owner)).toEqual([]);
    await loadReferenceData(owner.dataSource);
    const identity = { issuer: 'https://issuer.example', subject: 'someone' };
    const firstKey = { keyId: 'a'.repeat(32), keyHash: 'b'.repeat(64), expiresOn: '2027-01-31' };
    const members = strathfinella.members.map((member) => (member.role === 'LEAD_OFFICER' ? { ...member, identity } : member));
    const serviceAccounts = strathfinella.serviceAccounts.map((account) => ({ ...account, firstKey }));
    const founded = await foundCommittee(owner.dataSource, { ...strathfinella, members, serviceAccounts }, now);
    const other = await foundCommittee(owner.dataSource, { ...strathfinella, name: 'Another' }, now);

    const { dataSource } = await open(await addressFor(address, serviceLogin));
    await expect(requireApplicationRole(dataSource)).rejects.toThrow('may not act as golden_thread_app');
    await owner.dataSource.query(`grant golden_thread_app to ${serviceLogin}`);
    await requireApplicationRole(dataSource);

    const subject = {
      kind: 'PERSON' as const,
      id: founded.memberIds.get('LEAD_OFFICER') ?? '',
      committeeId: founded.committeeId,
    };
    const [membership] = await findActor(dataSource, subject, '2026-09-15');
    expect(membership).toMatchObject({ actor: { role: 'LEAD_OFFICER' }, committeeName: strathfinella.name });
    expect(await findActor(dataSource, { ...subject, committeeId: other.committeeId }, '2026-09-15')).toEqual([]);
    expect(await findMemberships(dataSource, identity, '2026-09-15')).toEqual([membership]);
    expect(await findMemberships(dataSource, { ...identity, subject: 'nobody' }, '2026-09-15')).toEqual([]);
    const key = await findUsableKey(dataSource, firstKey.keyId, '2026-09-15');
    expect(key).toMatchObject({ keyHash: firstKey.keyHash, lastUsedOn: null, actor: { committeeId: founded.committeeId } });
    expect(await findUsableKey(dataSource, firstKey.keyId, '2027-02-01')).toBeNull();
    if (key) await noteKeyUse(dataSource, key, '2026-09-15');
    expect(await findUsableKey(dataSource, firstKey.keyId, '2026-09-15')).toMatchObject({ lastUsedOn: '2026-09-15' });
    const app = await createApp({
      ...{ dataSource, clock: () => now, tokenSecret: testSecret, production: false, corsOrigins: [], maxInFlight: 20 },
      ...{
        issuers: [],
        onIssuerTrouble: () => undefined,
        ...{ signInRefusals: { perAddress: 100, perKey: 10 }, trustedProxies: 0, onSlowedDown: () => undefined },
      },
      log: ({ message }) => {
        throw new Error(message);
      },
    });
    const contextValue = app.contextOf({ ...subject, role: 'LEAD_OFFICER' });
    const query = `mutation { recordLearningSource(input: {kind: PROCESS_REVIEW, title: "A review"}) { source { ref } } }`;
    const { body } = await app.server.executeOperation({ query }, { contextValue });
    await contextValue.end();
    expect(JSON.parse(JSON.stringify(body))).toMatchObject({ singleResult: { data: { recordLearningSource: { source: {} } } } });
    await app.stop();

    for (const sql of [
      `set role ${ownerLogin}`,
      'alter table finding disable row level security',
      'create table public.x (id int)',
    ]) {
      await expect(dataSource.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    }
    expect(await dataSource.query('select 1 from finding union all select 1 from member')).toEqual([]);
    expect(await owner.dataSource.query('select 1 from finding union all select 1 from member')).toEqual([]);
  },
  60_000,
);
