import { ask, makeRamp, predictionIds, rawIdOf, say, step, type MadeCycle } from '../cycles/cycleMaking';
import { makeMeasure, month, mutation, percentage } from '../measures/measureMaking';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { countsOf, profileOf, profileOfCommittee, type ShownProfile } from './profileReading';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  onDay('2026-03-01');
  committee = await api.newCommittee();
});
afterAll(() => api.close());

function onDay(day: string): void {
  api.clock.now = new Date(`${day}T10:00:00Z`);
}

async function makeFigures(months: readonly number[], facts: object = {}): Promise<string> {
  const measure = await makeMeasure(committee, facts);
  const points = months.map((number) => ({ ...month(number), numerator: 60 + number, denominator: 100 }));
  const input = { measureId: measure.id, points };
  await answered(committee.as('DATA_ANALYST')(mutation('recordDataPoints', 'measure { id }'), { input }));
  return measure.id;
}

/** A ramp for a change idea that serves an aim with these facts. */
async function makeRampFor(aimFacts: object): Promise<{ rampId: string; aimId: string }> {
  const { aim } = await say<{ aim: { id: string } }>(committee, 'stateAim', { statement: 'Meet in time', ...aimFacts });
  const facts = { aimId: aim.id, kind: 'PRIMARY', statement: 'Dates are known early' };
  const { driver } = await say<{ driver: { id: string } }>(committee, 'addDriver', facts);
  const idea = { driverIds: [driver.id], statement: 'Hold the date' };
  const { changeIdea } = await say<{ changeIdea: { id: string } }>(committee, 'proposeChangeIdea', idea);
  return { rampId: (await makeRamp(committee, changeIdea.id)).id, aimId: aim.id };
}

const plan = async (rampId: string, facts: object): Promise<MadeCycle> =>
  (await say(committee, 'planCycle', { rampId, ...facts })).cycle;

interface Days {
  readonly start: string;
  readonly end: string;
  readonly act: string;
}

interface Told {
  readonly finish?: object;
  readonly verdict?: string;
  readonly learning?: string;
  readonly close: object;
}

/** Each step is recorded on the day it happens. */
async function live(planned: MadeCycle, days: Days, { finish, verdict, learning, close }: Told): Promise<MadeCycle> {
  onDay(days.start);
  const started = await step(committee, 'startCycle', planned);
  onDay(days.end);
  const done = await step(committee, 'finishDoing', started.cycle, finish);
  onDay(days.act);
  const ids = await predictionIds(committee, planned.id);
  const comparisons = verdict ? ids.map((predictionId) => ({ predictionId, verdict })) : [];
  const studied = await step(committee, 'studyCycle', done.cycle, { comparisons, learning });
  return (await step(committee, 'closeCycle', studied.cycle, close)).cycle;
}

/** Two cycles, from one person to one team, that keep to everything. */
async function makeGoodRamp(): Promise<{ rampId: string; aimId: string; cycles: MadeCycle[] }> {
  const { rampId, aimId } = await makeRampFor({ targetValue: 90, targetOn: '2026-12-31' });
  const measureId = await makeFigures([1, 2, 3, 4, 5, 6, 7, 8]);
  const full = (scale: string, horizonOn: string) => ({
    ...{ intent: 'TEST_CHANGE', objective: 'To see whether it helps', size: { scale } },
    questions: [{ text: 'Does it?', predictions: [{ text: 'Yes', measureId, direction: 'INCREASE', horizonOn }] }],
    ...{ tasks: [{ what: 'Do it' }], changesAtOnce: 1 },
  });
  const told = { finish: { carriedOutAsPlanned: true, unexpectedSeen: false }, verdict: 'MET', learning: 'It helps' };
  onDay('2026-04-01');
  const first = await plan(rampId, full('SINGLE', '2026-05-31'));
  const one = await live(
    first,
    { start: '2026-04-10', end: '2026-05-20', act: '2026-06-01' },
    { ...told, close: { decision: 'ADAPT' } },
  );
  onDay('2026-06-08');
  const next = await plan(rampId, { ...full('SMALL', '2026-07-31'), learnedFromPrevious: 'One chair can' });
  const close = { decision: 'ADOPT', rationale: 'It works for three' };
  const two = await live(next, { start: '2026-06-15', end: '2026-07-20', act: '2026-08-04' }, { ...told, close });
  return { rampId, aimId, cycles: [one, two] };
}

