import { answered, startApi, type TestApi, type TestCommittee, type Shown } from '../support/api';
import { makeCompletedAction, makeHeldMeeting, makeStartedAction, moveAction, type Made } from '../support/make';
import { mutation, makeMeasure } from '../measures/measureMaking';
import { ask as askCycle } from '../cycles/cycleMaking';
import { fallen, makeSeries, monthAt, risen, steady } from './chartMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
  api.clock.now = new Date('2025-09-15T10:00:00Z');
  await makeHeldMeeting(committee, { meetsOn: '2025-09-15' });
});
afterAll(() => api.close());

const whole = `improvementStatus improvement { status reasons { code sentence } measures { signal sentence measure { name kind } }
  watch { state closedOn untilOn stoppedMeasures { measure { name } } } }`;

const of = async (id: string, type = 'Action'): Promise<Record<string, Shown>> =>
  (await answered(committee.as('MEMBER')(`query($id: ID!) { node(id: $id) { ... on ${type} { ${whole} } } }`, { id })))
    .node as Record<string, Shown>;

const statusOf = async (measureIds: string[]): Promise<unknown> => {
  const { improvementStatus, improvement } = await of((await makeStartedAction(committee, { measureIds })).id);
  expect(improvement.status).toBe(improvementStatus);
  return improvementStatus;
};

test('each status from a known series', async () => {
  const better = await makeSeries(committee, [...steady, ...risen], { kind: 'OUTCOME' });
  const worse = await makeSeries(committee, [...steady, ...fallen]);
  const quiet = await makeSeries(committee, steady);
  const few = await makeSeries(committee, [60, 61]);
  const harm = await makeSeries(committee, [...steady, ...risen], {
    kind: 'BALANCING',
    definition: { directionOfGood: 'LOWER' },
  });
  const empty = await makeMeasure(committee);
  expect(await statusOf([])).toBe('NO_MEASURE');
  expect(await statusOf([harm.id])).toBe('NO_MEASURE');
  expect(await statusOf([empty.id])).toBe('INSUFFICIENT_DATA');
  expect(await statusOf([few.id])).toBe('INSUFFICIENT_DATA');
  expect(await statusOf([quiet.id, few.id])).toBe('NO_SIGNAL');
  expect(await statusOf([better.id, quiet.id])).toBe('IMPROVING');
  expect(await statusOf([better.id, harm.id])).toBe('NO_SIGNAL');
  expect(await statusOf([better.id, worse.id])).toBe('DETERIORATING');
});

test('the reasons and the measures behind it are told in sentences', async () => {
  const better = await makeSeries(committee, [...steady, ...risen], { name: 'Core groups in time', kind: 'OUTCOME' });
  const harm = await makeSeries(committee, [...steady, ...risen], {
    name: 'Minutes overdue',
    kind: 'BALANCING',
    definition: { directionOfGood: 'LOWER' },
  });
  const action = await makeStartedAction(committee, { measureIds: [better.id, harm.id] });
  const { improvement } = await of(action.id);
  expect(improvement.reasons).toEqual([
    {
      code: 'SIGNAL_BETTER',
      sentence:
        'Core groups in time: Eight points in a row above the centre since January 2025: a signal of change for the better.',
    },
    {
      code: 'BALANCING_WORSE',
      sentence:
        'Minutes overdue, a balancing measure, gets worse, which holds back IMPROVING: Eight points in a row above the centre since January 2025: a signal of change for the worse.',
    },
  ]);
  expect(improvement.measures.map(({ measure, signal }: Shown) => [measure.name, signal])).toEqual([
    ['Core groups in time', 'BETTER'],
    ['Minutes overdue', 'WORSE'],
  ]);
  expect(improvement.watch).toBeNull();
});

async function signOff(action: Made, more: object = {}): Promise<void> {
  const evidence = { actionId: action.id, kind: 'MEASURE', description: 'The chart', datedOn: '2025-09-01', impactLevel: 3 };
  await answered(committee.as('LEAD_OFFICER')(mutation('addEvidence', 'action { id }'), { input: evidence }));
  const input = { id: action.id, version: action.version, meetingOn: '2025-09-15', minuteRef: 'Minute 4', ...more };
  await answered(committee.as('CHAIR')(mutation('signOffAction', 'action { id sustainMonths }'), { input }));
}

