import { addDays } from '../../src/kernel/localDate';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeAction, makeApprovedAction, makeStartedAction, moveAction, type Made } from '../support/make';
import { randomly } from '../support/randomVerbs';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const against = 'dueOn colour label text reason sentence';
const ratingOf = `query($id: ID!, $basis: ConfidenceBasis) { node(id: $id) { ... on Action { version dueOn
  rating(basis: $basis) { asAtOn basis category now { ${against} } againstOriginal { ${against} } } } } }`;

const look = async ({ id }: { id: string }, basis = 'NOW') =>
  (await answered(committee.as('MEMBER')(ratingOf, { id, basis }))).node;

async function redate(action: Made, dueOn: string): Promise<Made> {
  api.clock.now = new Date(api.clock.now.getTime() + 60_000);
  const document = 'mutation($input: RedateActionInput!) { redateAction(input: $input) { action { id ref version } } }';
  const input = { id: action.id, version: action.version, dueOn, reason: 'More time is needed' };
  return (await answered(committee.as('CHAIR')(document, { input }))).redateAction.action as Made;
}

const report = (action: Made, facts: object) =>
  answered(
    committee.as('LEAD_OFFICER')('mutation($input: UpdateActionInput!) { updateAction(input: $input) { action { id } } }', {
      input: { actionId: action.id, text: 'As it is', ...facts },
    }),
  );

test('an action is rated against both dates, with text beside each colour; people’s confidence stays apart', async () => {
  const action = await redate(await makeStartedAction(committee, { dueOn: '2026-09-30' }), '2027-03-31');
  await report(action, { confidence: 'RED', basis: 'NOW' });
  api.clock.now = new Date('2026-11-01T10:00:00Z');
  expect((await look(action)).rating).toEqual({
    ...{ asAtOn: '2026-11-01', basis: 'NOW', category: 'GREEN_BY_REDATING' },
    now: {
      ...{ dueOn: '2027-03-31', colour: 'GREEN', label: 'On track', text: 'On track to the date it is held against.' },
      ...{ reason: 'ON_TRACK', sentence: 'Nothing recorded speaks against delivery by this date.' },
    },
    againstOriginal: {
      ...{ dueOn: '2026-09-30', colour: 'RED', label: 'Off track' },
      text: 'Overdue, or will not be delivered without intervention.',
      ...{ reason: 'OVERDUE', sentence: 'It is 32 days overdue.' },
    },
  });
});

test('the forecast says what the record already says about the date', async () => {
  const action = await makeStartedAction(committee, { milestones: [{ title: 'In use', dueOn: '2027-02-28' }] });
  expect((await look(action)).rating.now).toMatchObject({ colour: 'GREEN', reason: 'ON_TRACK' });
  const forecast = (await look(action, 'FORECAST_TO_DUE_DATE')).rating;
  expect(forecast).toMatchObject({
    basis: 'FORECAST_TO_DUE_DATE',
    now: { colour: 'RED', reason: 'MILESTONE_PAST_DATE' },
    category: 'OFF_TRACK',
  });
});

test('re-dating never changes the rating against the original date, however often and to whatever day', async () => {
  const random = randomly(11);
  for (const isStarted of [false, true]) {
    let action = await makeApprovedAction(committee, {
      dueOn: '2026-10-10',
      milestones: [{ title: 'Half', dueOn: '2026-09-20' }],
    });
    if (isStarted) action = await moveAction(committee, 'startAction', action, { startedOn: '2026-06-01' });
    for (let step = 0; step < 12; step += 1) {
      if (random.next() < 0.3) await report(action, { blockedBy: random.next() < 0.5 ? 'Staff are off sick' : undefined });
      const bases = ['NOW', 'FORECAST_TO_DUE_DATE'] as const;
      const before = await Promise.all(bases.map(async (basis) => (await look(action, basis)).rating.againstOriginal));
      action = await redate(action, addDays('2026-06-01', step * 30 + random.below(30)));
      const after = await Promise.all(bases.map(async (basis) => (await look(action, basis)).rating.againstOriginal));
      expect(after).toEqual(before);
      api.clock.now = new Date(api.clock.now.getTime() + random.below(20) * 86_400_000);
    }
  }
});