/** A documented cycle that fails what it can, and one that asks nothing. */
async function makePoorRamp(): Promise<{ rampId: string; cycles: MadeCycle[] }> {
  const { rampId } = await makeRampFor({});
  const quarterly = { ...percentage, frequency: 'QUARTERLY' };
  const measureId = await makeFigures([1, 2], { definition: quarterly });
  onDay('2026-04-10');
  const first = await plan(rampId, {
    ...{ size: { scale: 'LARGE' }, questions: [{ text: 'Does it?', predictions: [{ text: 'Yes' }] }], measureIds: [measureId] },
    ...{ plannedOn: '2026-04-01', changesAtOnce: 3 },
  });
  const started = await step(committee, 'startCycle', first, { startedOn: '2026-04-02' });
  const done = await step(committee, 'finishDoing', started.cycle, { carriedOutAsPlanned: false });
  const studied = await step(committee, 'studyCycle', done.cycle, { learning: 'Hard to say' });
  const one = (await step(committee, 'closeCycle', studied.cycle, { decision: 'ADOPT' })).cycle;
  const second = await plan(rampId, { objective: 'Once more', size: { scale: 'SINGLE' } });
  const days = { start: '2026-04-20', end: '2026-04-21', act: '2026-04-22' };
  const two = await live(second, days, { close: { decision: 'ADAPT' } });
  onDay('2026-08-04');
  return { rampId, cycles: [one, two] };
}

test('a ramp that keeps to everything, and its aim and committee', async () => {
  const { rampId, aimId } = await makeGoodRamp();
  const expected = {
    ...{ F1: [2, 2], F2: [2, 2], F3: [2, 2], F4: [2, 2], F5: [2, 2], F6: [2, 2], F7: [2, 2], F8: [2, 2], F9: [2, 2] },
    ...{ F10: [1, 1], F11: [1, 1], F12: [2, 2], F14: [1, 1], F15: [1, 1], F16: [1, 1], F17: [1, 1], F18: [1, 1], F19: [1, 1] },
    // 52 and 50 days from Do to Act; a week from Act to the next Plan.
    ...{ F13: [51, 2], F20: [2, 2], F21: [7, 1] },
  };
  const found = await profileOf(committee, { id: rampId });
  expect(countsOf(found)).toEqual(expected);
  expect([found.cycles, found.ramps]).toEqual([2, 1]);
  expect(found.criteria.map(({ code }) => code)).toEqual(Array.from({ length: 22 }, (_, index) => `F${index + 1}`));
  expect(criterion(found, 'F13').days).toEqual({
    median: 51,
    count: 2,
    byRamp: [{ median: 51, count: 2, ramp: { id: rampId } }],
  });
  expect(criterion(found, 'F1')).toMatchObject({ percentage: 100, isApplicable: true, unit: 'CYCLE', days: null });
  expect(await profileOf(committee, { id: aimId })).toEqual(found);
  expect(await profileOfCommittee(committee)).toEqual(found);
});

test('a ramp that fails what can be failed; what does not count is said with its reason', async () => {
  const { rampId, cycles } = await makePoorRamp();
  const found = await profileOf(committee, { id: rampId });
  expect(countsOf(found)).toEqual({
    ...{ F1: [1, 2], F2: [2, 2], F3: [1, 2], F4: [1, 2], F5: [0, 1], F6: [0, 1], F7: [0, 1], F8: [0, 1], F9: [0, 2] },
    ...{ F10: [0, 1], F11: [0, 1], F12: [0, 1], F14: [0, 1], F15: [0, 1], F16: [0, 1], F17: [0, 1], F18: [1, 1], F19: [0, 1] },
    ...{ F13: [5, 2], F20: [0, 2], F21: [0, 1] },
  });
  expect(criterion(found, 'F5').leftOut).toEqual([
    { reason: 'NO_PREDICTION', sentence: 'It has no prediction.', cycle: { id: cycles[1]?.id }, ramp: null },
  ]);
  expect(criterion(found, 'F21').leftOut).toMatchObject([{ reason: 'NO_NEXT_CYCLE', cycle: { id: cycles[1]?.id } }]);
  expect(criterion(found, 'F22')).toMatchObject({ isApplicable: false, percentage: null, calibration: { brierCount: 0 } });
});

const criterion = ({ criteria }: ShownProfile, code: string) => criteria.find((one) => one.code === code)!;

