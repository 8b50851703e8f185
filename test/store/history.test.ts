import { readSession, Session, writeSession } from '../../src/store/session';
import { startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeApprovedAction, makeFinding } from '../support/make';

/* What the database keeps of every row, whoever changes it. */
let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
  await makeApprovedAction(committee);
});
afterAll(() => api.close());

const withoutHistory = [
  'chain_head',
  'event',
  'event_change',
  'event_subject',
  'item_tier',
  'practice_sharing',
  'publication',
  'receipt',
  'reference_counter',
  'restricted_read',
  'service_key_use',
  'tier_edge',
  'withheld_text',
];

interface Version {
  ref: string;
  valid_from: Date;
  valid_to: Date | number;
}

const versionsOf = async (table: string): Promise<Version[]> =>
  (await api.sql(`select * from history.${table} where committee_id = $1 order by valid_from`, [
    committee.id,
  ])) as unknown as Version[];

test('every table has its history, forced row security on it, and its view of the past; the exceptions are these', async () => {
  const bare = await api.sql(`select g.table_name as name from governance.governed_table g
    left join pg_class h on h.relnamespace = 'history'::regnamespace and h.relname = g.table_name and h.relrowsecurity and h.relforcerowsecurity
    left join pg_class v on v.relnamespace = 'as_at'::regnamespace and v.relname = g.table_name
      and v.reloptions @> array['security_invoker=true'] and v.relkind = 'v'
    left join pg_trigger t on t.tgrelid = g.oid and t.tgname = 'history_kept' and t.tgenabled = 'A'
    where h.oid is null or v.oid is null or t.oid is null order by 1`);
  expect(bare.map(({ name }) => name)).toEqual(withoutHistory);
});

test('two changes in one transaction, and a removal, leave periods that follow each other without gap or overlap', async () => {
  const { dataSource } = api.database;
  const now = new Date('2026-10-01T10:00:00Z');
  const session = writeSession(dataSource, committee.actor('CHAIR'), now);
  await session.query(`update action set title = 'Once' where committee_id = $1`, [committee.id]);
  await session.query(`update action set title = 'Twice' where committee_id = $1`, [committee.id]);
  await session.query(`update action set title = 'Twice' where committee_id = $1`, [committee.id]);
  await session.end('COMMIT');
  const versions = await versionsOf('action');
  for (const [index, { valid_from, valid_to }] of versions.entries()) {
    expect(valid_to).toEqual(versions[index + 1]?.valid_from ?? Infinity);
    expect(Number(valid_to)).toBeGreaterThanOrEqual(valid_from.getTime());
  }
  const past = readSession(dataSource, { ...committee.actor('CHAIR'), asAt: new Date('2026-10-01T10:00:01Z') });
  expect(await past.query('select title from action')).toEqual([{ title: 'Twice' }]);
  await past.end('COMMIT');
});

const refused = [
  ...['update history.action set title = title', 'delete from history.action', 'truncate history.action'],
  ...['insert into history.action select * from history.action', 'alter table action disable trigger history_kept'],
  ...['drop trigger history_kept on action', 'drop table history.action', 'update as_at.action set title = title'],
  ...['set local session_replication_role = replica'],
];

test.each(refused)('the service’s role may not rewrite history: %s', async (sql) => {
  const { committeeId, id } = committee.actor('CHAIR');
  const begin = `BEGIN; SET LOCAL ROLE golden_thread_app; SET LOCAL app.committee = '${committeeId}'; SET LOCAL app.actor = '${id}'`;
  const session = new Session(api.database.dataSource, begin);
  await expect(session.query(sql).finally(() => session.end('ROLLBACK'))).rejects.toThrow(/permission denied|must be owner/);
});

test('history shows a committee only its own, with every filter left out', async () => {
  const other = await api.newCommittee();
  await makeFinding(other);
  const session = readSession(api.database.dataSource, { ...committee.actor('CHAIR'), asAt: new Date('2030-01-01T00:00:00Z') });
  const tables = ['history.finding', 'finding', 'history.member', 'member', 'history.committee_agency'];
  const seen = await Promise.all(
    tables.map((table) => session.query<{ id: string }>(`select distinct committee_id as id from ${table}`)),
  );
  const agencies = await session.query('select 1 from history.agency union all select 1 from agency');
  await session.end('COMMIT');
  expect(seen).toEqual(tables.map(() => [{ id: committee.id }]));
  expect(agencies).toHaveLength(4);
});

test('history follows a table whose columns change', async () => {
  const ask = (sql: string) => api.sql(sql);
  await ask(`create table follower (id int primary key, committee_id uuid not null references committee, name text, gone text);
    select governance.govern()`);
  try {
    await api.sql(`insert into follower values (1, $1, 'one', 'x')`, [committee.id]);
    await ask(`update follower set name = 'two'`);
    await ask(`select governance.unmask(); alter table follower drop column gone, add column size int not null default 7, add column note text;
      create index on follower (committee_id, size); select governance.govern(); select governance.govern();
      update follower set note = 'noted', size = 8`);
    const versions = await ask('select name, gone, size, note from history.follower order by valid_from');
    expect(versions).toEqual([
      { name: 'one', gone: 'x', size: 7, note: null },
      { name: 'two', gone: 'x', size: 7, note: null },
      { name: 'two', gone: null, size: 8, note: 'noted' },
    ]);
    expect(
      await ask(
        `select column_name as name from information_schema.columns where table_schema = 'as_at' and table_name = 'follower'`,
      ),
    ).toHaveLength(5);
  } finally {
    await ask(
      'drop table follower cascade; drop table history.follower cascade; drop function history.keep_follower(); select governance.govern()',
    );
  }
});
