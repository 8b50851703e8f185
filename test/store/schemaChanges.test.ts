import { Session } from '../../src/store/session';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { migratedDatabase } from '../support/database';

/* What row security and history do when a migration changes a table. */
let api: TestApi;
let mine: TestCommittee;
let theirs: TestCommittee;

beforeAll(async () => {
  api = await startApi({}, migratedDatabase);
  [mine, theirs] = [await api.newCommittee(), await api.newCommittee()];
  // Masks are off while tables change, as with migrations; making them anew is tried elsewhere.
  await api.sql('select governance.unmask()');
});
beforeEach(async () => {
  await api.sql(
    `create table scratch (id uuid primary key, committee_id uuid not null references committee, one text, two int, three text)`,
  );
  await govern();
  await api.sql(`insert into scratch values (gen_random_uuid(), $1, 'a', 1, 'c')`, [mine.id]);
  await api.sql(`update scratch set one = 'b', three = 'd'`);
});
afterEach(async () => {
  await api.sql('drop table if exists scratch cascade');
  await api.sql(`delete from governance.shared_rule where table_name = 'scratch'`);
  await govern();
  await api.sql('drop table if exists history.scratch');
});
afterAll(() => api.close());

const govern = () => api.sql('select governance.govern_tables()');

/** As a migration does it: in one transaction, at the end of which history has followed. */
const migrate = (...statements: readonly string[]) =>
  api.database.dataSource.transaction(async (manager) => {
    for (const sql of statements) await manager.query(sql);
    await manager.query('select governance.govern_tables()');
  });

const problems = () => api.sql('select seq, problem from governance.verify($1)', [mine.id]);

const versions = (columns: string) => api.sql(`select ${columns} from history.scratch order by valid_from`);

async function seenBy(committee: TestCommittee, sql: string, past = false): Promise<unknown[]> {
  const { committeeId, id } = committee.actor('MEMBER');
  const settings = `SET LOCAL ROLE golden_thread_app; SET LOCAL app.committee = '${committeeId}'; SET LOCAL app.actor = '${id}'`;
  const then = past ? `; SET LOCAL search_path = as_at, public; SET LOCAL app.as_at = '2090-01-01'` : '';
  const session = new Session(api.database.dataSource, `BEGIN; ${settings}${then}`);
  return session.query(sql).finally(() => session.end('ROLLBACK'));
}

const changes: readonly (readonly [string, readonly string[], string])[] = [
  ['a column that is dropped', ['alter table scratch drop column three'], 'one, two, three'],
  ['a column that is added', ['alter table scratch add column four int not null default 3'], 'one, two, four'],
  ['a column that is renamed', ['alter table scratch rename column one to uno'], 'uno, two, three'],
  ['a type that is changed', ['alter table scratch alter column two type text'], 'one, two, three'],
  [
    'a name that passes to another column',
    ['alter table scratch drop column one', 'alter table scratch rename column three to one'],
    'one, two',
  ],
  [
    'a column that is renamed while another takes its name',
    ['alter table scratch rename column one to uno', 'alter table scratch add column one int default 5'],
    'uno, one, two',
  ],
  [
    'columns that exchange their names',
    [
      'alter table scratch rename column one to x',
      'alter table scratch rename column three to one',
      'alter table scratch rename column x to three',
    ],
    'one, two, three',
  ],
  [
    'names that move on by one',
    ['alter table scratch rename column three to four', 'alter table scratch rename column one to three'],
    'three, two, four',
  ],
  [
    'rows that the same migration changes',
    [
      `update scratch set one = upper(one)`,
      'alter table scratch drop column three',
      'select governance.govern_tables()',
      'update scratch set two = 9',
    ],
    'one, two',
  ],
];

test.each(changes)(
  '%s: rows can be changed at once, the past is read, and nothing untouched is blamed',
  async (_, statements, columns) => {
    await migrate(...statements);
    expect(await problems()).toEqual([]);
    await api.sql('update scratch set two = 7');
    expect(await problems()).toEqual([]);
    const shown = await seenBy(mine, 'select * from scratch', true);
    expect(shown).toEqual(await api.sql('select * from scratch'));
    expect(await versions(columns)).toMatchObject([{}, {}, ...(statements.length === 4 ? [{}] : []), {}]);
    const column = columns.split(',')[0] ?? '';
    await api.sql('alter table scratch disable trigger history_kept');
    await api.sql(`update history.scratch set two = two where two is null`);
    await api.sql(`update history.scratch set ${column} = null`);
    await api.sql(`update scratch set ${column} = null`);
    expect(await problems()).not.toEqual([]);
    await api.sql('alter table scratch enable always trigger history_kept');
  },
);