test('one cycle is judged with its ramp; a comparison that contradicts the data fails F7', async () => {
  const { rampId } = await makeRampFor({});
  const measureId = await makeFigures([1, 2, 3, 4, 5]);
  onDay('2026-03-20');
  const predictions = [{ text: 'Less', measureId, direction: 'DECREASE', horizonOn: '2026-05-31' }];
  const planned = await plan(rampId, { questions: [{ text: 'Does it?', predictions }] });
  const days = { start: '2026-04-01', end: '2026-05-01', act: '2026-06-10' };
  const cycle = await live(planned, days, { verdict: 'MET', close: { decision: 'ABANDON', rationale: 'No' } });
  await plan(rampId, {});
  const found = await profileOf(committee, cycle);
  expect([found.cycles, found.ramps]).toEqual([1, 1]);
  expect(countsOf(found)).toMatchObject({ F6: [1, 1], F7: [0, 1], F9: [1, 1] });
  expect(countsOf(await profileOf(committee, { id: rampId }))).toMatchObject({ F4: [1, 1], F7: [0, 1] });
});

test('a day out of order is refused, and a day unknown leaves a cycle out of F2 and fails F1', async () => {
  const { rampId } = await makeRampFor({});
  const planned = await plan(rampId, { objective: 'To see' });
  onDay('2026-04-10');
  const started = await step(committee, 'startCycle', planned);
  const { id, version } = started.cycle;
  const early = await refusal(ask(committee, 'finishDoing', { id, version, endedOn: '2026-04-01' }));
  expect(early).toMatchObject({ code: 'RULE_BROKEN', rule: 'cycle.dates' });
  const done = await step(committee, 'finishDoing', started.cycle, { carriedOutAsPlanned: true });
  await api.sql('update pdsa_cycle set do_ended_on = null where id = $1', [rawIdOf({ id })]);
  const studied = await step(committee, 'studyCycle', done.cycle, { learning: 'It helps' });
  await step(committee, 'closeCycle', studied.cycle, { decision: 'ADOPT' });
  const found = await profileOf(committee, { id: rampId });
  expect(countsOf(found)).toMatchObject({ F1: [0, 1], F2: [0, 0] });
  expect(criterion(found, 'F2')).toMatchObject({ isApplicable: false, percentage: null, leftOut: [{ reason: 'DAY_MISSING' }] });
});

test('a chart that people chose to read without rules fails F17', async () => {
  const { rampId, aimId } = await makeGoodRamp();
  expect(countsOf(await profileOf(committee, { id: aimId }))).toMatchObject({ F17: [1, 1] });
  const { node } = await answered(
    committee.as('MEMBER')('query($id: ID!) { node(id: $id) { ... on PdsaRamp { cycles { measures { id version } } } } }', {
      id: rampId,
    }),
  );
  const input = { ...node.cycles[0].measures[0], ruleSet: 'NONE' };
  await answered(committee.as('DATA_ANALYST')(mutation('chooseChart', 'measure { id }'), { input }));
  expect(countsOf(await profileOf(committee, { id: aimId }))).toMatchObject({ F17: [0, 1] });
});

test('a change idea that serves no driver, as an imported one may, fails F18 and F19', async () => {
  const { rampId } = await makeRampFor({ targetValue: 90, targetOn: '2026-12-31' });
  await step(committee, 'startCycle', await plan(rampId, { objective: 'To see' }));
  expect(countsOf(await profileOf(committee, { id: rampId }))).toMatchObject({ F18: [1, 1], F19: [1, 1] });
  await api.sql('delete from change_idea_driver where committee_id = $1', [committee.id]);
  expect(countsOf(await profileOf(committee, { id: rampId }))).toMatchObject({ F18: [0, 1], F19: [0, 1] });
});

test('a driver that is retired after the test leaves F18 and F19 of it as they were', async () => {
  const { rampId, aimId } = await makeRampFor({ targetValue: 90, targetOn: '2026-12-31' });
  await step(committee, 'startCycle', await plan(rampId, { objective: 'To see' }));
  const before = await profileOf(committee, { id: rampId });
  expect(countsOf(before)).toMatchObject({ F18: [1, 1], F19: [1, 1] });
  const query = 'query($id: ID!) { node(id: $id) { ... on Aim { drivers { id version } } } }';
  const [driver] = (await answered(committee.as('MEMBER')(query, { id: aimId }))).node.drivers;
  const input = { ...driver, reason: 'Dates were known all along' };
  const retire = mutation('retireDriver', 'driver { retiredReason }');
  expect((await answered(committee.as('IMPROVEMENT_ADVISER')(retire, { input }))).retireDriver.driver).toEqual({
    retiredReason: input.reason,
  });
  for (const id of [rampId, aimId]) expect(await profileOf(committee, { id })).toEqual(before);
});