const record = async (measure: Made, indexes: readonly number[], value: number): Promise<void> => {
  const points = indexes.map((index) => ({ ...monthAt(index), value }));
  await answered(
    committee.as('DATA_ANALYST')(mutation('recordDataPoints', 'measure { id }'), { input: { measureId: measure.id, points } }),
  );
};

test('an improvement is sustained once it has held for the agreed period after sign-off, and the watch tells', async () => {
  const measure = await makeSeries(committee, [...steady, ...risen], { kind: 'OUTCOME' });
  const action = await makeCompletedAction(committee, { measureIds: [measure.id] }, '2025-09-01');
  expect((await of(action.id)).improvementStatus).toBe('IMPROVING');
  await signOff(action);
  expect((await of(action.id)).improvement).toMatchObject({
    status: 'IMPROVING',
    watch: { state: 'WATCHING', closedOn: '2025-09-15', untilOn: '2026-09-15' },
  });

  api.clock.now = new Date('2026-10-10T10:00:00Z');
  expect((await of(action.id)).improvement).toMatchObject({
    status: 'IMPROVING',
    watch: { state: 'STOPPED', stoppedMeasures: [{ measure: { name: 'Core groups' } }] },
  });

  await record(measure, [20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32], 75);
  expect((await of(action.id)).improvement).toMatchObject({ status: 'SUSTAINED', watch: { state: 'HELD', stoppedMeasures: [] } });
});

test('the agreed period is the committee’s, or the one said at sign-off', async () => {
  const measure = await makeSeries(committee, [...steady, ...risen], { kind: 'OUTCOME' });
  const [usual, short] = [
    await makeCompletedAction(committee, { measureIds: [measure.id] }, '2025-09-01'),
    await makeCompletedAction(committee, { measureIds: [measure.id] }, '2025-09-01'),
  ];
  await signOff(usual);
  await signOff(short, { sustainMonths: 3 });
  const { committee: own } = await answered(committee.as('CHAIR')('{ committee { settings { id version sustainMonths } } }'));
  expect(own.settings.sustainMonths).toBe(12);
  const input = { id: own.settings.id, version: own.settings.version, sustainMonths: 6 };
  await answered(committee.as('CHAIR')(mutation('agreeSettings', 'settings { sustainMonths version }'), { input }));
  expect((await of(usual.id)).improvement.watch.untilOn).toBe('2026-03-15');
  expect((await of(short.id)).improvement.watch.untilOn).toBe('2025-12-15');
  const { errors } = await committee.as('CHAIR')(mutation('agreeSettings', 'settings { id }'), {
    input: { ...input, version: 2, sustainMonths: 0 },
  });
  expect(errors[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [{ field: 'input.sustainMonths', messages: ['must be at least 1'] }],
  });
});

test('an aim improves as its measures do, and is closed when all that serves it is', async () => {
  const { aim } = (await answered(askCycle(committee, 'stateAim', { statement: 'Core groups meet in time' }))).stateAim as {
    aim: { id: string };
  };
  expect((await of(aim.id, 'Aim')).improvementStatus).toBe('NO_MEASURE');
  const measure = await makeSeries(committee, [...steady, ...risen], { kind: 'OUTCOME', aimId: aim.id });
  const [one, other] = [
    await makeCompletedAction(committee, { measureIds: [measure.id] }, '2025-09-01'),
    await makeCompletedAction(committee, { measureIds: [measure.id] }, '2025-09-01'),
  ];
  await signOff(one);
  expect((await of(aim.id, 'Aim')).improvement).toMatchObject({ status: 'IMPROVING', watch: null });
  await signOff(other);
  expect((await of(aim.id, 'Aim')).improvement.watch).toMatchObject({ state: 'WATCHING', closedOn: '2025-09-15' });
});

test('a new phase begun at the new level does not make the improvement disappear, and a worsening in it shows', async () => {
  const measure = await makeSeries(committee, [...steady, ...risen], { kind: 'OUTCOME' });
  const mark = { measureId: measure.id, kind: 'PHASE', markedOn: '2025-01-01', text: 'The new form is in use' };
  await answered(committee.as('IMPROVEMENT_ADVISER')(mutation('markChart', 'mark { id }'), { input: mark }));
  const action = await makeStartedAction(committee, { measureIds: [measure.id] });
  const { improvement } = await of(action.id);
  expect([improvement.status, improvement.reasons[0].sentence]).toEqual([
    'IMPROVING',
    'Core groups: Eight points in a row above the centre since January 2025: a signal of change for the better, by the centre of phase 1.',
  ]);
  await record(measure, [20, 21, 22, 23, 24, 25, 26, 27], 66);
  expect((await of(action.id)).improvementStatus).toBe('DETERIORATING');
});

