import { randomUUID } from 'node:crypto';
import { createApp } from '../../src/app';
import { entities } from '../../src/entities';
import { findActor, findMemberships, findUsableKey, noteKeyUse } from '../../src/store/actors';
import { requireApplicationRole, requirePowerlessLogin } from '../../src/store/applicationRole';
import { openDatabase, type Database } from '../../src/store/database';
import { foundCommittee } from '../../src/store/founding';
import { migrateUp } from '../../src/store/migrate';
import { loadMigrations } from '../../src/store/migrations';
import { loadReferenceData } from '../../seeds/reference';
import { Scribe } from '../../seeds/scribe';
import { agreeToShare } from '../../seeds/sharing';
import { approved } from '../../seeds/strathfinella/actions';
import { strathfinella } from '../../seeds/strathfinella/founding';
import { SharingUse } from '../../src/sharing/sharingUse.entity';
import { testSecret } from '../support/api';
import { emptyServerDatabase, onServer, testDatabase } from '../support/database';

/* As a service is run for real: one login owns the tables, another one, with no powers, answers the requests. */
const serverTest = onServer() ? test : test.skip;
const password = randomUUID();
const suffix = randomUUID().slice(0, 8);
const [ownerLogin, serviceLogin] = [`test_owner_${suffix}`, `test_service_${suffix}`];

const HEALTH = 'NHS Strathfinella';
const now = new Date('2026-09-15T10:00:00Z');

async function addressFor(address: string, login: string): Promise<string> {
  const url = new URL(address);
  [url.username, url.password] = [login, password];
  return url.toString();
}

async function asSuperuser(address: string, ...statements: readonly string[]): Promise<void> {
  const { dataSource, close } = await openDatabase({ url: address, entities: [], migrations: [] });
  for (const sql of statements) await dataSource.query(sql);
  await close();
}

/** As the README says, but for the right of the service, which is given later. */
const makeLogins = (address: string): Promise<void> =>
  asSuperuser(
    address,
    `create role ${ownerLogin} login password '${password}' in role golden_thread_owner, golden_thread_app`,
    `create role ${serviceLogin} login password '${password}'`,
    `alter database ${new URL(address).pathname.slice(1)} owner to ${ownerLogin}`,
  );

const powers = [
  [`grant ${ownerLogin} to ${serviceLogin}`, `revoke ${ownerLogin} from ${serviceLogin}`, 'may act as the owner of the tables'],
  [`alter role ${serviceLogin} createrole`, `alter role ${serviceLogin} nocreaterole`, 'may make roles'],
  [`alter role ${serviceLogin} bypassrls`, `alter role ${serviceLogin} nobypassrls`, 'may go past row security'],
  [`alter role ${serviceLogin} superuser`, `alter role ${serviceLogin} nosuperuser`, 'is a superuser'],
] as const;

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
    await asSuperuser(address, `grant golden_thread_app to ${serviceLogin}`);
    await requireApplicationRole(dataSource);
    await requirePowerlessLogin(dataSource);
    await expect(requirePowerlessLogin(owner.dataSource)).rejects.toThrow(/may act as the owner.*ALLOW_OWNER_LOGIN/);
    for (const [give, take, power] of powers) {
      await asSuperuser(address, give);
      await expect(requirePowerlessLogin(dataSource)).rejects.toThrow(power);
      await asSuperuser(address, take);
    }
    await requirePowerlessLogin(dataSource);
    const [{ temporary } = { temporary: true }] = await dataSource.query<{ temporary: boolean }[]>(
      `select has_database_privilege(current_database(), 'TEMPORARY') as temporary`,
    );
    expect(temporary).toBe(false);

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
      introspection: true,
      log: ({ message }) => {
        throw new Error(message);
      },
    });
    const contextValue = app.contextOf({ ...subject, role: 'LEAD_OFFICER' });
    const query = `mutation { recordLearningSource(input: {kind: PROCESS_REVIEW, title: "A review"}) { source { ref } } }`;
    const { body } = await app.server.executeOperation({ query }, { contextValue });
    await contextValue.end();
    expect(JSON.parse(JSON.stringify(body))).toMatchObject({ singleResult: { data: { recordLearningSource: { source: {} } } } });
    const scribe = new Scribe(dataSource, founded);
    await approved(scribe, '2026-09-01', {
      ...{
        title: 'Led by health',
        changeType: 'TASK',
        origin: 'PLANNED_PRIORITY',
        originReason: 'Agreed',
        intendedOutcome: 'Done',
        visibility: 'PARTNERSHIP',
      },
      ...{ leadAgencyId: scribe.agency(HEALTH), leadRole: 'Nurse', dueOn: '2026-12-31', noMeasureReason: 'None' },
    });
    const seen = async (): Promise<unknown> => {
      const id = other.memberIds.get('MEMBER') ?? '';
      const reader = app.contextOf({ kind: 'PERSON', id, committeeId: other.committeeId, role: 'MEMBER' });
      const answer = await app.server.executeOperation(
        { query: '{ agencyActions { nodes { committeeName title } } }' },
        { contextValue: reader },
      );
      await reader.end();
      return JSON.parse(JSON.stringify(answer.body)).singleResult.data.agencyActions.nodes as unknown;
    };
    expect(await seen()).toEqual([]);
    await agreeToShare(scribe, { agency: HEALTH, proposedOn: '2026-09-01', agreedOn: '2026-09-15', reviewOn: '2027-09-01' });
    expect(await seen()).toEqual([{ committeeName: strathfinella.name, title: 'Led by health' }]);
    expect(await scribe.read((store) => store.all(SharingUse))).toMatchObject([{ reads: 1, rowsGiven: 1 }]);
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
