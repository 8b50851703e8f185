import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeAction, makeCompletedAction, makeFinding, makeHeldMeeting, makeSource, type Made } from '../support/make';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const say = (verb: string, role: 'CHAIR' | 'LEAD_OFFICER' | 'CHIEF_OFFICER', input: object) => {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const fields = 'finding { id ref version status statusReason referredTo noActionReason }';
  return committee.as(role)(`mutation($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input });
};

const accepted = async (facts: Record<string, unknown> = {}): Promise<Made> => {
  const finding = await makeFinding(committee, facts);
  const input = { id: finding.id, version: finding.version, answer: 'ACCEPTED' };
  return (await answered(say('respondToFinding', 'CHAIR', input))).respondToFinding.finding as Made;
};

test('a finding carries themes and indicators, its source and what it repeats, both ways', async () => {
  const { themes, qualityIndicators } = await answered(
    committee.as('MEMBER')(
      '{ themes(filter: {codes: ["A4"]}) { nodes { id } } qualityIndicators(filter: {codes: ["5.3"]}) { nodes { id isVerified } } }',
    ),
  );
  const earlier = await makeFinding(committee);
  const finding = await makeFinding(committee, {
    ...{ primaryThemeId: themes.nodes[0].id, indicatorIds: [qualityIndicators.nodes[0].id], repeatOfId: earlier.id },
  });
  const { node } = await answered(
    committee.as('MEMBER')(
      `query($id: ID!) { node(id: $id) { ... on Finding { primaryTheme { code findings { totalCount } } themes { code } indicators { code framework { edition } }
        repeatOf { id repeatedBy { nodes { id } } } source { findings { totalCount } } } } }`,
      { id: finding.id },
    ),
  );
  expect(node).toMatchObject({
    primaryTheme: { code: 'A4', findings: { totalCount: 1 } },
    themes: [{ code: 'A4' }],
    indicators: [{ code: '5.3', framework: { edition: '2019' } }],
    repeatOf: { id: earlier.id, repeatedBy: { nodes: [{ id: finding.id }] } },
    source: { findings: { totalCount: 1 } },
  });
});

test.each([
  ['NOT_ACCEPTED', {}, 'finding.reason', 'input.reason'],
  ['REFERRED_ELSEWHERE', {}, 'finding.forum', 'input.referredTo'],
])('%s needs its reason or forum', async (answer, more, rule, field) => {
  const finding = await makeFinding(committee);
  const input = { id: finding.id, version: 1, answer, ...more };
  expect(await refusal(say('respondToFinding', 'CHAIR', input))).toMatchObject({ code: 'RULE_BROKEN', rule, field });
});

test('a response is an action, or the reason why there is none', async () => {
  const finding = await accepted();
  const based = { id: finding.id, version: finding.version };
  expect(await refusal(say('agreeFindingResponse', 'CHAIR', based))).toMatchObject({ rule: 'finding.response' });
  const { agreeFindingResponse } = await answered(
    say('agreeFindingResponse', 'CHAIR', { ...based, noActionReason: 'Done already' }),
  );
  expect(agreeFindingResponse.finding).toMatchObject({ status: 'RESPONSE_AGREED', noActionReason: 'Done already' });
});

test('a finding is addressed when all its actions are closed, and assured on evidence that practice changed', async () => {
  const finding = await accepted();
  const action = await makeCompletedAction(committee, { findingIds: [finding.id] });
  const agreed = (await answered(say('agreeFindingResponse', 'CHAIR', { id: finding.id, version: 2 }))).agreeFindingResponse
    .finding as Made;
  const based = { id: finding.id, version: agreed.version };
  expect(await refusal(say('addressFinding', 'CHAIR', based))).toMatchObject({ rule: 'finding.openActions', field: 'input.id' });
  const evidence = { actionId: action.id, kind: 'DOCUMENT', description: 'The form', datedOn: '2026-09-01' };
  const addEvidence = 'mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { evidenceItem { id } } }';
  await answered(committee.as('LEAD_OFFICER')(addEvidence, { input: { ...evidence, impactLevel: 1 } }));
  const signOff = 'mutation($input: SignOffActionInput!) { signOffAction(input: $input) { action { status } } }';
  await makeHeldMeeting(committee);
  const meeting = { meetingOn: '2026-09-14', minuteRef: 'Item 2' };
  await answered(committee.as('CHAIR')(signOff, { input: { id: action.id, version: action.version, ...meeting } }));
  const addressed = (await answered(say('addressFinding', 'CHAIR', based))).addressFinding.finding as Made;
  const assure = { id: finding.id, version: addressed.version, ...meeting };
  expect(await refusal(say('assureFinding', 'CHAIR', assure))).toMatchObject({ rule: 'finding.impact' });
  await answered(committee.as('LEAD_OFFICER')(addEvidence, { input: { ...evidence, impactLevel: 3 } }));
  expect((await answered(say('assureFinding', 'CHAIR', assure))).assureFinding.finding.status).toBe('ASSURED');
});

test('findings are found by what a committee asks for', async () => {
  const survey = (await makeSource(committee, { kind: 'STAFF_SURVEY' })).id;
  await makeFinding(committee, { sourceId: survey, statement: 'Supervision is 100 % missed', polarity: 'CONCERN' });
  const praised = await accepted({ statement: 'Staff know the families', polarity: 'STRENGTH' });
  await makeAction(committee, { findingIds: [praised.id] });
  const count = async (filter: object): Promise<number> =>
    (
      await answered(
        committee.as('MEMBER')('query($filter: FindingFilter) { findings(filter: $filter) { totalCount } }', { filter }),
      )
    ).findings.totalCount as number;
  expect(await count({ sourceKinds: ['STAFF_SURVEY'] })).toBe(1);
  expect(await count({ statuses: ['ACCEPTED'] })).toBe(1);
  expect(await count({ polarities: ['STRENGTH'], text: 'FAMILIES know' })).toBe(1);
  expect(await count({ text: '100 %' })).toBe(1);
  expect(await count({ text: '1_0' })).toBe(0);
  expect(await count({ isRepeat: true })).toBe(0);
});
