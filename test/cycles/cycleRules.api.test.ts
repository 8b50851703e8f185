import type { Role } from '../../src/access/roles';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { ask, makeChangeIdea, makeCycle, makeRamp, predictionIds, runCycle, step, type MadeCycle } from './cycleMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const states = ['PLANNING', 'DOING', 'STUDYING', 'ACTING', 'CLOSED', 'CANCELLED'] as const;
type State = (typeof states)[number];

const verbs: Readonly<Record<string, { from: State; more: object }>> = {
  startCycle: { from: 'PLANNING', more: {} },
  cancelCycle: { from: 'PLANNING', more: { reason: 'No longer needed' } },
  finishDoing: { from: 'DOING', more: {} },
  stopCycleEarly: { from: 'DOING', more: { reason: 'Not safe' } },
  studyCycle: { from: 'STUDYING', more: {} },
  closeCycle: { from: 'ACTING', more: { decision: 'ABANDON' } },
};

/** A cycle in the state asked for, by the verbs that lead there. */
async function cycleIn(state: State): Promise<MadeCycle> {
  let cycle = await makeCycle(committee, (await makeRamp(committee)).id);
  if (state === 'CANCELLED') return (await step(committee, 'cancelCycle', cycle, { reason: 'No' })).cycle;
  for (const verb of ['startCycle', 'finishDoing', 'studyCycle', 'closeCycle']) {
    if (cycle.status === state) return cycle;
    cycle = (await step(committee, verb, cycle, verbs[verb]?.more)).cycle;
  }
  return cycle;
}

test.each(states)('from %s only the verbs of that state are said, and the others are refused by name', async (state) => {
  const { id, version, status } = await cycleIn(state);
  expect(status).toBe(state);
  for (const [verb, { from, more }] of Object.entries(verbs)) {
    if (from === state) continue;
    expect({ verb, ...(await refusal(ask(committee, verb, { id, version, ...more }))) }).toMatchObject({
      verb,
      rule: 'cycle.transition',
    });
  }
  if (state !== 'PLANNING') {
    const revised = await refusal(ask(committee, 'reviseCyclePlan', { id, version, objective: 'Something else' }));
    expect(revised).toMatchObject({ code: 'RULE_BROKEN', rule: 'cycle.frozen' });
  }
  if (state !== 'DOING') {
    const late = await refusal(ask(committee, 'recordObservation', { cycleId: id, text: 'Seen' }));
    expect(late).toMatchObject({ code: 'RULE_BROKEN', rule: 'cycle.notDoing' });
  }
});

test('a plan is revised until Do: lists that are given replace, what is left out stays', async () => {
  const cycle = await makeCycle(committee, (await makeRamp(committee)).id);
  const facts = {
    questions: [{ text: 'How long?', predictions: [{ text: 'Two minutes' }, { text: 'Five' }] }],
    size: { staff: 5 },
  };
  await step(committee, 'reviseCyclePlan', cycle, facts);
  const query = `query($id: ID!) { node(id: $id) { ... on PdsaCycle { objective scale staff tasks { what } plannedData { what }
    questions { text predictions { text } } } } }`;
  expect((await answered(committee.as('MEMBER')(query, { id: cycle.id }))).node).toEqual({
    objective: 'Find out whether a date can be held while everyone is in the room',
    scale: 'SINGLE',
    staff: 5,
    tasks: [{ what: 'Offer three dates' }],
    plannedData: [{ what: 'Dates accepted' }],
    questions: [{ text: 'How long?', predictions: [{ text: 'Two minutes' }, { text: 'Five' }] }],
  });
  expect(await refusal(ask(committee, 'startCycle', { id: cycle.id, version: cycle.version }))).toMatchObject({ code: 'STALE' });
});

test('an addendum waits until the plan is frozen', async () => {
  const cycle = await makeCycle(committee, (await makeRamp(committee)).id);
  expect(await refusal(ask(committee, 'addAddendum', { cycleId: cycle.id, text: 'More' }))).toMatchObject({
    rule: 'cycle.stillPlanned',
  });
});

test('a test that would lower a statutory safeguard is refused', async () => {
  const ramp = await makeRamp(committee);
  const lowers = { lowersStatutorySafeguard: true };
  const refused = { code: 'RULE_BROKEN', rule: 'cycle.safeguard', field: 'input.lowersStatutorySafeguard' };
  expect(await refusal(ask(committee, 'planCycle', { rampId: ramp.id, ...lowers }))).toMatchObject(refused);
  const { id, version } = await makeCycle(committee, ramp.id);
  expect(await refusal(ask(committee, 'reviseCyclePlan', { id, version, ...lowers }))).toMatchObject(refused);
});

