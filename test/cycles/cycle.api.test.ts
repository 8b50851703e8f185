import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { ask, fullPlan, makeChangeIdea, makeCycle, makeRamp, predictionIds, runCycle, say, step } from './cycleMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const codes = ({ advice }: { advice: { code: string }[] }): string[] => advice.map(({ code }) => code);

test('a ramp of four cycles goes from plan to close, and its change idea becomes ready', async () => {
  const idea = await makeChangeIdea(committee);
  const ramp = await makeRamp(committee, idea.id);
  const decisions = ['ADAPT', 'ADAPT', 'ABANDON', 'ADOPT'];
  for (const decision of decisions) await runCycle(committee, await makeCycle(committee, ramp.id), { decision });
  const query = `query($id: ID!) { node(id: $id) { ... on PdsaRamp { number changeIdea { id ramps { id } cycles { totalCount } } cycles {
    label position status decision ramp { id } changeIdea { id } predecessors { label } successors { label }
    questions { text cycle { label } predictions { text lower upper expectedValue confidence question { text } comparison { verdict prediction { text } } } }
    tasks { what who whenText place cycle { label } } plannedData { what how collector cycle { label } measure { id } }
    observations { text wasExpected cycle { label } } } } } }`;
  const { node } = await answered(committee.as('AUDITOR')(query, { id: ramp.id }));
  expect(node.cycles.map(({ label, decision }: Record<string, string>) => [label, decision])).toEqual([
    ['1a', 'ADAPT'],
    ['1b', 'ADAPT'],
    ['1c', 'ABANDON'],
    ['1d', 'ADOPT'],
  ]);
  expect(node).toMatchObject({ number: 1, changeIdea: { id: idea.id, ramps: [{ id: ramp.id }], cycles: { totalCount: 4 } } });
  expect(node.cycles[1]).toMatchObject({
    status: 'CLOSED',
    ramp: { id: ramp.id },
    changeIdea: { id: idea.id },
    predecessors: [{ label: '1a' }],
    successors: [{ label: '1c' }],
    questions: [
      { cycle: { label: '1b' }, predictions: [{ lower: 60, upper: 90, confidence: 0.7, comparison: { verdict: 'MET' } }] },
    ],
    tasks: fullPlan.tasks,
    plannedData: fullPlan.plannedData,
    observations: [{ text: 'Three of four accepted', wasExpected: true }],
  });
  const testing = await say<{ changeIdea: { version: number } }>(committee, 'startTestingChangeIdea', idea);
  const ready = { id: idea.id, version: testing.changeIdea.version };
  expect(await refusal(ask(committee, 'readyChangeIdea', ready))).toMatchObject({ rule: 'changeIdea.belief' });
  const { changeIdea } = await say<{ changeIdea: object }>(committee, 'readyChangeIdea', { ...ready, degreeOfBelief: 'HIGH' });
  expect(changeIdea).toMatchObject({ status: 'READY_TO_IMPLEMENT', degreeOfBelief: 'HIGH' });
});

test('a change idea without an adopted cycle is not ready', async () => {
  const idea = await makeChangeIdea(committee, { degreeOfBelief: 'HIGH' });
  expect(await refusal(ask(committee, 'readyChangeIdea', idea))).toMatchObject({ rule: 'changeIdea.transition' });
  const ramp = await makeRamp(committee, idea.id);
  await runCycle(committee, await makeCycle(committee, ramp.id), { decision: 'ADAPT' });
  const { changeIdea } = await say<{ changeIdea: { id: string; version: number } }>(committee, 'startTestingChangeIdea', idea);
  const { id, version } = changeIdea;
  expect(await refusal(ask(committee, 'readyChangeIdea', { id, version }))).toMatchObject({ rule: 'changeIdea.adopted' });
});

