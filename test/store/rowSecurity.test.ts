import { getNamedType, type GraphQLObjectType, type GraphQLOutputType } from 'graphql';
import { randomUUID } from 'node:crypto';
import { entities } from '../../src/entities';
import { makeSchema } from '../../src/graphql/schema';
import { CommitteeRow, type RowType } from '../../src/store/row';
import { readSession, Session } from '../../src/store/session';
import { Store } from '../../src/store/store';
import { startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeApprovedAction } from '../support/make';
import { oneOfEach } from '../support/oneOfEach';

/* The second lock: what the database itself shows and takes, whatever the service asks of it. */
let api: TestApi;
let mine: TestCommittee;
let theirs: TestCommittee;
let foreignIds: readonly string[];

beforeAll(async () => {
  api = await startApi();
  [mine, theirs] = [await api.newCommittee(), await api.newCommittee()];
  await makeApprovedAction(mine);
  await makeApprovedAction(theirs);
  foreignIds = Object.values(await oneOfEach(api.database.dataSource, theirs.id));
});
afterAll(() => api.close());
afterEach(() => jest.restoreAllMocks());

const sessionOf = (committee: TestCommittee): Session => readSession(api.database.dataSource, committee.actor('MEMBER'));

/** Runs statements as the service would, in a transaction that is undone. */
async function asService<T>(committee: TestCommittee, work: (session: Session) => Promise<T>): Promise<T> {
  const { committeeId, id } = committee.actor('MEMBER');
  const beginning = `BEGIN; SET LOCAL ROLE golden_thread_app; SET LOCAL app.committee = '${committeeId}'; SET LOCAL app.actor = '${id}'`;
  const session = new Session(api.database.dataSource, beginning);
  return work(session).finally(() => session.end('ROLLBACK'));
}

const tables = (): Promise<Record<string, unknown>[]> =>
  api.sql(`select table_name as name, is_of_committee as "ofCommittee" from governance.governed_table`);