test('counts by rating add up, agree with the lists and with the re-datings in the event log', async () => {
  const late = await makeStartedAction(committee, { dueOn: '2026-09-01' });
  const moved = await makeStartedAction(committee, { dueOn: '2026-09-02' });
  const twice = await makeStartedAction(committee, { dueOn: '2026-09-03' });
  await makeAction(committee);
  await redate(moved, '2027-03-31');
  await redate(await redate(twice, '2026-12-01'), '2027-01-31');
  const ask = async (by: string) =>
    (
      await answered(
        committee.as('MEMBER')(`{ statusSummary(groupBy: ${by}) { total overdue groups { key label count overdue } } }`),
      )
    ).statusSummary;
  expect((await ask('RATING_CATEGORY')).groups).toEqual([
    { key: 'GREEN_BY_REDATING', label: 'Green by redating', count: 2, overdue: 0 },
    { key: 'OFF_TRACK', label: 'Off track', count: 1, overdue: 1 },
    { key: 'WAITING', label: 'Waiting', count: 1, overdue: 0 },
  ]);
  const filters = { RATING: 'ratings', ORIGINAL_RATING: 'originalRatings', RATING_CATEGORY: 'ratingCategories' } as const;
  for (const [by, field] of Object.entries(filters)) {
    const { total, groups } = await ask(by);
    expect(groups.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(total);
    for (const { key, count } of groups as { key: string; count: number }[]) {
      const list = await answered(committee.as('MEMBER')(`{ actions(filter: {${field}: [${key}]}) { totalCount } }`));
      expect([by, key, list.actions.totalCount]).toEqual([by, key, count]);
    }
  }
  const green = await answered(
    committee.as('CHAIR')(
      '{ actions(filter: {ratingCategories: [GREEN_BY_REDATING]}) { nodes { id } } events(filter: {verbs: ["redateAction"]}) { nodes { changes { typeName row { id } } } } }',
    ),
  );
  const changed = green.events.nodes.flatMap(({ changes }: { changes: { typeName: string; row: { id: string } }[] }) => changes);
  const redated = changed.filter(({ typeName }: { typeName: string }) => typeName === 'Action');
  expect(new Set(redated.map(({ row }: { row: { id: string } }) => row.id))).toEqual(
    new Set(green.actions.nodes.map(({ id }: { id: string }) => id)),
  );
  expect((await look(late)).rating.category).toBe('OFF_TRACK');
});

test('the committee’s own legend decides, from the day on which it was agreed', async () => {
  const action = await makeStartedAction(committee, { dueOn: '2026-09-10' });
  const { committee: own } = await answered(
    committee.as('MEMBER')(
      '{ committee { ratingLegend { id version blueFrom amberDays quietDays graceDays colours { colour label } } } }',
    ),
  );
  expect(own.ratingLegend).toMatchObject({ blueFrom: 'SIGNED_OFF', amberDays: 28, quietDays: 42, graceDays: 0 });
  expect(own.ratingLegend.colours.map(({ colour }: { colour: string }) => colour)).toEqual([
    ...['BLUE', 'GREEN', 'AMBER', 'RED', 'GREY'],
  ]);
  expect((await look(action)).rating.now).toMatchObject({ colour: 'RED' });
  const before = '2026-09-15T10:30:00Z';
  api.clock.now = new Date('2026-09-15T11:00:00Z');
  const agree = 'mutation($input: AgreeRatingLegendInput!) { agreeRatingLegend(input: $input) { legend { version graceDays } } }';
  const { id, version } = own.ratingLegend;
  const colours = [{ colour: 'AMBER', label: 'Slipping', meaning: 'Up to a fortnight late.' }];
  await answered(committee.as('LEAD_OFFICER')(agree, { input: { id, version, graceDays: 14, colours } }));
  expect((await look(action)).rating.now).toMatchObject({
    ...{ colour: 'AMBER', label: 'Slipping', text: 'Up to a fortnight late.' },
    ...{ reason: 'JUST_OVERDUE', sentence: 'It is 5 days overdue, within the days of grace.' },
  });
  const then = await answered(
    committee.as('MEMBER')(
      `query($id: ID!) @asAt(moment: "${before}") { node(id: $id) { ... on Action { rating { now { colour label } } } } }`,
      {
        id: action.id,
      },
    ),
  );
  expect(then.node.rating.now).toEqual({ colour: 'RED', label: 'Off track' });
  expect(await refusal(committee.as('LEAD_OFFICER')(agree, { input: { id, version, graceDays: 1 } }))).toMatchObject({
    code: 'STALE',
  });
  const nothing = { id, version: Number(version) + 1, colours: [] };
  expect(await refusal(committee.as('CHAIR')(agree, { input: nothing }))).toMatchObject({
    ...{ rule: 'ratingLegend.nothing', field: 'input.colours' },
  });
  const again = { id, version: Number(version) + 1, colours: [...colours, ...colours] };
  expect(await refusal(committee.as('CHAIR')(agree, { input: again }))).toMatchObject({ rule: 'ratingLegend.twice' });
});

test('ratings take as many statements for one action as for many', async () => {
  const ask = '{ actions(first: 50) { nodes { rating { category now { label } } } } statusSummary(groupBy: RATING) { total } }';
  await makeStartedAction(committee);
  const one = await committee.as('CHAIR')(ask);
  for (let count = 0; count < 5; count += 1) await makeStartedAction(committee, { milestones: [{ title: 'Half' }] });
  const six = await committee.as('CHAIR')(ask);
  expect([one.errors, six.errors]).toEqual([[], []]);
  expect(six.statements.length).toBe(one.statements.length);
});
