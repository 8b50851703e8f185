import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeMeasure, month, mutation } from '../measures/measureMaking';
import { makeCycle, makeRamp, predictionIds, step, type MadeCycle } from './cycleMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-03-15T10:00:00Z');
  committee = await api.newCommittee();
});
afterAll(() => api.close());

/** Out of 100 each month from January 2026; null for a month without a figure. */
async function makeFigures(values: readonly (number | null)[]): Promise<string> {
  const measure = await makeMeasure(committee);
  const points = values.map((numerator, index) => ({
    ...month(index + 1),
    ...(numerator === null ? { isMissing: true } : { numerator, denominator: 100 }),
  }));
  const input = { measureId: measure.id, points };
  await answered(committee.as('DATA_ANALYST')(mutation('recordDataPoints', 'measure { id }'), { input }));
  return measure.id;
}

/** Planned on 15 March, begun on 1 April, and studied on 1 August by the clock, when the days predicted have come. */
async function runTest(predictions: readonly object[], verdicts: readonly string[]): Promise<MadeCycle> {
  const ramp = await makeRamp(committee);
  const planned = await makeCycle(committee, ramp.id, { questions: [{ text: 'Does it help?', predictions }] });
  api.clock.now = new Date('2026-04-01T09:00:00Z');
  const started = await step(committee, 'startCycle', planned);
  api.clock.now = new Date('2026-08-01T09:00:00Z');
  const done = await step(committee, 'finishDoing', started.cycle);
  const ids = await predictionIds(committee, planned.id);
  const comparisons = verdicts.map((verdict, index) => ({ predictionId: ids[index], verdict }));
  return (await step(committee, 'studyCycle', done.cycle, { comparisons })).cycle;
}

const outcomes = `query($id: ID!) { node(id: $id) { ... on PdsaCycle { questions { predictions {
  dataOutcome { verdict reason sentence observedValue baseline } isContradicted comparison { verdict } } } } } }`;

async function outcomesOf({ id }: MadeCycle) {
  const { node } = (await answered(committee.as('MEMBER')(outcomes, { id }))) as {
    node: { questions: { predictions: { dataOutcome: Record<string, unknown>; isContradicted: boolean }[] }[] };
  };
  return node.questions.flatMap(({ predictions }) => predictions);
}

test('the data say what became of each prediction, by a baseline from before the test; people’s word stands beside it', async () => {
  // The median of January and March is 60; February has no figure. May is the last figure by the day predicted.
  const measureId = await makeFigures([50, null, 70, 72, 80, 90]);
  const predicted = { text: 'More in time', measureId, horizonOn: '2026-06-15', direction: 'INCREASE' };
  const cycle = await runTest(
    [
      { ...predicted, lower: 75, upper: 85 },
      { ...predicted, lower: 85, upper: 95 },
      { ...predicted, direction: 'DECREASE' },
      { ...predicted, horizonOn: null },
      { text: 'People like it' },
    ],
    ['MET', 'MET', 'CANNOT_TELL', 'MET', 'PARTLY'],
  );
  const found = await outcomesOf(cycle);
  expect(found.map(({ dataOutcome, isContradicted }) => [dataOutcome.verdict, dataOutcome.reason, isContradicted])).toEqual([
    ['MET', 'AS_PREDICTED', false],
    ['NOT_MET', 'OUT_OF_RANGE', true],
    ['NOT_MET', 'OTHER_DIRECTION', true],
    ['CANNOT_TELL', 'NO_HORIZON', false],
    ['CANNOT_TELL', 'NO_MEASURE', false],
  ]);
  expect(found[0]?.dataOutcome).toMatchObject({
    sentence: 'The last figure by the day predicted is as predicted.',
    ...{ observedValue: 80, baseline: 60 },
  });
  expect(found[1]).toMatchObject({ comparison: { verdict: 'MET' }, dataOutcome: { observedValue: 80 } });
});

test('before the day predicted, and before Do, the data say nothing and contradict nobody', async () => {
  const measureId = await makeFigures([50, 60, 70]);
  const ramp = await makeRamp(committee);
  const predictions = [{ text: 'More', measureId, direction: 'INCREASE', horizonOn: '2026-06-30' }];
  const planned = await makeCycle(committee, ramp.id, { questions: [{ text: 'Does it help?', predictions }] });
  expect(await outcomesOf(planned)).toMatchObject([
    { dataOutcome: { reason: 'NOT_BEGUN', baseline: null, observedValue: null }, isContradicted: false, comparison: null },
  ]);
  await step(committee, 'startCycle', planned);
  // March had not ended when Do began on the 15th, so it is no baseline.
  expect(await outcomesOf(planned)).toMatchObject([
    { dataOutcome: { verdict: 'CANNOT_TELL', reason: 'HORIZON_NOT_REACHED', baseline: 55 }, isContradicted: false },
  ]);
});

test('any number of predictions takes as many statements as one', async () => {
  const measureId = await makeFigures([50, 60, 70]);
  const predictions = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ text: `More ${index}`, measureId, direction: 'INCREASE' }));
  const ramp = await makeRamp(committee);
  const counts: number[] = [];
  for (const count of [1, 9]) {
    const questions = [{ text: 'Does it help?', predictions: predictions(count) }];
    const { id } = await makeCycle(committee, ramp.id, { questions });
    counts.push((await committee.as('MEMBER')(outcomes, { id })).statements.length);
  }
  expect(counts[1]).toBe(counts[0]);
});