test('days are in order where they are given', async () => {
  const { id, version } = await makeCycle(committee, (await makeRamp(committee)).id, { plannedOn: '2026-09-10' });
  const early = await refusal(ask(committee, 'startCycle', { id, version, startedOn: '2026-09-09' }));
  expect(early).toMatchObject({ rule: 'cycle.dates', field: 'input.startedOn' });
  const late = await refusal(ask(committee, 'startCycle', { id, version, startedOn: '2026-09-16' }));
  expect(late).toMatchObject({ rule: 'cycle.dayAhead', field: 'input.startedOn' });
});

test('a prediction whose numbers contradict each other is refused, and nothing is recorded', async () => {
  const ramp = await makeRamp(committee);
  const questions = [{ text: 'How much?', predictions: [{ text: 'Some', lower: 9, upper: 3 }] }];
  const field = 'input.questions.0.predictions.0.lower';
  expect(await refusal(ask(committee, 'planCycle', { rampId: ramp.id, questions }))).toMatchObject({
    rule: 'prediction.range',
    field,
  });
  expect((await answered(committee.as('MEMBER')('{ pdsaCycles { totalCount } }'))).pdsaCycles.totalCount).toBe(0);
  const unsure = [{ text: 'How much?', predictions: [{ text: 'Some', confidence: 1.1 }] }];
  expect(await refusal(ask(committee, 'planCycle', { rampId: ramp.id, questions: unsure }))).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test('only the predictions of a cycle are compared in it, each once', async () => {
  const ramp = await makeRamp(committee);
  const other = await makeCycle(committee, ramp.id);
  const started = (await step(committee, 'startCycle', await makeCycle(committee, ramp.id))).cycle;
  const { id, version } = (await step(committee, 'finishDoing', started)).cycle;
  const compare = (ids: string[]) =>
    refusal(
      ask(committee, 'studyCycle', { id, version, comparisons: ids.map((predictionId) => ({ predictionId, verdict: 'MET' })) }),
    );
  expect(await compare(await predictionIds(committee, other.id))).toMatchObject({ rule: 'cycle.comparison' });
  const [own = ''] = await predictionIds(committee, id);
  expect(await compare([own, own])).toMatchObject({ rule: 'cycle.comparison', field: 'input.comparisons.1.predictionId' });
});

test('an abandoned change idea gets no further ramp', async () => {
  const { id, version } = await makeChangeIdea(committee);
  const document = 'mutation($input: AbandonChangeIdeaInput!) { abandonChangeIdea(input: $input) { changeIdea { status } } }';
  await answered(committee.as('IMPROVEMENT_ADVISER')(document, { input: { id, version, learning: 'It helps nobody' } }));
  expect(await refusal(ask(committee, 'startRamp', { changeIdeaId: id, title: 'Again' }))).toMatchObject({
    rule: 'ramp.abandonedIdea',
  });
});

test('what belongs to another committee answers as what does not exist', async () => {
  const ramp = await makeRamp(committee);
  const cycle = await runCycle(committee, await makeCycle(committee, ramp.id), { decision: 'ADOPT' });
  const stranger = await api.newCommittee();
  const own = await makeRamp(stranger);
  const { id, version } = cycle;
  const attempts: [string, object][] = [
    ['planCycle', { rampId: ramp.id }],
    ['planCycle', { rampId: own.id, predecessorIds: [id] }],
    ['startCycle', { id, version }],
    ['recordObservation', { cycleId: id, text: 'Seen' }],
    ['addAddendum', { cycleId: id, text: 'Added' }],
  ];
  for (const [verb, input] of attempts) {
    expect(await refusal(ask(stranger, verb, input))).toMatchObject({ code: 'NOT_FOUND' });
  }
  const query = 'query($id: ID!) { node(id: $id) { id } pdsaCycles { totalCount } }';
  expect(await answered(stranger.as('MEMBER')(query, { id }))).toEqual({ node: null, pdsaCycles: { totalCount: 0 } });
});

test.each<[Role, string | undefined]>([
  ['MEMBER', undefined],
  ['ACTION_LEAD', undefined],
  ['LEAD_OFFICER', undefined],
  ['CHAIR', 'FORBIDDEN'],
  ['DATA_ANALYST', 'FORBIDDEN'],
  ['PARTNER_VIEWER', 'FORBIDDEN'],
])('%s plans a cycle: %s', async (role, code) => {
  const { errors } = await ask(committee, 'planCycle', { rampId: (await makeRamp(committee)).id }, role);
  expect(errors[0]?.extensions.code).toBe(code);
});
