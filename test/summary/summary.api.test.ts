import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeAction, makeApprovedAction, makeFinding, makeSource, makeStartedAction } from '../support/make';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
  const { themes } = await answered(committee.as('MEMBER')('{ themes(filter: {codes: ["A4", "A5"]}) { nodes { id code } } }'));
  const [a4, a5] = themes.nodes.map(({ id }: { id: string }) => id) as string[];
  const survey = (await makeSource(committee, { kind: 'STAFF_SURVEY' })).id;
  const both = (await makeFinding(committee, { themeIds: [a4, a5] })).id;
  const other = (await makeFinding(committee, { sourceId: survey, themeIds: [a5] })).id;
  await makeAction(committee, { findingIds: [both] });
  await makeApprovedAction(committee, { findingIds: [both], dueOn: '2026-09-30' });
  await makeStartedAction(committee, { findingIds: [both, other], dueOn: '2026-10-31', leadAgencyId: committee.agencyIds[1] });
});
afterAll(() => api.close());

interface Summary {
  asAtOn: string;
  total: number;
  overdue: number;
  groups: { key: string | null; count: number; overdue: number }[];
}

const summary = async (groupBy: string, filter: object = {}): Promise<Summary> =>
  (
    await answered(
      committee.as('MEMBER')(
        'query($by: SummaryGrouping!, $filter: ActionFilter) { statusSummary(groupBy: $by, filter: $filter) { asAtOn total overdue groups { key count overdue } } }',
        { by: groupBy, filter },
      ),
    )
  ).statusSummary as Summary;

const onDay = async (day: string, groupBy: string, filter: object = {}): Promise<Summary> => {
  const before = api.clock.now;
  api.clock.now = new Date(`${day}T12:00:00Z`);
  try {
    return await summary(groupBy, filter);
  } finally {
    api.clock.now = before;
  }
};

test.each([
  ['2026-09-30', 0],
  ['2026-10-01', 1],
  ['2026-11-01', 2],
])('on %s %i are overdue, the same in the total, the groups and the list', async (day, overdue) => {
  const answer = await onDay(day, 'STATUS');
  expect(answer).toMatchObject({ asAtOn: day, total: 3, overdue });
  expect(answer.groups.reduce((sum, group) => sum + group.overdue, 0)).toBe(overdue);
  expect((await onDay(day, 'STATUS', { isOverdue: true })).total).toBe(overdue);
});

test('by state every action is in one group', async () => {
  expect((await summary('STATUS')).groups).toEqual([
    { key: 'APPROVED', count: 1, overdue: 0 },
    { key: 'IN_PROGRESS', count: 1, overdue: 0 },
    { key: 'PROPOSED', count: 1, overdue: 0 },
  ]);
});

test('by theme and by kind of source an action may be in two groups, and the total counts it once', async () => {
  const [byTheme, byKind] = [await summary('THEME'), await summary('SOURCE_KIND')];
  expect(byTheme.groups.map(({ key, count }) => [key, count])).toEqual([
    ['A4', 3],
    ['A5', 3],
  ]);
  expect(byKind.groups.map(({ key, count }) => [key, count])).toEqual([
    ['MULTI_AGENCY_AUDIT', 3],
    ['STAFF_SURVEY', 1],
  ]);
  expect([byTheme.total, byKind.total]).toEqual([3, 3]);
});

test('by lead agency the key is the agency’s id', async () => {
  const { groups } = await summary('LEAD_AGENCY');
  expect(new Map(groups.map(({ key, count }) => [key, count]))).toEqual(
    new Map([
      [committee.agencyIds[0], 2],
      [committee.agencyIds[1], 1],
    ]),
  );
});

test.each([
  [{ statuses: ['APPROVED'] }, 1],
  [{ sourceKinds: ['STAFF_SURVEY'] }, 1],
  [{ themeCodes: ['A4'] }, 3],
  [{ dueBefore: '2026-10-01' }, 1],
  [{ dueAfter: '2026-10-30', statuses: ['IN_PROGRESS'] }, 1],
  [{ text: 'core GROUP' }, 3],
  [{ text: '100%' }, 0],
  [{ statuses: [] }, 0],
])('a filter means the same for the summary and the list: %j', async (filter, count) => {
  const document = 'query($filter: ActionFilter) { actions(filter: $filter) { totalCount nodes { id } } }';
  const { actions } = await answered(committee.as('MEMBER')(document, { filter }));
  expect([(await summary('STATUS', filter)).total, actions.totalCount, actions.nodes.length]).toEqual([count, count, count]);
});
