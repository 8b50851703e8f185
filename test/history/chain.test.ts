import { createHash } from 'node:crypto';
import { loadStrathfinella } from '../../seeds/strathfinella/strathfinella';
import { strathfinella } from '../../seeds/strathfinella/founding';
import { publishedRecord } from '../../seeds/publishedRecord';
import { Session } from '../../src/store/session';
import { type KeptHead, verifyHistory } from '../../src/store/verifyHistory';
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
  (await verifyHistory(api.database, { committeeId: committee.id })).problems.map(
    ({ seq, problem }) => `${seq}: ${problem.replace(/\(.*\)/, '(…)')}`,
  );

/** Does something with every trigger out of the way, as whoever owns the server can, looks what the check says, and undoes it. */
async function tampered(sql: string): Promise<string[]> {
  return api.database.dataSource
    .transaction(async (manager) => {
      await manager.query(`do $$ declare t regclass; begin
        for t in select distinct tgrelid::regclass from pg_trigger where tgenabled = 'A' loop
          execute format('alter table %s disable trigger user', t);
        end loop; end $$`);
      await manager.query(`set local session_replication_role = replica`);
      for (const each of sql.split('; ')) await manager.query(each.replaceAll('$1', `'${committee.id}'`));
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
    `delete from event where committee_id = $1 and seq = 6`,
    '6: the events after the one before this are missing',
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
  [
    'what an event was about, removed',
    `delete from event_subject where committee_id = $1`,
    '2: it is not what was written when it happened',
  ],
  [
    'a version in between removed',
    `delete from history.action where committee_id = $1 and status = 'APPROVED'`,
    'the history of action (…) does not have what this event says',
  ],
  [
    'the first version removed',
    `delete from history.action where committee_id = $1 and status = 'PROPOSED'`,
    'the history of action (…) does not have what this event says',
  ],
  [
    'a version that says it is from before the events',
    `update history.finding set statement = 'x', event_seq = null where committee_id = $1; update finding set statement = 'x' where committee_id = $1`,
    'the history of finding (…) is not what this event says',
  ],
  [
    'a fact that was never given, given from the first on',
    `update history.finding set why = 'x' where committee_id = $1; update finding set why = 'x' where committee_id = $1`,
    'the history of finding (…) is not what this event says',
  ],
  [
    'the beginning of a version moved',
    `update history.action set valid_from = valid_from + interval '100 days' where committee_id = $1 and status = 'IN_PROGRESS'`,
    'the history of action (…) is not what this event says',
  ],
  [
    'the moment between two versions moved',
    `update history.action set valid_to = valid_to + interval '100 days' where committee_id = $1 and status = 'APPROVED'; update history.action set valid_from = valid_from + interval '100 days' where committee_id = $1 and status = 'IN_PROGRESS'`,
    'the history of action (…) is not what this event says',
  ],
  [
    'a version that was made up',
    `insert into history.finding select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'valid_to', '2026-10-01'))).* from history.finding f where committee_id = $1`,
    'the history of finding (…) is not what this event says',
  ],
  [
    'a row that is gone with all its versions',
    `delete from history.action_finding where committee_id = $1; delete from action_finding where committee_id = $1`,
    'the history of action_finding (…) does not have what this event says',
  ],
  [
    'a history that ends for no reason',
    `update history.action_finding set valid_to = '2026-10-01' where committee_id = $1; delete from action_finding where committee_id = $1`,
    'the history of action_finding (…) ends after this event, and no event says so',
  ],
  [
    'a whole chain that is gone, its head too',
    `delete from event_change where committee_id = $1; delete from event_subject where committee_id = $1; delete from event where committee_id = $1; delete from chain_head where committee_id = $1`,
    'its whole chain of events is missing',
  ],
])('the check finds %s', async (_, sql, found) => {
  const action = await makeApprovedAction(committee);
  await moveAction(committee, 'startAction', action, { startedOn: '2026-09-01' });
  expect(await problems()).toEqual([]);
  expect((await tampered(sql)).join('\n')).toContain(found);
});

test('a chain that was written anew from the beginning shows by a head that was kept elsewhere', async () => {
  await makeFinding(committee);
  const head = async (): Promise<KeptHead> => {
    const [row] = await api.sql('select hash, seq as events from chain_head where committee_id = $1', [committee.id]);
    return row as unknown as KeptHead;
  };
  const kept = await head();
  await makeFinding(committee);
  const check = async (keptHeads: readonly KeptHead[]) =>
    (await verifyHistory(api.database, { committeeId: committee.id, keptHeads })).problems;
  expect(await check([kept, await head()])).toEqual([]);
  expect(await check([{ ...kept, hash: 'f'.repeat(64) }])).toEqual([
    { committeeId: null, seq: kept.events, problem: 'no chain has an event of this number with the hash that was kept' },
  ]);
});

test('the check of all says where a trigger is off', async () => {
  const said = `the history of finding is not kept any more`;
  const found = async () => (await verifyHistory(api.database)).problems.map(({ problem }) => problem).join('\n');
  expect(await found()).not.toContain(said);
  await api.sql('alter table finding enable trigger history_kept');
  expect(await found()).toContain(said);
  await api.sql('select governance.govern()');
  expect(await found()).not.toContain(said);
});

test('one transaction may change committees in any order; each gets one event, with all that was changed of it', async () => {
  const other = await api.newCommittee();
  for (const each of [committee, other, committee, other]) await makeFinding(each);
  const [before, beforeOther] = await Promise.all([committee, other].map(({ id }) => lastSeq(id)));
  await api.sql(`update finding set statement = statement || '!' where committee_id in ($1, $2)`, [committee.id, other.id]);
  await api.database.dataSource.transaction(async (manager) => {
    for (const [id, text] of [
      [committee.id, 'first'],
      [other.id, 'second'],
      [committee.id, 'third'],
    ]) {
      await manager.query('update finding set statement = $2 where committee_id = $1', [id, text]);
    }
  });
  expect([await lastSeq(committee.id), await lastSeq(other.id)]).toEqual([Number(before) + 2, Number(beforeOther) + 2]);
  const changes = await changesOf((await eventsOf()).at(-1));
  expect(changes.map(({ after }) => after)).toEqual([{ statement: 'third' }, { statement: 'third' }]);
  expect(changes.map(({ before: was }) => (was as { statement: string }).statement)).toEqual([
    'Core groups are often late!',
    'Core groups are often late!',
  ]);
  expect(await problems()).toEqual([]);
});

test('what a change takes away and puts back, or makes and takes away, was never gone or there; other changes of it stand', async () => {
  const { id } = await makeApprovedAction(committee);
  const uuid = Buffer.from(id, 'base64url').toString().split(':')[1];
  const seq = await lastSeq(committee.id);
  await api.database.dataSource.transaction(async (manager) => {
    const [tie] = await manager.query<{ finding_id: string }[]>('select finding_id from action_finding where action_id = $1', [
      uuid,
    ]);
    await manager.query('delete from action_finding where action_id = $1', [uuid]);
    await manager.query('insert into action_finding (committee_id, action_id, finding_id) values ($1, $2, $3)', [
      ...[committee.id, uuid, tie?.finding_id],
    ]);
    await manager.query(`update action set title = 'Other' where id = $1`, [uuid]);
    await manager.query(`update action set title = 'Third', version = version + 1 where id = $1`, [uuid]);
  });
  expect(await lastSeq(committee.id)).toBe(Number(seq) + 1);
  const changes = await changesOf((await eventsOf()).at(-1));
  expect(changes).toMatchObject([{ kind: 'action', after: { title: 'Third' } }]);
  expect(await problems()).toEqual([]);
  await api.database.dataSource.transaction(async (manager) => {
    await manager.query(`update action set title = 'Fourth' where id = $1`, [uuid]);
    await manager.query(`update action set title = 'Third' where id = $1`, [uuid]);
  });
  expect(await lastSeq(committee.id)).toBe(Number(seq) + 1);
  expect(await problems()).toEqual([]);
});

test.each(['id = gen_random_uuid()', 'committee_id = $2'])(
  'the key of a row and its committee never change: %s',
  async (change) => {
    const other = await api.newCommittee();
    await api.sql(
      `insert into theme (id, committee_id, code, label, group_label) values (gen_random_uuid(), $1, 'X', 'X', 'X')`,
      [committee.id],
    );
    await expect(
      api.sql(`update theme set ${change} where committee_id = $1 and $2::uuid is not null`, [committee.id, other.id]),
    ).rejects.toThrow('never change');
  },
);

const lastSeq = async (id: string): Promise<unknown> =>
  (await api.sql('select max(seq) as seq from event where committee_id = $1', [id]))[0]?.seq;

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

test('an agency that sits in several committees has a history in each of them', async () => {
  const other = await api.newCommittee();
  await api.sql(
    `insert into committee_agency (committee_id, agency_id) select $1, agency_id from committee_agency where committee_id = $2`,
    [other.id, committee.id],
  );
  const { problems: found } = await verifyHistory(api.database);
  expect(found.filter(({ committeeId }) => [committee.id, other.id].includes(String(committeeId)))).toEqual([]);
});