test('a prediction for a day before the test began cannot be tested', async () => {
  const { rampId } = await makeRampFor({});
  const measureId = await makeFigures([1, 2, 3]);
  const predictions = [{ text: 'Less', measureId, direction: 'DECREASE', horizonOn: '2026-05-31' }];
  const planned = await plan(rampId, { questions: [{ text: 'Does it?', predictions }] });
  onDay('2026-06-10');
  await step(committee, 'startCycle', planned);
  expect(countsOf(await profileOf(committee, { id: rampId }))).toMatchObject({ F4: [1, 1], F6: [0, 1] });
});

test('what cannot fail here says so, and no question asks for what is not read', async () => {
  const query = `{ published: __type(name: "PublishedCode") { enumValues { name description } }
    codes: __type(name: "FidelityCode") { enumValues { name description } } }`;
  const { published, codes } = await answered(committee.as('MEMBER')(query));
  const described = Object.fromEntries(
    [...published.enumValues, ...codes.enumValues].map(({ name, description }: Record<string, string>) => [name, description]),
  );
  for (const name of ['STUDY_AFTER_THE_FACT', 'F2']) expect(described[name]).toContain('since a day out of order is refused');
  expect(described.F18).not.toContain('words');
  expect(described.F17).toContain('NONE');
});

test('a next cycle that came late or was given up follows nothing up', async () => {
  const { rampId } = await makeRampFor({});
  const days = { start: '2026-04-01', end: '2026-04-02', act: '2026-04-03' };
  await live(await plan(rampId, { objective: 'To see' }), days, { close: { decision: 'ADAPT' } });
  expect(criterion(await profileOf(committee, { id: rampId }), 'F9').leftOut).toMatchObject([{ reason: 'NEXT_CYCLE_NOT_DUE' }]);
  const givenUp = await plan(rampId, { objective: 'Again' });
  await step(committee, 'cancelCycle', givenUp, { reason: 'No time' });
  onDay('2026-05-02');
  expect(countsOf(await profileOf(committee, { id: rampId }))).toMatchObject({ F9: [0, 1], F21: [null, 0] });
  await plan(rampId, { objective: 'At last' });
  expect(countsOf(await profileOf(committee, { id: rampId }))).toMatchObject({ F9: [0, 1], F21: [29, 1] });
});

test('where there is nothing to count, each criterion says that it does not apply, and none says 0', async () => {
  const found = await profileOfCommittee(committee);
  expect([found.cycles, found.ramps]).toEqual([0, 0]);
  for (const { isApplicable, percentage: share, leftOutCount } of found.criteria) {
    expect({ isApplicable, share, leftOutCount }).toEqual({ isApplicable: false, share: null, leftOutCount: 0 });
  }
  const query = `{ committee { fidelity { published { percentage isApplicable denominator } }
    calibration { brierScore brierCount hitRate { percentage isApplicable } bands { meanConfidence met { percentage isApplicable } } } } }`;
  const { fidelity, calibration } = (await answered(committee.as('MEMBER')(query))).committee;
  const nothing = { percentage: null, isApplicable: false };
  expect(fidelity.published).toEqual(Array.from({ length: 7 }, () => ({ ...nothing, denominator: 0 })));
  expect(calibration).toMatchObject({ brierScore: null, brierCount: 0, hitRate: nothing });
  expect(calibration.bands).toEqual(Array.from({ length: 5 }, () => ({ meanConfidence: null, met: nothing })));
});

test('more than a page of what was left out is refused, and the count says how many there are', async () => {
  const { rampId } = await makeRampFor({});
  for (let count = 0; count < 3; count += 1) await plan(rampId, {});
  const query = `query($first: Int!) { committee { fidelity { criteria { code leftOutCount leftOut(first: $first) { reason } } } } }`;
  const { criteria } = (await answered(committee.as('MEMBER')(query, { first: 2 }))).committee.fidelity;
  expect(criteria[0]).toEqual({ code: 'F1', leftOutCount: 3, leftOut: [{ reason: 'UNDER_WAY' }, { reason: 'UNDER_WAY' }] });
  expect(await refusal(committee.as('MEMBER')(query, { first: 201 }))).toMatchObject({ rule: 'page.size' });
});
