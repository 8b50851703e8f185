import type { Role } from '../../src/access/roles';
import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { testDatabase } from '../support/database';
import { makeAction, makeFinding, makePlannedMeeting, makeSource, type Made } from '../support/make';
import { look, makeGroup, say } from './tierMaking';

/* Who had the text of something RESTRICTED before them is on record before the text leaves. */
let api: TestApi;
let committee: TestCommittee;
let finding: Made;
const statements: string[] = [];
const STATEMENT = '... on Finding { statement }';

beforeAll(async () => {
  api = await startApi();
  await testDatabase((sql) => statements.push(sql));
});
afterAll(() => api.close());

beforeEach(async () => {
  committee = await api.newCommittee();
  const group = await makeGroup(committee, 'Group', 'CHAIR', 'LEAD_OFFICER');
  const source = await makeSource(committee);
  finding = await makeFinding(committee, {
    sourceId: source.id,
    statement: 'Known to few',
    visibility: 'RESTRICTED',
    restrictedGroupId: group,
  });
  await makeAction(committee, { findingIds: [finding.id] });
  await makePlannedMeeting(committee);
});

const reads = async (filter: object = {}): Promise<Shown[]> => {
  const document = `query($filter: RestrictedReadFilter) { restrictedReads(filter: $filter) { totalCount nodes {
    actorKind moment operation typeName member { role } serviceAccount { displayName } row { id ... on Finding { ref } } } } }`;
  return (await answered(committee.as('AUDITOR')(document, { filter }))).restrictedReads.nodes as Shown[];
};

test('a read of a text is on record: who, when, what and by which operation, in one statement more', async () => {
  api.clock.now = new Date('2026-09-15T11:00:00Z');
  await look(committee, 'CHAIR', finding.id, STATEMENT);
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  expect(await reads()).toEqual([
    {
      ...{ actorKind: 'PERSON', moment: '2026-09-15T11:00:00.000Z', operation: 'query Look: node', typeName: 'Finding' },
      ...{ member: { role: 'CHAIR' }, serviceAccount: null, row: { id: finding.id, ref: finding.ref } },
    },
  ]);
  const written = async (id: string): Promise<number> => {
    statements.length = 0;
    await look(committee, 'CHAIR', id, '... on LearningSource { findings { nodes { statement why } } }');
    return statements.filter((sql) => sql.includes('insert into restricted_read')).length;
  };
  const { source } = await look(committee, 'CHAIR', finding.id, '... on Finding { source { id } restrictedGroup { id } }');
  const open = await makeSource(committee);
  await makeFinding(committee, { sourceId: open.id });
  expect([await written(source.id), await written(open.id)]).toEqual([1, 0]);
});

test.each<[string, Role, string, number]>([
  [
    'how far it has come, not what it says',
    'CHAIR',
    '{ findings { nodes { ref status visibility } } statusSummary { total } }',
    0,
  ],
  ['a list with its texts', 'CHAIR', '{ findings { nodes { statement } } }', 1],
  ['a list of somebody who is left out', 'MEMBER', '{ findings { nodes { statement why } } }', 0],
  ['a list ordered by a text, whose cursors tell it', 'CHAIR', '{ actions(orderBy: { field: TITLE }) { edges { cursor } } }', 1],
  ['a list ordered by what is plain', 'CHAIR', '{ actions { edges { cursor } } }', 0],
  ['an auditor’s list', 'AUDITOR', '{ findings { nodes { why statement } } }', 1],
  [
    'what its history tells',
    'CHAIR',
    '{ findings(first: 1) { nodes { history(first: 2) { nodes { changes { fields { field after } } } } } } }',
    2,
  ],
  [
    'what its history tells of its beginning',
    'CHAIR',
    '{ findings(first: 1) { nodes { history(first: 1) { nodes { changes { fields { field after } } } } } } }',
    1,
  ],
  [
    'what events tell of things without a tier',
    'AUDITOR',
    '{ events(first: 1, filter: { verbs: ["planMeeting"] }) { nodes { sentence changes { fields { after } } } } }',
    0,
  ],
  ['the past', 'CHAIR', 'query @asAt(moment: "2026-09-15T10:20:00Z") { findings { nodes { statement } } }', 1],
])('%s, asked by %s, is a read or is none: %s', async (_, role, document, count) => {
  api.clock.now = new Date('2026-09-15T10:30:00Z');
  await answered(committee.as(role)(document));
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  expect((await reads()).length).toBe(count);
});

