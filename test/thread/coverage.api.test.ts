import { makeSchema } from '../../src/graphql/schema';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { ThreadMaker } from './threadMaking';

let api: TestApi;
let committee: TestCommittee;
let maker: ThreadMaker;

beforeAll(async () => {
  api = await startApi();
  api.clock.now = new Date('2026-06-01T10:00:00Z');
  committee = await api.newCommittee();
  maker = new ThreadMaker(committee, await makeSchema());
});
afterAll(() => api.close());

const ASK = `query($id: ID!) { node(id: $id) { ... on LearningSource { coverage {
  funnel { found accepted withResponse withAction withEvidence withImpact }
  findings { finding { id } response actions actionsDone actionsOverdue highestEvidenceLevel }
  unanswered { id } achievedWithoutImpact { id } } } } }`;

test('a source shows for each finding what became of it, and its breaks are those of the audit', async () => {
  const sourceId = (await maker.source()).id;
  const recorded = await maker.finding({ sourceId });
  const unanswered = await maker.acceptedFinding({ sourceId });
  const answeredOne = await maker.acceptedFinding({ sourceId });
  await maker.finding({ sourceId, isDraft: true });
  const done = await maker.effectiveAction('2026-05-29', { findingIds: [answeredOne.id] });
  const replaced = await maker.acceptedFinding({ sourceId });
  const old = await maker.approvedAction({ findingIds: [replaced.id] });
  const heir = await maker.approvedAction({ dueOn: '2026-05-31' });
  await maker.step('supersedeAction', 'action', old, { supersededById: heir.id });
  await maker.step('agreeFindingResponse', 'finding', answeredOne);
  const judged = await maker.recommendation({ sourceId });
  await maker.evidence(await maker.approvedAction({ recommendationIds: [judged.id] }), 2);
  await maker.step('rateRecommendation', 'recommendation', judged, { progress: 'ACHIEVED' });
  const shown = await maker.recommendation({ sourceId });
  await maker.say('tieAction', 'action', { id: done.id, version: done.version, recommendationIds: [shown.id] });
  await maker.step('rateRecommendation', 'recommendation', shown, { progress: 'ACHIEVED' });

  const { node } = await answered(committee.as('MEMBER')(ASK, { id: sourceId }));
  const nothing = { actions: 0, actionsDone: 0, actionsOverdue: 0, highestEvidenceLevel: null };
  expect(node.coverage).toEqual({
    funnel: { found: 4, accepted: 3, withResponse: 2, withAction: 2, withEvidence: 1, withImpact: 1 },
    findings: [
      { finding: { id: recorded.id }, response: 'NOT_OWED', ...nothing },
      { finding: { id: unanswered.id }, response: 'MISSING', ...nothing },
      { finding: { id: answeredOne.id }, response: 'ACTIONS', ...nothing, actions: 1, actionsDone: 1, highestEvidenceLevel: 3 },
      { finding: { id: replaced.id }, response: 'ACTIONS', ...nothing, actions: 1, actionsOverdue: 1 },
    ],
    unanswered: [{ id: unanswered.id }],
    achievedWithoutImpact: [{ id: judged.id }],
  });
  const breaks = `query($ids: [ID!]) { threadBreaks(filter: {sourceIds: $ids, kinds: [FINDING_WITHOUT_RESPONSE, RESPONSE_WITHOUT_LIVE_ACTION,
    RECOMMENDATION_ACHIEVED_WITHOUT_IMPACT]}) { nodes { kind row { id } sources { id } } }
    threadAudit(filter: {sourceIds: $ids}) { total sources { count source { id } } } }`;
  const audit = await answered(committee.as('MEMBER')(breaks, { ids: [sourceId] }));
  expect(audit.threadBreaks.nodes).toEqual(
    expect.arrayContaining([
      { kind: 'FINDING_WITHOUT_RESPONSE', row: { id: unanswered.id }, sources: [{ id: sourceId }] },
      { kind: 'RECOMMENDATION_ACHIEVED_WITHOUT_IMPACT', row: { id: judged.id }, sources: [{ id: sourceId }] },
    ]),
  );
  expect(audit.threadBreaks.nodes).toHaveLength(2);
  expect(audit.threadAudit.sources).toContainEqual({ count: audit.threadAudit.total, source: { id: sourceId } });
});

test('it is answered as at a moment, and with the same statements for many findings', async () => {
  const sourceId = (await maker.source()).id;
  const finding = await maker.acceptedFinding({ sourceId });
  api.clock.now = new Date('2026-06-02T10:00:00Z');
  const [before, few] = [api.clock.now.toISOString(), await committee.as('MEMBER')(ASK, { id: sourceId })];
  api.clock.now = new Date('2026-06-03T10:00:00Z');
  for (let count = 0; count < 3; count += 1) await maker.evidence(await maker.approvedAction({ findingIds: [finding.id] }), 4);
  await maker.acceptedFinding({ sourceId });
  api.clock.now = new Date('2026-06-04T10:00:00Z');
  const many = await committee.as('MEMBER')(ASK, { id: sourceId });
  expect(many.data.node.coverage.funnel).toMatchObject({ found: 2, withAction: 1, withImpact: 1 });
  const then = await committee.as('MEMBER')(ASK.replace('($id: ID!)', `($id: ID!) @asAt(moment: "${before}")`), { id: sourceId });
  expect(then.data).toEqual(few.data);
  // Evidence is asked for only where there are actions.
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + 1);
});