test('row security is on and forced for every table but the list of migrations', async () => {
  const names =
    await api.sql(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm')
    and not (relrowsecurity and relforcerowsecurity)`);
  expect(names).toEqual([{ name: 'migration' }]);
  expect((await tables()).length).toBeGreaterThan(50);
});

test('a table that a later migration adds is covered when the migrations are done', async () => {
  await api.sql('create table latecomer (id uuid primary key, committee_id uuid not null references committee)');
  try {
    await api.sql('select governance.govern()');
    await api.sql('insert into latecomer values (gen_random_uuid(), $1), (gen_random_uuid(), $2)', [mine.id, theirs.id]);
    const seen = await asService(mine, (session) => session.query('select committee_id as id from latecomer'));
    expect(seen).toEqual([{ id: mine.id }]);
  } finally {
    await api.sql('drop table latecomer cascade');
    await api.sql('select governance.govern()');
  }
});

test('without a committee no table of a committee shows a row; with one, only its own', async () => {
  const shared = (await api.sql('select table_name as name from governance.shared_rule order by 1')).map(({ name }) => name);
  // What is withheld of shared ideas has to be withheld from everybody who sees them.
  expect(shared).toEqual(['idea_uptake', 'shared_idea', 'sharing_agreement', 'withheld_text']);
  const ofCommittee = (await tables())
    .filter(({ name, ofCommittee }) => ofCommittee && !shared.includes(name))
    .map(({ name }) => String(name));
  const seen = (name: string) => `select distinct committee_id as id from ${name} where committee_id is not null`;
  const none = new Session(api.database.dataSource, 'BEGIN; SET LOCAL ROLE golden_thread_app');
  const shown = await Promise.all(
    [...ofCommittee.map(seen), 'select id from committee', 'select id from agency'].map((sql) => none.query(sql)),
  ).finally(() => none.end('ROLLBACK'));
  expect(shown.flat()).toEqual([]);
  const own = await asService(mine, (session) => Promise.all(ofCommittee.map((name) => session.query(seen(name)))));
  expect(new Set(own.flat().map((row) => (row as { id: string }).id))).toEqual(new Set([mine.id]));
});

const refused: readonly (readonly [string, (theirs: string) => string])[] = [
  ['a row for another committee', (id) => `insert into reference_counter (committee_id, series, last) values ('${id}', 'X', 1)`],
  ['a row moved to another committee', (id) => `update finding set committee_id = '${id}'`],
  ['row security switched off', () => 'alter table finding disable row level security'],
  ['row security left out', () => 'set local row_security = off; select 1 from finding'],
  ['a policy dropped', () => 'drop policy committee on finding'],
  ['a table emptied', () => 'truncate receipt'],
  ['a table made', () => 'create table public.mine (id int)'],
  ['a table dropped', () => 'drop table receipt'],
  ['a committee founded', () => `insert into committee select gen_random_uuid(), 'X', kind, 'X', true from committee`],
  ['reference data changed', () => `insert into health_board values (gen_random_uuid(), 'X', 'X')`],
  ['a shared theme taken over', () => `insert into theme select gen_random_uuid(), null, 'X', 'X', 'X'`],
  ['the security set anew', () => 'select governance.govern()'],
  ['a role made', () => 'create role another'],
];

test.each(refused)('the service’s role is refused %s', async (_, sql) => {
  await expect(asService(mine, (session) => session.query(sql(theirs.id)))).rejects.toMatchObject({
    message: expect.stringMatching(/row-level security|permission denied|must be owner/) as string,
  });
});

test('another committee’s rows can be neither changed nor removed, even by name; nor can a shared theme', async () => {
  await asService(mine, async (session) => {
    for (const table of ['finding', 'action', 'member', 'learning_source']) {
      const name = table === 'member' ? 'display_name' : 'ref';
      expect(
        await session.query(`with changed as (update ${table} set ${name} = 'X' where committee_id = '${theirs.id}' returning 1)
          select count(*) as rows from changed`),
      ).toEqual([{ rows: 0 }]);
    }
    expect(
      await session.query(
        `with gone as (delete from receipt where committee_id = '${theirs.id}' returning 1) select 1 from gone`,
      ),
    ).toEqual([]);
    expect(
      await session.query(`with taken as (update theme set committee_id = '${mine.id}' returning 1) select 1 from taken`),
    ).toEqual([]);
  });
});

test('maintenance is for the owner: saying so gives the service’s role nothing', async () => {
  const seen = await asService(mine, async (session) => {
    await session.query(`set local app.maintenance = 'on'`);
    return session.query('select 1 from finding where committee_id <> $1', [mine.id]);
  });
  expect(seen).toEqual([]);
});

const hasId = (connection: GraphQLOutputType): boolean => {
  const { nodes } = (getNamedType(connection) as GraphQLObjectType).getFields();
  return nodes !== undefined && 'id' in (getNamedType(nodes.type) as GraphQLObjectType).getFields();
};

/** Everything an actor can list or fetch by id, as text. */
async function everythingSeen(committee: TestCommittee): Promise<string> {
  const fields = Object.values((await makeSchema()).getQueryType()?.getFields() ?? {});
  const lists = fields.filter(({ type }) => String(type).endsWith('Connection!'));
  const answers = [];
  for (const { name, type } of lists) {
    // The one who reads everything and the log.
    const { data, errors } = await committee.as('AUDITOR')(
      `{ ${name}(first: 200) { nodes { __typename ${hasId(type) ? 'id' : ''} } } }`,
    );
    expect([name, errors]).toEqual([name, []]);
    answers.push(data);
  }
  for (const id of foreignIds) {
    const { data } = await committee.as('MEMBER')('query($id: ID!) { node(id: $id) { id } }', { id });
    answers.push(data);
  }
  return JSON.stringify(answers);
}

test('with the service’s own filter taken out, row security alone still gives nothing of another committee', async () => {
  for (const type of entities as readonly RowType[]) {
    jest.spyOn(type, 'visibleTo').mockImplementation((_alias, committee) => `${committee} is not null`);
  }
  const seen = await everythingSeen(mine);
  expect(foreignIds.filter((id) => seen.includes(id))).toEqual([]);
  expect(seen).toContain(Object.values(await oneOfEach(api.database.dataSource, mine.id))[0]);
});

test('with row security out of the way, the service’s own filter alone gives nothing of another committee', async () => {
  const session = new Session(api.database.dataSource, 'BEGIN');
  const store = new Store(api.database.dataSource, session, mine.actor('MEMBER'), { today: '2026-09-15' });
  try {
    expect(await session.query('select 1 from finding where committee_id = $1 limit 1', [theirs.id])).toHaveLength(1);
    const own = (entities as readonly RowType[]).filter((each) => each.prototype instanceof CommitteeRow);
    for (const type of own.filter(({ name }) => !['SharedIdea', 'IdeaUptake'].includes(name))) {
      const rows = (await store.all(type)) as CommitteeRow[];
      expect(rows.filter(({ committeeId }) => committeeId !== mine.id)).toEqual([]);
    }
  } finally {
    await session.end('ROLLBACK');
  }
});

test('a connection carries nothing over to whoever borrows it next', async () => {
  const ask = async (committee: TestCommittee) => {
    const session = sessionOf(committee);
    const rows = await session.query<{ id: string }>('select distinct committee_id as id from finding');
    await session.end('COMMIT');
    expect(rows).toEqual([{ id: committee.id }]);
  };
  await Promise.all(Array.from({ length: 40 }, (_, index) => ask(index % 2 ? mine : theirs)));
  const state = `select current_user = session_user as own, coalesce(current_setting('app.committee', true), '') as committee,
    coalesce(current_setting('app.actor', true), '') as actor, current_setting('search_path') like '%as_at%' as past`;
  const left = await Promise.all(Array.from({ length: 20 }, () => api.sql(state)));
  expect(new Set(left.map((rows) => JSON.stringify(rows)))).toEqual(
    new Set([JSON.stringify([{ own: true, committee: '', actor: '', past: false }])]),
  );
});

test('a session that cannot begin gives its connection back unharmed', async () => {
  expect(() => readSession(api.database.dataSource, { committeeId: `' or true --`, id: randomUUID() })).toThrow('needs the ids');
  for (let round = 0; round < 12; round += 1) {
    const session = new Session(api.database.dataSource, 'BEGIN; SET LOCAL ROLE nobody_at_all');
    await expect(session.query('select 1')).rejects.toThrow('nobody_at_all');
    await session.end('ROLLBACK');
  }
  expect(await api.sql('select 1 as one')).toEqual([{ one: 1 }]);
});