test('what its history tells is a read of each thing that an event tells the texts of, and never of a tie', async () => {
  const [action] = (await look(committee, 'CHAIR', finding.id, '... on Finding { actions { nodes { id } } }')).actions.nodes;
  const read = async (shown: string, moment: string): Promise<unknown> => {
    api.clock.now = new Date(moment);
    await look(committee, 'CHAIR', finding.id, `... on Finding { history(first: 2) { nodes { ${shown} } } }`);
    api.clock.now = new Date('2026-09-15T10:00:00Z');
    const then = (await reads()).filter((each) => each.moment === moment);
    return then.map(({ typeName, row }) => [typeName, row.id]).sort();
  };
  const both = [
    ['Action', action.id],
    ['Finding', finding.id],
  ];
  expect(await read('changes { typeName fields { field before after } }', '2026-09-15T11:01:00.000Z')).toEqual(both);
  expect(await read('sentence', '2026-09-15T11:02:00.000Z')).toEqual(both);
  expect(await read('verb moment', '2026-09-15T11:03:00.000Z')).toEqual([]);
});

test('what a verb shows of it when it is done is a read as well', async () => {
  const input = { id: finding.id, version: 1, answer: 'ACCEPTED' };
  await answered(say(committee, 'CHAIR', 'respondToFinding', input));
  expect(await reads()).toEqual([]);
  await answered(
    say(
      committee,
      'LEAD_OFFICER',
      'classifyFinding',
      { id: finding.id, version: 2, visibility: 'COMMITTEE' },
      'finding { statement }',
    ),
  );
  expect(await reads()).toEqual([]);
  const group = await makeGroup(committee, 'Second', 'LEAD_OFFICER');
  const tier = { visibility: 'RESTRICTED', restrictedGroupId: group };
  await answered(
    say(committee, 'LEAD_OFFICER', 'classifyFinding', { id: finding.id, version: 3, ...tier }, 'finding { statement }'),
  );
  expect((await reads()).map(({ operation }) => operation)).toEqual(['mutation Say: classifyFinding']);
});

test('when the read cannot be put on record, the answer is not given', async () => {
  await api.sql(`create function public.no_record() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
    create trigger no_record before insert on restricted_read for each row execute function public.no_record()`);
  try {
    await expect(look(committee, 'CHAIR', finding.id, STATEMENT)).rejects.toThrow('no room');
    expect((await look(committee, 'MEMBER', finding.id, STATEMENT)).statement).toBeNull();
  } finally {
    await api.sql('drop trigger no_record on restricted_read; drop function public.no_record()');
  }
  expect(await reads()).toEqual([]);
});

test('the log is for auditors and privacy stewards; nobody else is shown it, nor one of its lines', async () => {
  await look(committee, 'CHAIR', finding.id, STATEMENT);
  const ask = '{ restrictedReads { nodes { id } } }';
  const { restrictedReads } = await answered(committee.as('PRIVACY_STEWARD')(ask));
  const [{ id }] = restrictedReads.nodes;
  for (const role of ['CHAIR', 'LEAD_OFFICER', 'MEMBER', 'ADMIN', 'PARTNER_VIEWER'] as const) {
    expect((await refusal(committee.as(role)(ask))).code).toBe('FORBIDDEN');
    expect((await committee.as(role)('query($id: ID!) { node(id: $id) { id } }', { id })).data).toEqual({ node: null });
  }
  const other = await api.newCommittee();
  expect((await answered(other.as('AUDITOR')(ask))).restrictedReads.nodes).toEqual([]);
});

test('what was read can be found by who read it, what it was and when', async () => {
  await look(committee, 'CHAIR', finding.id, STATEMENT);
  const chair = (await answered(committee.as('CHAIR')('{ viewer { member { id } } }'))).viewer.member.id as string;
  const found = async (filter: object) => (await reads(filter)).length;
  expect([
    await found({ actorIds: [chair] }),
    await found({ actorIds: [finding.id] }),
    await found({ rowIds: [finding.id] }),
  ]).toEqual([1, 0, 1]);
  expect([await found({ from: '2026-09-15', to: '2026-09-15' }), await found({ from: '2026-09-16' })]).toEqual([1, 0]);
});

test.each(['update restricted_read set operation = $$x$$', 'delete from restricted_read', 'truncate restricted_read'])(
  'nobody rewrites it: %s',
  async (sql) => {
    await look(committee, 'CHAIR', finding.id, STATEMENT);
    await expect(api.sql(sql)).rejects.toThrow('stays on record');
    await expect(
      api.database.dataSource.transaction(async (manager) => {
        await manager.query(`set local role golden_thread_app`);
        await manager.query(sql);
      }),
    ).rejects.toThrow(/permission denied/);
  },
);
