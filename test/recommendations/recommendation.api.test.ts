import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeFinding, makeRecommendation, makeSource } from '../support/make';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const inputs: Readonly<Record<string, string>> = {
  respondToRecommendation: 'RespondToRecommendationInput',
  rateRecommendation: 'RateRecommendationInput',
  holdRecommendation: 'MoveRecommendationForReasonInput',
  reopenRecommendation: 'MoveRecommendationForReasonInput',
};
const say = (verb: string, input: object) =>
  committee.as('CHAIR')(
    `mutation($input: ${inputs[verb] ?? 'MoveRecommendationInput'}!) { ${verb}(input: $input) { recommendation {
      version status statusReason responseReason respondedOn progress progressRatedOn } } }`,
    { input },
  );

test('a recommendation answers findings of several sources, seen from both sides', async () => {
  const source = await makeSource(committee);
  const findings = [await makeFinding(committee, { sourceId: source.id }), await makeFinding(committee)];
  const recommendation = await makeRecommendation(committee, { sourceId: source.id, findingIds: findings.map(({ id }) => id) });
  const ask = `query($id: ID!) { node(id: $id) { ... on Recommendation { ref source { id } findings(orderBy: {field: RECORDED_AT}) { nodes { recommendations { nodes { id } } } } } } }`;
  const { node } = await answered(committee.as('MEMBER')(ask, { id: recommendation.id }));
  expect(node).toEqual({
    ref: `${source.ref}/R1`,
    source: { id: source.id },
    findings: { nodes: findings.map(() => ({ recommendations: { nodes: [{ id: recommendation.id }] } })) },
  });
});

test('the committee answers, and progress is judged apart from the state', async () => {
  const { id } = await makeRecommendation(committee);
  const partly = { id, version: 1, answer: 'PARTLY_ACCEPTED' };
  expect(await refusal(say('respondToRecommendation', partly))).toMatchObject({
    rule: 'recommendation.reason',
    field: 'input.reason',
  });
  const answer = await answered(say('respondToRecommendation', { ...partly, reason: 'The second half is national' }));
  expect(answer.respondToRecommendation.recommendation).toMatchObject({
    ...{ status: 'PARTLY_ACCEPTED', responseReason: 'The second half is national', respondedOn: '2026-09-15' },
  });
  const rated = await answered(say('rateRecommendation', { id, version: 2, progress: 'SUBSTANTIAL_PROGRESS' }));
  expect(rated.rateRecommendation.recommendation).toMatchObject({
    ...{ status: 'PARTLY_ACCEPTED', progress: 'SUBSTANTIAL_PROGRESS', progressRatedOn: '2026-09-15' },
  });
});

test('it is carried out, held, closed and reopened as its life cycle says', async () => {
  const { id } = await makeRecommendation(committee);
  expect(await refusal(say('closeRecommendation', { id, version: 1 }))).toMatchObject({ rule: 'recommendation.transition' });
  const steps = [
    ...([
      ['respondToRecommendation', 'ACCEPTED'],
      ['startRecommendation', 'IN_PROGRESS'],
      ['holdRecommendation', 'ON_HOLD'],
    ] as const),
    ...([
      ['startRecommendation', 'IN_PROGRESS'],
      ['implementRecommendation', 'IMPLEMENTED'],
      ['closeRecommendation', 'CLOSED'],
    ] as const),
    ...([['reopenRecommendation', 'REOPENED']] as const),
  ];
  for (const [index, [verb, status]] of steps.entries()) {
    const needsReason = inputs[verb] === 'MoveRecommendationForReasonInput';
    const more = verb === 'respondToRecommendation' ? { answer: 'ACCEPTED' } : needsReason ? { reason: 'A reason' } : {};
    const data = await answered(say(verb, { id, version: index + 1, ...more }));
    expect(data[verb].recommendation.status).toBe(status);
  }
});