test('what a renamed column was called is told in each chain, for whoever computes it', async () => {
  await migrate('alter table scratch rename column one to uno');
  const said = await api.sql(
    `select e.verb, c.kind, c.after from event e join event_change c on c.event_id = e.id where c.kind = 'kept_column' and e.committee_id = $1 order by e.seq desc limit 1`,
    [theirs.id],
  );
  expect(said).toEqual([{ verb: 'keepHistory', kind: 'kept_column', after: { table: 'scratch', was: 'one', is: 'uno' } }]);
});

test('a dropped table leaves its history, which says that the rows went; a new one of the name goes on with it', async () => {
  await migrate('drop table scratch');
  expect(await problems()).toEqual([]);
  expect(await versions(`one, valid_to < 'infinity' as ended`)).toEqual([
    { one: 'a', ended: true },
    { one: 'b', ended: true },
  ]);
  expect(
    await api.sql(`select to_regclass('as_at.scratch') as view, to_regprocedure('history.keep_scratch()') as keeper`),
  ).toEqual([{ view: null, keeper: null }]);
  await api.sql(`update history.scratch set one = 'x' where one = 'a'`);
  expect(await problems()).not.toEqual([]);
  await api.sql(`update history.scratch set one = 'a' where one = 'x'`);
  await migrate(
    'create table scratch (id uuid primary key, committee_id uuid not null references committee, one text, other text)',
    `insert into scratch values (gen_random_uuid(), '${mine.id}', 'again', 'x')`,
  );
  await api.sql(`update scratch set other = 'y'`);
  expect(await problems()).toEqual([]);
  expect(await versions('one, other')).toEqual([
    { one: 'a', other: null },
    { one: 'b', other: null },
    { one: 'again', other: 'x' },
    { one: 'again', other: 'y' },
  ]);
});

test.each([
  ['a table', 'drop table scratch cascade', 'relation "public.scratch" does not exist'],
  ['a column', 'alter table scratch drop column three', 'column p.three does not exist'],
  ['a history', 'drop table history.scratch cascade', 'relation "history.scratch" does not exist'],
])('%s that is dropped by hand is a finding of the check, which goes on', async (_, change, why) => {
  await api.sql(change);
  await api.sql(`alter table event_change disable trigger user`);
  await api.sql(`update event_change set after = '{}' where kind = 'committee' and committee_id = $1`, [mine.id]);
  await api.sql(`alter table event_change enable trigger user`);
  expect(await problems()).toEqual([
    { seq: 1, problem: 'what it changed is not what was written when it happened' },
    { seq: 1, problem: `the history of committee (${mine.id}) is not what this event says` },
    { seq: null, problem: `the history of scratch cannot be checked: ${why}` },
  ]);
});

test('a primary key that changes is refused, since history goes by it', async () => {
  const change = migrate(
    'alter table scratch drop constraint scratch_pkey',
    'alter table scratch add primary key (id, committee_id)',
  );
  await expect(change).rejects.toThrow('its history goes by it');
});

test('a rule for what others may read is followed when it comes, changes and goes, for the past as well', async () => {
  const ask = async (): Promise<unknown[]> => {
    const seen = [await seenBy(theirs, 'select one from scratch'), await seenBy(theirs, 'select one from scratch', true)];
    return seen.map((rows) => rows.length);
  };
  expect(await ask()).toEqual([0, 0]);
  await migrate(`insert into governance.shared_rule values ('scratch', 'two = 1')`);
  expect(await ask()).toEqual([1, 1]);
  await migrate(`update governance.shared_rule set rule = 'two = 2' where table_name = 'scratch'`);
  expect(await ask()).toEqual([0, 0]);
  await api.sql('update scratch set two = 2');
  expect(await ask()).toEqual([1, 1]);
  await migrate(`delete from governance.shared_rule where table_name = 'scratch'`);
  expect(await ask()).toEqual([0, 0]);
});

test('the masks come on again after all of it, and everybody reads through them', async () => {
  await api.sql('select governance.govern()');
  const { committee } = await answered(mine.as('PARTNER_VIEWER')('{ committee { id } }'));
  expect(committee.id).toBe(mine.globalId);
});
