import type { GraphQLSchema } from 'graphql';
import { stableId } from '../../seeds/reference';
import { makeSchema } from '../../src/graphql/schema';
import { toGlobalId } from '../../src/kernel/globalId';
import { Session } from '../../src/store/session';
import { Store } from '../../src/store/store';
import { Recurrence } from '../../src/thread/recurrence.type';
import { ThreadBreak } from '../../src/thread/threadBreak.type';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { ThreadMaker, type Row } from './threadMaking';

let api: TestApi;
let schema: GraphQLSchema;
let committee: TestCommittee;
let maker: ThreadMaker;

beforeAll(async () => {
  api = await startApi();
  schema = await makeSchema();
});
beforeEach(async () => {
  on('2026-01-05');
  committee = await api.newCommittee();
  maker = new ThreadMaker(committee, schema);
});
afterAll(() => api.close());

const on = (day: string): Date => (api.clock.now = new Date(`${day}T10:00:00Z`));
const theme = (code: string): string => toGlobalId('Theme', stableId(`theme ${code}`));
const of = (...codes: string[]) => ({ primaryThemeId: theme(codes[0]!), themeIds: codes.map(theme) });

const FIELDS = `id sentence bases closure closedOn raisedOn days finding { id } source { id } earlierFinding { id } earlierSource { id }
  action { id } themes { code }`;
const LIST = `query($filter: RecurrenceFilter) { recurrences(filter: $filter) { totalCount nodes { ${FIELDS} } } }`;

interface Shown {
  finding: { id: string };
  earlierFinding: { id: string };
  closedOn: string;
  days: number;
  bases: string[];
}

async function flags(filter: object = {}, document = LIST): Promise<Shown[]> {
  const { recurrences } = await answered(committee.as('MEMBER')(document, { filter }));
  expect(recurrences.totalCount).toBe(recurrences.nodes.length);
  return recurrences.nodes as Shown[];
}

type Facts = { sourceId?: string; [field: string]: unknown };

interface Closed {
  finding: Row;
  action: Row;
}

/** A concern whose action a meeting signs off on evidence of impact, on a day that has come. */
async function closed(day: string, facts: Facts = of('A4')): Promise<Closed> {
  on(day);
  const finding = await maker.acceptedFinding(facts);
  return { finding, action: await maker.effectiveAction(day, { findingIds: [finding.id] }) };
}

async function raised(day: string, facts: Facts = of('A4')): Promise<Row> {
  on(day);
  return maker.finding(facts);
}

test('a planted recurrence among sound threads raises one flag, which names both findings, both sources and the closure', async () => {
  await maker.thread();
  const other = await closed('2026-02-02', of('B1'));
  const { finding, action } = await closed('2026-03-10');
  await raised('2026-05-04', of('E4'));
  await raised('2026-05-04', { ...of('A4'), polarity: 'STRENGTH' });
  const sourceId = (await maker.source()).id;
  const again = await raised('2026-06-01', { sourceId, ...of('A4', 'C2') });
  await maker.thread();
  const found = await flags();
  expect(found).toEqual([
    expect.objectContaining({
      ...{ finding: { id: again.id }, source: { id: sourceId }, earlierFinding: { id: finding.id }, action: { id: action.id } },
      ...{ bases: ['PRIMARY_THEME'], closure: 'ACTION_SIGNED_OFF', themes: [{ code: 'A4' }] },
      ...{ closedOn: '2026-03-10', raisedOn: '2026-06-01', days: 83 },
      sentence:
        `Finding ${again.ref} raises finding ${finding.ref} again (theme A4), 83 days after action ${action.ref} ` +
        'was closed as effective on 10 March 2026.',
    }),
  ]);
  const fields = `query($ids: [ID!]!, $later: ID!, $earlier: ID!, $action: ID!, $other: ID!) {
    recurrences(filter: {sourceIds: $ids}) { totalCount }
    later: node(id: $later) { ... on Finding { recurrenceOf { id } recurredIn { id } } }
    earlier: node(id: $earlier) { ... on Finding { recurrenceOf { id } recurredIn { id } } }
    action: node(id: $action) { ... on Action { recurredIn { id } signOffs { recurredIn { id } } } }
    other: node(id: $other) { ... on Action { recurredIn { id } } } }`;
  const ids = { later: again.id, earlier: finding.id, action: action.id, other: other.action.id, ids: [sourceId] };
  const [{ id }] = found as unknown as [{ id: string }];
  expect(await answered(committee.as('MEMBER')(fields, ids))).toEqual({
    recurrences: { totalCount: 1 },
    later: { recurrenceOf: [{ id }], recurredIn: [] },
    earlier: { recurrenceOf: [], recurredIn: [{ id }] },
    action: { recurredIn: [{ id }], signOffs: [{ recurredIn: [{ id }] }] },
    other: { recurredIn: [] },
  });
});

