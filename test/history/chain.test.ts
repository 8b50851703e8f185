import { createHash } from 'node:crypto';
import { loadStrathfinella } from '../../seeds/strathfinella/strathfinella';
import { strathfinella } from '../../seeds/strathfinella/founding';
import { publishedRecord } from '../../seeds/publishedRecord';
import { Session } from '../../src/store/session';
import { verifyHistory } from '../../src/store/verifyHistory';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeApprovedAction, makeFinding, makeSource, moveAction } from '../support/make';

/* Every change leaves an event, and what was left cannot be changed unseen. */
let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

interface EventRow {
  id: string;
  seq: number;
  verb: string;
  actor_id: string | null;
  actor_kind: string;
  hash: string;
  moment: Date;
}

const eventsOf = async (): Promise<EventRow[]> =>
  (await api.sql('select * from event where committee_id = $1 order by seq', [committee.id])) as unknown as EventRow[];

const changesOf = (event: EventRow | undefined) =>
  api.sql('select kind, row_version, before, after from event_change where event_id = $1 order by position', [event?.id]);

test('a verb leaves one event with who, what before and after, and on which version', async () => {
  const action = await makeApprovedAction(committee);
  await moveAction(committee, 'startAction', action, { startedOn: '2026-09-01' });
  const events = await eventsOf();
  expect(events.map(({ verb }) => verb).slice(-5)).toEqual([
    ...['recordLearningSource', 'recordFinding', 'proposeAction', 'approveAction', 'startAction'],
  ]);
  expect(events.at(-1)).toMatchObject({ actor_kind: 'PERSON', actor_id: committee.actor('LEAD_OFFICER').id });
  expect(await changesOf(events.at(-1))).toEqual([
    {
      kind: 'action',
      row_version: action.version + 1,
      before: { status: 'APPROVED', started_on: null },
      after: { status: 'IN_PROGRESS', started_on: '2026-09-01' },
    },
  ]);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  for (const [index, { moment }] of events.entries()) expect(index === 0 || moment > events[index - 1]!.moment).toBe(true);
});

test('what is refused, and what is repeated, leaves none; direct SQL leaves one too', async () => {
  const { id: sourceId } = await makeSource(committee);
  const record = 'mutation($input: RecordFindingInput!) { recordFinding(input: $input) { finding { id } } }';
  const input = { sourceId, polarity: 'CONCERN', statement: 'Late', clientMutationId: 'one' };
  await answered(committee.as('LEAD_OFFICER')(record, { input }));
  const before = (await eventsOf()).length;
  await answered(committee.as('LEAD_OFFICER')(record, { input }));
  await refusal(committee.as('LEAD_OFFICER')(record, { input: { ...input, statement: 'Other' } }));
  expect(await eventsOf()).toHaveLength(before);
  await api.sql(`update finding set statement = 'Rewritten' where committee_id = $1`, [committee.id]);
  await api.sql(`update finding set statement = 'Rewritten' where committee_id = $1`, [committee.id]);
  const events = await eventsOf();
  expect(events).toHaveLength(before + 1);
  expect(events.at(-1)).toMatchObject({ verb: 'SQL', actor_kind: 'DATABASE', actor_id: null });
  expect(await changesOf(events.at(-1))).toMatchObject([{ before: { statement: 'Late' }, after: { statement: 'Rewritten' } }]);
});

test('anybody can compute the chain again from what the database prints', async () => {
  await makeApprovedAction(committee);
  const printed = await api.sql(
    'select seq, governance.event_text(id) as text, hash from event where committee_id = $1 order by seq',
    [committee.id],
  );
  let previous = '0'.repeat(64);
  for (const { text, hash } of printed) {
    previous = createHash('sha256')
      .update(`${previous}\n${String(text)}`)
      .digest('hex');
    expect(hash).toBe(previous);
  }
  expect(await api.sql('select seq, hash from chain_head where committee_id = $1', [committee.id])).toEqual([
    { seq: printed.length, hash: previous },
  ]);
});

const rewriting = [
  ...[`update event set verb = 'x'`, 'delete from event', 'truncate event cascade', `update event_change set after = '{}'`],
  ...[
    'delete from event_change',
    'truncate event_change cascade',
    'delete from event_subject',
    `update chain_head set hash = ''`,
  ],
  ...[`insert into event select * from event`, 'select governance.begin_event(governance.committee())'],
];

test.each(rewriting)('the service’s role is refused: %s', async (sql) => {
  const { committeeId, id } = committee.actor('CHAIR');
  const begin = `BEGIN; SET LOCAL ROLE golden_thread_app; SET LOCAL app.committee = '${committeeId}'; SET LOCAL app.actor = '${id}'`;
  const session = new Session(api.database.dataSource, begin);
  await expect(session.query(sql).finally(() => session.end('ROLLBACK'))).rejects.toThrow('permission denied');
});