test('each stage keeps what was said, and when', async () => {
  const ramp = await makeRamp(committee);
  const planned = await makeCycle(committee, ramp.id, { plannedOn: '2026-09-01' });
  const started = await step(committee, 'startCycle', planned, { startedOn: '2026-09-02' });
  expect(started.cycle).toMatchObject({ status: 'DOING', doStartedOn: '2026-09-02', doStartedAt: '2026-09-15T10:00:00.000Z' });
  const seen = await say<{ observation: object }>(committee, 'recordObservation', {
    cycleId: planned.id,
    text: 'The diary system was down',
    wasExpected: false,
  });
  expect(seen.observation).toMatchObject({ position: 1, wasExpected: false });
  const contradiction = { id: planned.id, version: started.cycle.version, unexpectedSeen: false };
  expect(await refusal(ask(committee, 'finishDoing', contradiction))).toMatchObject({ rule: 'cycle.unexpected' });
  const done = await step(committee, 'finishDoing', started.cycle, {
    carriedOutAsPlanned: false,
    deviation: 'Paper diary used',
    observations: [{ text: 'Two agreed' }],
    endedOn: '2026-09-03',
  });
  expect(done.cycle).toMatchObject({
    status: 'STUDYING',
    carriedOutAsPlanned: false,
    deviation: 'Paper diary used',
    unexpectedSeen: true,
  });
  expect(done.advice).toEqual([]);
  const [predictionId] = await predictionIds(committee, planned.id);
  const comparison = { predictionId, verdict: 'PARTLY', note: 'Two of four' };
  const study = { comparisons: [comparison], learning: 'Bring a paper diary', studiedOn: '2026-09-04' };
  const studied = await step(committee, 'studyCycle', done.cycle, study);
  expect(studied.cycle).toMatchObject({ status: 'ACTING', learning: 'Bring a paper diary', studiedOn: '2026-09-04' });
  const closing = { decision: 'ADAPT', rationale: 'Promising', actedOn: '2026-09-05' };
  const closed = await step(committee, 'closeCycle', studied.cycle, closing);
  expect(closed.cycle).toMatchObject({ status: 'CLOSED', decision: 'ADAPT', actedOn: '2026-09-05' });
  expect(closed.advice).toEqual([{ code: 'ADAPT_WITHOUT_NEXT_CYCLE', sentence: 'Plan the next cycle, starting from this one.' }]);
  const added = await say<{ addendum: object }>(committee, 'addAddendum', {
    cycleId: planned.id,
    text: 'It was a borrowed diary',
  });
  expect(added.addendum).toMatchObject({ text: 'It was a borrowed diary', author: { role: 'IMPROVEMENT_ADVISER' } });
});

test('nothing that is missing stands in the way; the reply says what the method asks for', async () => {
  const ramp = await makeRamp(committee);
  const planned = await say(committee, 'planCycle', { rampId: ramp.id });
  const noPlan = ['NO_OBJECTIVE', 'NO_QUESTION', 'NO_TASK', 'NO_DATA_PLAN'];
  expect(codes(planned)).toEqual(noPlan);
  const revised = await step(committee, 'reviseCyclePlan', planned.cycle, { objective: 'Learn', questions: [{ text: 'What?' }] });
  expect(codes(revised)).toEqual(['QUESTION_WITHOUT_PREDICTION', 'NO_TASK', 'NO_DATA_PLAN']);
  const started = await step(committee, 'startCycle', revised.cycle);
  expect(codes(started)).toEqual(codes(revised));
  const done = await step(committee, 'finishDoing', started.cycle);
  expect(codes(done)).toEqual(['AS_PLANNED_UNSAID', 'NO_OBSERVATION']);
  expect(done.cycle).toMatchObject({ carriedOutAsPlanned: null, unexpectedSeen: null });
  const studied = await step(committee, 'studyCycle', done.cycle);
  expect(codes(studied)).toEqual(['NO_LEARNING']);
  expect(codes(await step(committee, 'closeCycle', studied.cycle, { decision: 'ADOPT' }))).toEqual([
    'NO_RATIONALE',
    'ADOPT_WITHOUT_NEXT_STEP',
  ]);
});

test('a cycle stopped early is studied all the same, and says that it was stopped', async () => {
  const ramp = await makeRamp(committee);
  const { cycle } = await step(committee, 'startCycle', await makeCycle(committee, ramp.id));
  const stopped = await step(committee, 'stopCycleEarly', cycle, { reason: 'The chair left' });
  expect(stopped.cycle).toMatchObject({ status: 'STUDYING', stoppedEarlyReason: 'The chair left', carriedOutAsPlanned: false });
  expect(codes(stopped)).toEqual(['NO_OBSERVATION']);
  const query = '{ pdsaCycles(filter: { isStoppedEarly: true }) { nodes { label } } }';
  expect((await answered(committee.as('MEMBER')(query))).pdsaCycles.nodes).toEqual([{ label: '1a' }]);
});

test('a cancelled cycle keeps its place and its reason', async () => {
  const ramp = await makeRamp(committee);
  const first = await makeCycle(committee, ramp.id);
  const second = await makeCycle(committee, ramp.id);
  const { cycle } = await step(committee, 'cancelCycle', second, { reason: 'Overtaken' });
  expect(cycle).toMatchObject({ status: 'CANCELLED', cancelledReason: 'Overtaken', position: 2 });
  const third = await makeCycle(committee, ramp.id);
  expect(third).toMatchObject({ label: '1c', position: 3 });
  const query = 'query($id: ID!) { node(id: $id) { ... on PdsaCycle { predecessors { id } } } }';
  expect((await answered(committee.as('MEMBER')(query, { id: third.id }))).node.predecessors).toEqual([{ id: first.id }]);
});

test('a request sent again is answered as the first time, advice and all', async () => {
  const ramp = await makeRamp(committee);
  const input = { rampId: ramp.id, objective: 'Learn', clientMutationId: 'once' };
  const first = await say(committee, 'planCycle', input);
  expect(await say(committee, 'planCycle', input)).toEqual(first);
  expect(codes(first)).toEqual(['NO_QUESTION', 'NO_TASK', 'NO_DATA_PLAN']);
  expect((await answered(committee.as('MEMBER')('{ pdsaCycles { totalCount } }'))).pdsaCycles.totalCount).toBe(1);
});