describe('no flag is raised', () => {
  const none = async () => expect(await flags()).toEqual([]);

  test('where the action was signed off without evidence of impact', async () => {
    on('2026-03-10');
    const finding = await maker.acceptedFinding(of('A4'));
    const done = await maker.doneAction({ findingIds: [finding.id] }, '2026-03-10');
    await maker.evidence(done, 2, '2026-03-10');
    await maker.signOff(done, '2026-03-10');
    await raised('2026-06-01');
    await none();
  });

  test('by the source that raised it first', async () => {
    const sourceId = (await maker.source()).id;
    await closed('2026-03-10', { sourceId, ...of('A4') });
    await raised('2026-06-01', { sourceId, ...of('A4') });
    await none();
  });

  test('by a report that was published on the day of the closure or before, whenever it is recorded', async () => {
    await closed('2026-03-10');
    on('2026-06-01');
    for (const publishedOn of ['2026-03-09', '2026-03-10']) {
      await maker.finding({ sourceId: (await maker.source({ publishedOn })).id, ...of('A4') });
    }
    await maker.finding({ sourceId: (await maker.source({ publishedYear: 2024 })).id, ...of('A4') });
    await none();
    await maker.finding({ sourceId: (await maker.source({ publishedOn: '2026-03-11' })).id, ...of('A4') });
    expect(await flags()).toMatchObject([{ days: 1 }]);
  });

  test('by a review of practice that is known to be older than the closure', async () => {
    await closed('2026-03-10');
    on('2026-06-01');
    const reviewOf = (subjectYear: number) =>
      maker.source({ kind: 'LEARNING_REVIEW', isReported: true, publishedYear: 2026, review: { subjectYear } });
    await maker.finding({ sourceId: (await reviewOf(2025)).id, ...of('A4') });
    await none();
    await maker.finding({ sourceId: (await reviewOf(2026)).id, ...of('A4') });
    expect(await flags()).toHaveLength(1);
  });

  test('when it had been reopened before', async () => {
    const { action } = await closed('2026-03-10');
    on('2026-04-14');
    await maker.step('reopenAction', 'action', action, { reason: 'It did not last' });
    await raised('2026-06-01');
    await none();
  });

  test('by a finding that is a draft, refused or replaced', async () => {
    await closed('2026-03-10');
    await raised('2026-06-01', { ...of('A4'), isDraft: true });
    const refused = await raised('2026-06-01');
    await maker.step('respondToFinding', 'finding', refused, { answer: 'NOT_ACCEPTED', reason: 'Not here' });
    const replaced = await raised('2026-06-01');
    await maker.step('supersedeFinding', 'finding', replaced, { supersededById: (await raised('2026-06-01', of('B1'))).id });
    await none();
  });

  test('in another committee', async () => {
    await closed('2026-03-10');
    committee = await api.newCommittee();
    maker = new ThreadMaker(committee, schema);
    await raised('2026-06-01');
    await none();
  });
});

test('with row security out of the way, closures of another committee still contradict nothing here', async () => {
  await closed('2026-03-10');
  const own = await raised('2026-06-01');
  const other = await api.newCommittee();
  maker = new ThreadMaker(other, schema);
  await raised('2026-06-02');
  const session = new Session(api.database.dataSource, 'BEGIN');
  try {
    const seenBy = (each: TestCommittee) =>
      new Store(api.database.dataSource, session, each.actor('MEMBER'), { today: '2026-06-02' });
    expect(await seenBy(other).all(Recurrence)).toEqual([]);
    expect((await seenBy(committee).all(Recurrence)).map(({ ref }) => ref)).toEqual([own.ref]);
    const breaks = await seenBy(other).all(ThreadBreak);
    expect(breaks.filter(({ committeeId }) => committeeId !== other.id)).toEqual([]);
  } finally {
    await session.end('ROLLBACK');
  }
});