test.each(rewriting.slice(0, 7))('the owner’s own SQL is refused unless he takes the guard off: %s', async (sql) => {
  await makeFinding(committee);
  await expect(api.sql(sql)).rejects.toThrow('never changed or removed');
});

const problems = async (): Promise<string[]> =>
  (await verifyHistory(api.database, committee.id)).problems.map(
    ({ seq, problem }) => `${seq}: ${problem.replace(/\(.*\)/, '(…)')}`,
  );

/** Does something with every trigger out of the way, looks what the check says, and undoes it. */
async function tampered(sql: string): Promise<string[]> {
  const { dataSource } = api.database;
  const guards = [
    ['event', 'event_kept'],
    ['event_change', 'event_change_kept'],
    ['finding', 'history_kept'],
    ['action', 'history_kept'],
    ['action_finding', 'history_kept'],
  ] as const;
  return dataSource
    .transaction(async (manager) => {
      for (const [table, trigger] of guards) await manager.query(`alter table ${table} disable trigger ${trigger}`);
      await manager.query(`set local session_replication_role = replica`);
      await manager.query(sql, sql.includes('$1') ? [committee.id] : []);
      const found = await manager.query<{ seq: number; problem: string }[]>('select * from governance.verify($1)', [
        committee.id,
      ]);
      throw new Undone(found.map(({ seq, problem }) => `${seq}: ${problem.replace(/\(.*\)/, '(…)')}`));
    })
    .catch((error: unknown) => {
      if (error instanceof Undone) return [...error.found];
      throw error;
    });
}

class Undone extends Error {
  constructor(readonly found: readonly string[]) {
    super();
  }
}

test.each([
  [
    'an edited verb',
    `update event set verb = 'x' where committee_id = $1 and seq = 3`,
    '3: it is not what was written when it happened',
  ],
  [
    'another actor',
    `update event set actor_id = gen_random_uuid() where committee_id = $1 and seq = 4`,
    '4: it is not what was written',
  ],
  [
    'an edited fact',
    `update event_change set after = after || '{"statement": "x"}' where kind = 'finding' and committee_id = $1`,
    '3: what it changed is not what was written',
  ],
  [
    'a forged hash of a change',
    `update event_change set after = after || '{"statement": "x"}', body_hash = governance.body_hash(salt, before, after || '{"statement": "x"}')
      where kind = 'finding' and committee_id = $1`,
    '3: it is not what was written',
  ],
  [
    'a text taken out without an erasure',
    `update event_change set after = after - 'statement', salt = null where kind = 'finding' and committee_id = $1`,
    '3: its words are gone, and no erasure says so',
  ],
  ['a removed change', `delete from event_change where kind = 'finding' and committee_id = $1`, '3: it is not what was written'],
  ['a removed event', `delete from event where committee_id = $1 and seq = 3`, '4: an event before this one is missing'],
  [
    'the last event removed',
    `delete from event where committee_id = $1 and seq = 5`,
    '5: the events after the one before this are missing',
  ],
  [
    'a moved moment',
    `update event set moment = moment - interval '1 day' where committee_id = $1 and seq = 3`,
    '3: it is not later than the event before it',
  ],
  [
    'a row changed behind the triggers',
    `update finding set statement = 'x' where committee_id = $1`,
    'finding (…) is not what its history says',
  ],
  [
    'a row removed behind the triggers',
    `delete from action_finding where committee_id = $1`,
    'action_finding (…) is not what its history says',
  ],
  [
    'an edited version',
    `update history.action set title = 'x' where committee_id = $1 and valid_to < 'infinity'`,
    'the history of action (…) is not what this event says',
  ],
  [
    'the newest version edited with the row',
    `update history.finding set statement = 'x' where committee_id = $1; update finding set statement = 'x'`,
    'the history of finding (…) is not what this event says',
  ],
])('the check finds %s', async (_, sql, found) => {
  await makeApprovedAction(committee);
  const statements = sql.split('; ');
  const both = statements.length > 1 ? statements.map((each) => each.replace('$1', `'${committee.id}'`)).join('; ') : sql;
  expect((await tampered(both))[0]).toContain(found);
});

test('untouched, nothing is found: not after the whole demonstration, said by its verbs', async () => {
  const { dataSource } = api.database;
  const founded = await loadStrathfinella(dataSource, publishedRecord(), {
    now: api.clock.now,
    founding: { ...strathfinella, name: `Copy ${committee.id}` },
  });
  committee = api.committeeOf(founded);
  expect(await problems()).toEqual([]);
  const events = await eventsOf();
  expect(events[0]).toMatchObject({ verb: 'foundCommittee', actor_kind: 'DATABASE' });
  expect(events.length).toBeGreaterThan(80);
});
