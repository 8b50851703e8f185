import { makeChangeIdea, makeRamp, predictionIds, say, step } from '../cycles/cycleMaking';
import { makeMeasure, month, mutation } from '../measures/measureMaking';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';

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

/** Figures of 61, 62, 63 … out of 100, month by month. */
async function makeFigures(): Promise<string> {
  const { id } = await makeMeasure(committee);
  const points = [1, 2, 3, 4, 5].map((number) => ({ ...month(number), numerator: 60 + number, denominator: 100 }));
  await answered(
    committee.as('DATA_ANALYST')(mutation('recordDataPoints', 'measure { id }'), { input: { measureId: id, points } }),
  );
  return id;
}

/** One cycle with these predictions, each compared as said. */
async function compare(rampId: string, predictions: readonly object[], verdicts: readonly (string | null)[]): Promise<void> {
  const { cycle } = await say(committee, 'planCycle', { rampId, questions: [{ text: 'Does it?', predictions }] });
  const started = await step(committee, 'startCycle', cycle);
  const done = await step(committee, 'finishDoing', started.cycle);
  const ids = await predictionIds(committee, cycle.id);
  const comparisons = verdicts.flatMap((verdict, index) => (verdict ? [{ predictionId: ids[index], verdict }] : []));
  await step(committee, 'studyCycle', done.cycle, { comparisons });
}

const fields = `calibration { verdicts { met partly notMet cannotTell } hitRate { numerator denominator percentage isApplicable }
  intervalCoverage { numerator denominator percentage isApplicable } brierScore brierCount
  bands { from to meanConfidence met { numerator denominator percentage isApplicable } } }`;
const ask = `query($ramp: ID!, $aim: ID!) { committee { ${fields} }
  ramp: node(id: $ramp) { ... on PdsaRamp { ${fields} fidelity { criteria { code isApplicable ${fields} } } } }
  aim: node(id: $aim) { ... on Aim { ${fields} } } }`;

async function aimOf(ideaId: string): Promise<string> {
  const query = 'query($id: ID!) { node(id: $id) { ... on ChangeIdea { drivers { aim { id } } } } }';
  return (await answered(committee.as('MEMBER')(query, { id: ideaId }))).node.drivers[0].aim.id as string;
}

const share = (numerator: number, denominator: number, percentage: number | null) => ({
  ...{ numerator, denominator, percentage, isApplicable: denominator > 0 },
});

test('hit rate, coverage, Brier score and bands of one ramp, as worked out by hand', async () => {
  const measureId = await makeFigures();
  const idea = await makeChangeIdea(committee);
  const [ramp, other] = [await makeRamp(committee, idea.id), await makeRamp(committee, idea.id)];
  const seen = { measureId, horizonOn: '2026-05-31' };
  // May shows 65: the first range held it, the second did not, a range open above is none, and the last is not seen yet.
  await compare(
    ramp.id,
    [
      { text: 'One', ...seen, lower: 60, upper: 70, confidence: 0.9 },
      { text: 'Two', ...seen, lower: 70, upper: 80, confidence: 0.6 },
      { text: 'Three', ...seen, lower: 60, confidence: 0.7 },
      { text: 'Four', ...seen, horizonOn: '2026-12-31', lower: 60, upper: 70, confidence: 1 },
    ],
    ['MET', 'NOT_MET', 'MET', 'CANNOT_TELL'],
  );
  await compare(ramp.id, [{ text: 'Five', confidence: 0.1 }, { text: 'Six' }, { text: 'Seven' }], ['PARTLY', 'MET', null]);
  await compare(other.id, [{ text: 'Eight', confidence: 0.5 }], ['NOT_MET']);
  api.clock.now = new Date('2026-06-15T10:00:00Z');
  const found = await answered(committee.as('MEMBER')(ask, { ramp: ramp.id, aim: await aimOf(idea.id) }));
  const { calibration } = found.ramp;
  expect(calibration).toMatchObject({
    verdicts: { met: 3, partly: 1, notMet: 1, cannotTell: 1 },
    // Met out of met and not met, whether or not anyone was sure.
    hitRate: share(3, 4, 75),
    intervalCoverage: share(1, 2, 50),
    brierCount: 3,
  });
  // (0.9 - 1)² + (0.6 - 0)² + (0.7 - 1)² = 0.01 + 0.36 + 0.09 = 0.46, over three.
  expect(calibration.brierScore).toBeCloseTo(0.46 / 3, 12);
  const none = { meanConfidence: null, met: share(0, 0, null) };
  expect(calibration.bands).toEqual([
    { from: 0, to: 0.2, ...none },
    { from: 0.2, to: 0.4, ...none },
    { from: 0.4, to: 0.6, ...none },
    { from: 0.6, to: 0.8, meanConfidence: expect.closeTo(0.65, 12), met: share(1, 2, 50) },
    { from: 0.8, to: 1, meanConfidence: 0.9, met: share(1, 1, 100) },
  ]);
  const f22 = found.ramp.fidelity.criteria.find(({ code }: { code: string }) => code === 'F22');
  expect(f22).toEqual({ code: 'F22', isApplicable: true, calibration });
  // With the other ramp: 0.46 + (0.5 - 0)² = 0.71, over four; three of five were met.
  for (const wider of [found.aim.calibration, found.committee.calibration]) {
    expect(wider).toMatchObject({ hitRate: share(3, 5, 60), brierCount: 4, verdicts: { notMet: 2 } });
    expect(wider.brierScore).toBeCloseTo(0.71 / 4, 12);
  }
});