test('after a change of definition only the new figures count', async () => {
  const measure = await makeSeries(committee, [...steady, ...risen], { kind: 'OUTCOME' });
  const definition = {
    effectiveOn: '2025-06-01',
    statement: 'Otherwise',
    calculation: 'MEDIAN',
    directionOfGood: 'HIGHER',
    frequency: 'MONTHLY',
  };
  const input = { id: measure.id, version: 1, reason: 'Guidance', definition };
  await answered(committee.as('DATA_ANALYST')(mutation('redefineMeasure', 'measure { id }'), { input }));
  const later = await makeStartedAction(committee, { measureIds: [measure.id] });
  expect((await of(later.id)).improvementStatus).toBe('INSUFFICIENT_DATA');
});

test('actions are found by what the data say, and no mutation can say it for them', async () => {
  const better = await makeSeries(committee, [...steady, ...risen]);
  const improving = await makeStartedAction(committee, { measureIds: [better.id] });
  const blind = await makeStartedAction(committee);
  const found = async (status: string) =>
    (
      await answered(
        committee.as('MEMBER')(`{ actions(filter: {improvementStatuses: [${status}]}) { totalCount nodes { id } } }`),
      )
    ).actions.nodes.map(({ id }: Made) => id) as string[];
  expect([await found('IMPROVING'), await found('NO_MEASURE'), await found('SUSTAINED')]).toEqual([
    [improving.id],
    [blind.id],
    [],
  ]);
  const { __schema } = await answered(committee.as('MEMBER')('{ __schema { types { kind name inputFields { name } } } }'));
  const settable = __schema.types
    .filter(({ kind, name }: Shown) => kind === 'INPUT_OBJECT' && name.endsWith('Input'))
    .flatMap(({ inputFields }: Shown) => inputFields);
  expect(settable.filter(({ name }: Shown) => /improvement/i.test(name))).toEqual([]);
});

test('an action and a cycle say whether a change may be put down to them', async () => {
  const measure = await makeSeries(committee, [...steady, ...risen]);
  api.clock.now = new Date('2025-01-05T10:00:00Z');
  const action = await makeStartedAction(committee, { measureIds: [measure.id] });
  api.clock.now = new Date('2025-09-15T10:00:00Z');
  const fields =
    'attributions { verdict meaning before { points median } after { points median } cautions { code } measure { name } }';
  const seen = async () =>
    (
      await answered(
        committee.as('MEMBER')(`query($id: ID!) { node(id: $id) { ... on Action { ${fields} } } }`, { id: action.id }),
      )
    ).node.attributions as object[];
  const alone = {
    verdict: 'PLAUSIBLE',
    meaning: 'BETTER',
    before: { points: 12, median: 60.5 },
    after: { points: 7, median: 76 },
    cautions: [],
    measure: { name: 'Core groups' },
  };
  expect(await seen()).toEqual([alone]);
  await makeStartedAction(committee, { measureIds: [measure.id] });
  expect(await seen()).toEqual([{ ...alone, verdict: 'DOUBTFUL', cautions: [{ code: 'TESTS_OVERLAP' }] }]);
});

test('statements do not grow with the number of actions', async () => {
  const few = committee;
  const measure = await makeSeries(few, [...steady, ...risen]);
  await makeStartedAction(few, { measureIds: [measure.id] });
  const many = await api.newCommittee();
  const other = await makeSeries(many, steady);
  for (let i = 0; i < 4; i += 1)
    await moveAction(many, 'completeAction', await makeStartedAction(many, { measureIds: [other.id] }));
  const document = `{ actions(filter: {improvementStatuses: [IMPROVING, NO_SIGNAL]}) { nodes { id ${whole} attributions { verdict measure { name } } } } }`;
  const [small, large] = [await few.as('MEMBER')(document), await many.as('MEMBER')(document)];
  expect([small.errors, large.errors, small.data.actions.nodes.length, large.data.actions.nodes.length]).toEqual([[], [], 1, 4]);
  expect(large.statements.length).toBe(small.statements.length);
});