describe('a flag', () => {
  test('stays when the closure is reopened because of it', async () => {
    const { action } = await closed('2026-03-10');
    await raised('2026-06-01');
    const before = await flags();
    on('2026-06-09');
    await maker.step('reopenAction', 'action', action, { reason: 'It came up again' });
    expect(await flags()).toEqual(before);
    expect(before).toHaveLength(1);
  });

  test('follows from what people recorded where no theme is shared, and one flag gives every reason', async () => {
    const { finding } = await closed('2026-03-10');
    const said = await raised('2026-06-01', { ...of('B1'), repeatOfId: finding.id });
    const both = await raised('2026-06-02', { ...of('C1', 'A4'), repeatOfId: finding.id });
    expect(await flags()).toMatchObject([
      { finding: { id: said.id }, bases: ['REPEAT_OF'], themes: [] },
      { finding: { id: both.id }, bases: ['REPEAT_OF', 'THEME'], themes: [{ code: 'A4' }] },
    ]);
    const counts = await Promise.all(
      ['REPEAT_OF', 'THEME', 'PRIMARY_THEME'].map(async (basis) => (await flags({ bases: [basis] })).length),
    );
    expect(counts).toEqual([2, 1, 0]);
    expect(await flags({ themeCodes: ['A4'] })).toMatchObject([{ finding: { id: both.id } }]);
    expect(await flags({ themeCodes: ['B1'] })).toEqual([]);
  });

  test('names the last closure of the theme, and one for each theme where they differ', async () => {
    const early = await closed('2026-02-10');
    const harm = await closed('2026-02-17', of('B1'));
    const late = await closed('2026-03-10');
    const latest = await raised('2026-06-01', of('A4', 'B1'));
    const found = await flags();
    expect(found.map(({ finding, earlierFinding, days }) => [finding.id, earlierFinding.id, days]).sort()).toEqual(
      [
        [late.finding.id, early.finding.id, 28],
        [latest.id, late.finding.id, 83],
        [latest.id, harm.finding.id, 104],
      ].sort(),
    );
  });

  test('counts from the evidence where that came after the sign-off, and from assurance where a meeting gave it', async () => {
    on('2026-02-10');
    const finding = await maker.acceptedFinding(of('A4'));
    const done = await maker.doneAction({ findingIds: [finding.id] }, '2026-02-10');
    await maker.evidence(done, 1, '2026-02-10');
    await maker.signOff(done, '2026-02-10');
    await raised('2026-03-02');
    on('2026-04-07');
    await maker.evidence(done, 3, '2026-04-07');
    expect(await flags()).toEqual([]);
    await raised('2026-04-17');
    expect(await flags()).toMatchObject([{ closedOn: '2026-04-07', days: 10, closure: 'ACTION_SIGNED_OFF' }]);
    on('2026-05-12');
    const agreed = await maker.step('agreeFindingResponse', 'finding', finding);
    const addressed = await maker.step('addressFinding', 'finding', agreed);
    await maker.heldOn('2026-05-12');
    await maker.step('assureFinding', 'finding', addressed, { meetingOn: '2026-05-12', minuteRef: 'Item 2' });
    const latest = await raised('2026-05-13');
    expect(await flags()).toMatchObject([
      { closure: 'ACTION_SIGNED_OFF' },
      { finding: { id: latest.id }, closure: 'FINDING_ASSURED', action: null, days: 1 },
    ]);
  });

  test('is there as at every moment from the one it was raised, and not before', async () => {
    const { action } = await closed('2026-03-10');
    await raised('2026-06-01');
    on('2026-07-01');
    const now = await flags();
    await maker.step('reopenAction', 'action', action, { reason: 'It came up again' });
    await maker.evidence(action, 4, '2026-01-01');
    on('2026-07-02');
    const asAt = (moment: string) =>
      flags({}, LIST.replace('($filter: RecurrenceFilter)', `($filter: RecurrenceFilter) @asAt(moment: "${moment}")`));
    expect(await asAt('2026-05-31T10:00:00Z')).toEqual([]);
    expect(await asAt('2026-06-30T10:00:00Z')).toEqual(now);
    expect(now).toHaveLength(1);
  });
});

test('repeated themes count the findings of each source over the years', async () => {
  const old = await maker.source({ publishedYear: 2019 });
  await maker.finding({ sourceId: old.id, ...of('A4', 'B1') });
  await maker.finding({ sourceId: old.id, ...of('A4') });
  await maker.finding({ sourceId: old.id, ...of('A4'), polarity: 'STRENGTH' });
  await closed('2026-03-10', { sourceId: (await maker.source({ publishedYear: 2025 })).id, ...of('A4') });
  await raised('2026-06-01');
  const document =
    '{ repeatThemes { theme { code } findings firstYear lastYear recurrences sources { year findings source { ref } } } }';
  const { repeatThemes } = await answered(committee.as('MEMBER')(document));
  expect(repeatThemes).toEqual([
    {
      ...{ theme: { code: 'A4' }, findings: 4, firstYear: 2019, lastYear: 2026, recurrences: 1 },
      sources: [
        { year: 2019, findings: 2, source: { ref: old.ref } },
        { year: 2025, findings: 1, source: { ref: expect.any(String) } },
        { year: 2026, findings: 1, source: { ref: expect.any(String) } },
      ],
    },
  ]);
  const few = await committee.as('MEMBER')(document);
  for (let count = 0; count < 3; count += 1) await raised('2026-06-02', of('A4', 'B1', 'C1'));
  const many = await committee.as('MEMBER')(document);
  expect(many.data.repeatThemes.length).toBeGreaterThan(1);
  expect(many.statements.length).toBe(few.statements.length);
});
