import { Session } from '../../src/store/session';
import { startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeFinding } from '../support/make';

/* Somebody who has the service’s role, and all the SQL it can say, must not be able to write what did not happen. */
let api: TestApi;
let mine: TestCommittee;
let theirs: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  [mine, theirs] = [await api.newCommittee(), await api.newCommittee()];
  await makeFinding(mine);
  await makeFinding(theirs);
  await api.sql('select governance.govern()');
});
afterAll(() => api.close());

/** As the service, but keeping what was done. */
async function asService(statements: readonly string[], committee = mine): Promise<unknown[]> {
  const { committeeId, id } = committee.actor('MEMBER');
  const begin = `BEGIN; SET LOCAL ROLE golden_thread_app; SET LOCAL app.committee = '${committeeId}'; SET LOCAL app.actor = '${id}'`;
  const session = new Session(api.database.dataSource, begin);
  try {
    let last: unknown[] = [];
    for (const sql of statements) last = await session.query(sql);
    await session.end('COMMIT');
    return last;
  } catch (error) {
    await session.end('ROLLBACK');
    throw error;
  }
}

const historyOf = (committee: TestCommittee) =>
  api.sql('select statement, event_seq, valid_from, valid_to from history.finding where committee_id = $1 order by valid_from', [
    committee.id,
  ]);

const sealedOf = (committee: TestCommittee) =>
  api.sql(
    `select e.id, e.seq, (select count(*) from event_change c where c.event_id = e.id) as changes from event e
    where committee_id = $1 order by seq desc limit 1`,
    [committee.id],
  );

/* Each answers or acts for the committee that is set and for one purpose, and names no table that a caller could choose beyond it. */
test('of the functions that work with the owner’s rights, the service’s role may call these', async () => {
  const callable = await api.sql(`select p.oid::regprocedure::text as name from pg_proc p
    where p.prosecdef and p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
      and (has_function_privilege('golden_thread_app', p.oid, 'EXECUTE') or has_function_privilege('public', p.oid, 'EXECUTE')) order by 1`);
  expect(callable.map(({ name }) => name)).toEqual([
    'governance.agency_actions()',
    'governance.agency_actions_as_at()',
    'governance.erase_texts(uuid,text,uuid[],text[],timestamp with time zone)',
    'governance.free_texts_of(text)',
    'governance.holds_on(text,uuid)',
    'governance.memberships_of(text,text,date)',
    'governance.note_sharing(uuid[],integer[])',
    'governance.open_event(text,text,text)',
    'governance.pack_texts(uuid[])',
    'governance.rows_of(text,uuid)',
    'governance.usable_key(text,date)',
    'governance.withhold(uuid)',
  ]);
});

test('the service’s role can make no temporary table', async () => {
  await expect(asService(['create temp table t (id int)'])).rejects.toThrow('permission denied to create temporary tables');
});

test('nor, where it can, let the keeper of a history believe it is the table', async () => {
  const [database] = await api.sql('select quote_ident(current_database()) as name');
  await api.sql(`grant temporary on database ${String(database?.name)} to public`);
  const forge = [
    `set local app.maintenance = 'on'`,
    'create temp table t (like public.finding) on commit drop',
    `insert into t select * from public.finding`,
    'create trigger x after update on t for each row execute function history.keep_finding()',
    `update t set statement = 'forged'`,
  ];
  const before = [await historyOf(mine), await historyOf(theirs)];
  try {
    await expect(asService(forge)).rejects.toThrow('permission denied for function');
    await api.sql('grant execute on function history.keep_finding() to public');
    await expect(asService(forge)).rejects.toThrow('keeps the history of another table');
  } finally {
    await api.sql('revoke execute on function history.keep_finding() from public');
    await api.sql('select governance.govern()');
  }
  expect([await historyOf(mine), await historyOf(theirs)]).toEqual(before);
});

test('no setting makes a change part of an event that is sealed', async () => {
  const [sealed] = await sealedOf(mine);
  await asService([
    `select set_config('app.event', '${String(sealed?.id)}', true), set_config('app.event_of', '${mine.id}', true),
      set_config('app.event_seq', '${String(sealed?.seq)}', true)`,
    `update finding set statement = statement || ', truly'`,
  ]);
  const [next] = await sealedOf(mine);
  expect(next).toMatchObject({ seq: Number(sealed?.seq) + 1, changes: 1 });
  expect(await api.sql('select count(*) as changes from event_change where event_id = $1', [sealed?.id])).toEqual([
    { changes: sealed?.changes },
  ]);
  await expect(
    api.sql(
      `insert into event_change select gen_random_uuid(), committee_id, event_id, position + 100, kind, gen_random_uuid()
      from event_change where event_id = $1 limit 1`,
      [sealed?.id],
    ),
  ).rejects.toThrow('never changed or removed');
  await expect(
    api.sql('insert into event_subject select committee_id, id, gen_random_uuid() from event where id = $1', [sealed?.id]),
  ).rejects.toThrow('never changed or removed');
  await expect(
    api.sql(
      `insert into event select gen_random_uuid(), committee_id, seq + 1000, moment, actor_kind, null, verb, null, hash
      from event where id = $1`,
      [sealed?.id],
    ),
  ).rejects.toThrow('never changed or removed');
});

test('a moment that is changed after the event was opened moves nothing', async () => {
  await asService(
    [
      `select set_config('app.now', '2026-09-20T10:00:00Z', true)`,
      `select governance.open_event('recordFinding', 'PERSON', null)`,
      `select set_config('app.now', '2027-01-01T00:00:00Z', true)`,
      `update finding set statement = 'At its time'`,
    ],
    theirs,
  );
  const [event] = await api.sql('select moment from event where committee_id = $1 order by seq desc limit 1', [theirs.id]);
  expect(event).toEqual({ moment: new Date('2026-09-20T10:00:00Z') });
  expect((await historyOf(theirs)).at(-1)).toMatchObject({
    statement: 'At its time',
    valid_from: new Date('2026-09-20T10:00:00Z'),
  });
});

test.each(['2999-01-01', 'infinity'])('the service cannot say that it is %s and take every later event there', async (moment) => {
  await api.sql(`update governance.clock_rule set most_ahead = '1 hour'`);
  try {
    const head = () => api.sql('select seq, moment from chain_head where committee_id = $1', [mine.id]);
    const before = await head();
    await expect(asService([`set local app.now = '${moment}'`, `update finding set statement = 'late'`])).rejects.toThrow(
      'too far ahead',
    );
    await expect(
      asService([`set local app.now = '${moment}'`, `select governance.open_event('x', 'PERSON', null)`]),
    ).rejects.toThrow('too far ahead');
    expect(await head()).toEqual(before);
    await asService([
      `select set_config('app.now', (clock_timestamp() + interval '50 minutes')::text, true)`,
      `update finding set statement = 'soon'`,
    ]);
  } finally {
    await api.sql(`update governance.clock_rule set most_ahead = '100 years'`);
  }
});

test('the service cannot change how far its clock may run ahead', async () => {
  await expect(asService([`update governance.clock_rule set most_ahead = '9999 years'`])).rejects.toThrow('permission denied');
});

test('an event that is sealed early is not written on', async () => {
  await expect(
    asService([
      'set constraints all immediate',
      `select governance.open_event('x', 'PERSON', null)`,
      `update finding set statement = 'once'`,
    ]),
  ).rejects.toThrow();
});
