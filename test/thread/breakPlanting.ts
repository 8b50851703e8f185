import type { ThreadBreakKind } from '../../src/thread/breakKind.enums';
import type { Row, ThreadMaker } from './threadMaking';

export type Planted = readonly [kind: ThreadBreakKind, row: Row];

/*
 * For each kind of break, the ways in which it comes about through the API; each gives the rows it breaks. A way that cannot but
 * break two rows names both.
 */
type Way = (maker: ThreadMaker) => Promise<Planted[]>;

const findingWays = {
  FINDING_WITHOUT_ANSWER: [
    async (maker) => {
      const source = await maker.source();
      const finding = await maker.finding({ sourceId: source.id });
      await maker.step('takeSourceStep', 'source', source, { to: 'ACCEPTED_BY_CPC' }, 'CHAIR');
      return [['FINDING_WITHOUT_ANSWER', finding]];
    },
  ],
  FINDING_WITHOUT_RESPONSE: [
    async (maker) => [['FINDING_WITHOUT_RESPONSE', await maker.acceptedFinding()]],
    async (maker) => {
      const finding = await maker.acceptedFinding();
      await maker.action({ findingIds: [finding.id] });
      return [['FINDING_WITHOUT_RESPONSE', finding]];
    },
    async (maker) => {
      const accepted = await maker.acceptedFinding();
      await maker.effectiveAction('2026-05-29', { findingIds: [accepted.id] });
      const agreed = await maker.step('agreeFindingResponse', 'finding', accepted);
      const addressed = await maker.step('addressFinding', 'finding', agreed);
      return [['FINDING_WITHOUT_RESPONSE', await maker.step('reopenFinding', 'finding', addressed, { reason: 'Again' })]];
    },
  ],
  RESPONSE_WITHOUT_LIVE_ACTION: [
    async (maker) => {
      const finding = await maker.acceptedFinding();
      const action = await maker.approvedAction({ findingIds: [finding.id] });
      await maker.step('agreeFindingResponse', 'finding', finding);
      await maker.step('stopAction', 'action', action, { reason: 'No staff' });
      return [['RESPONSE_WITHOUT_LIVE_ACTION', finding]];
    },
  ],
  SETTLED_FINDING_WITH_OPEN_ACTION: [
    async (maker) => {
      const finding = await maker.acceptedFinding();
      const action = await maker.effectiveAction('2026-05-29', { findingIds: [finding.id] });
      const agreed = await maker.step('agreeFindingResponse', 'finding', finding);
      await maker.step('addressFinding', 'finding', agreed);
      await maker.step('reopenAction', 'action', action, { reason: 'It did not last' });
      return [['SETTLED_FINDING_WITH_OPEN_ACTION', finding]];
    },
  ],
  SUPERSEDED_FINDING_WITHOUT_SUCCESSOR: [
    async (maker) => {
      const [finding, draft] = [await maker.finding(), await maker.finding({ isDraft: true })];
      await maker.step('supersedeFinding', 'finding', finding, { supersededById: draft.id });
      return [['SUPERSEDED_FINDING_WITHOUT_SUCCESSOR', finding]];
    },
    async (maker) => {
      const [one, other] = [await maker.finding(), await maker.finding()];
      await maker.step('supersedeFinding', 'finding', one, { supersededById: other.id });
      await maker.step('supersedeFinding', 'finding', other, { supersededById: one.id });
      return [one, other].map((finding): Planted => ['SUPERSEDED_FINDING_WITHOUT_SUCCESSOR', finding]);
    },
  ],
  RECOMMENDATION_WITHOUT_ACTION: [async (maker) => [['RECOMMENDATION_WITHOUT_ACTION', await maker.recommendation()]]],
  RECOMMENDATION_ACHIEVED_WITHOUT_IMPACT: [
    async (maker) => {
      const recommendation = await maker.recommendation();
      await maker.evidence(await maker.approvedAction({ recommendationIds: [recommendation.id] }), 2);
      await maker.step('rateRecommendation', 'recommendation', recommendation, { progress: 'ACHIEVED' });
      return [['RECOMMENDATION_ACHIEVED_WITHOUT_IMPACT', recommendation]];
    },
  ],
} satisfies Partial<Record<ThreadBreakKind, Way[]>>;

const actionWays = {
  ACTION_WITHOUT_ORIGIN: [async (maker) => [['ACTION_WITHOUT_ORIGIN', await maker.action({ findingIds: [], isDraft: true })]]],
  TEST_OF_CHANGE_WITHOUT_CHANGE_IDEA: [
    async (maker) => [['TEST_OF_CHANGE_WITHOUT_CHANGE_IDEA', await maker.approvedAction({ changeType: 'TEST_OF_CHANGE' })]],
    async (maker) => {
      const { idea } = await maker.idea();
      const action = await maker.approvedAction({ changeType: 'TEST_OF_CHANGE', changeIdeaIds: [idea.id] });
      await maker.step('abandonChangeIdea', 'changeIdea', idea, { learning: 'It does not help' });
      return [['TEST_OF_CHANGE_WITHOUT_CHANGE_IDEA', action]];
    },
  ],
  ACTION_WITHOUT_MEASURE: [
    async (maker) => {
      const measure = await maker.measured('MONTHLY');
      const action = await maker.approvedAction({ measureIds: [measure.id], noMeasureReason: null });
      await maker.step('retireMeasure', 'measure', measure, { reason: 'Nobody collects it' });
      return [['ACTION_WITHOUT_MEASURE', action]];
    },
  ],
  ACTION_DONE_WITHOUT_IMPACT: [
    async (maker) => [['ACTION_DONE_WITHOUT_IMPACT', await maker.doneAction()]],
    async (maker) => {
      const action = await maker.doneAction({}, '2026-05-29');
      await maker.evidence(action, 2);
      return [['ACTION_DONE_WITHOUT_IMPACT', await maker.signOff(action, '2026-05-29')]];
    },
  ],
  SUPERSEDED_ACTION_WITHOUT_SUCCESSOR: [
    async (maker) => {
      const [action, heir] = [await maker.approvedAction(), await maker.approvedAction()];
      await maker.step('supersedeAction', 'action', action, { supersededById: heir.id });
      await maker.step('stopAction', 'action', heir, { reason: 'No staff' });
      return [['SUPERSEDED_ACTION_WITHOUT_SUCCESSOR', action]];
    },
  ],
} satisfies Partial<Record<ThreadBreakKind, Way[]>>;

const testWays = {
  CHANGE_IDEA_WITHOUT_DRIVER: [
    async (maker) => {
      const { driver, idea, measure } = await maker.idea();
      await maker.startedCycle(idea, [measure.id]);
      await maker.step('retireDriver', 'driver', driver, { reason: 'It does not matter' });
      return [['CHANGE_IDEA_WITHOUT_DRIVER', idea]];
    },
  ],
  CHANGE_IDEA_WITHOUT_MEASURE: [
    async (maker) => {
      const aim = await maker.aim();
      const idea = await maker.ideaFor(await maker.driver(aim));
      return [
        ['CHANGE_IDEA_WITHOUT_MEASURE', idea],
        ['AIM_WITHOUT_OUTCOME_MEASURE', aim],
      ];
    },
  ],
  CYCLE_WITHOUT_MEASURE: [async (maker) => [['CYCLE_WITHOUT_MEASURE', await maker.startedCycle((await maker.idea()).idea, [])]]],
  ADAPT_WITHOUT_NEXT: [
    async (maker) => {
      const { idea, measure } = await maker.idea();
      return [['ADAPT_WITHOUT_NEXT', await maker.adaptedCycle(idea, [measure.id])]];
    },
  ],
  AIM_WITHOUT_OUTCOME_MEASURE: [
    async (maker) => {
      const aim = await maker.aim();
      await maker.measured('QUARTERLY', { aimId: aim.id, kind: 'PROCESS' });
      return [['AIM_WITHOUT_OUTCOME_MEASURE', aim]];
    },
  ],
  MEASURE_WITHOUT_DATA: [
    async (maker) => [['MEASURE_WITHOUT_DATA', await maker.measure('MONTHLY')]],
    async (maker) => [['MEASURE_WITHOUT_DATA', await maker.measure('IRREGULAR')]],
  ],
  MEASURE_SILENT: [async (maker) => [['MEASURE_SILENT', await maker.measured('MONTHLY')]]],
} satisfies Partial<Record<ThreadBreakKind, Way[]>>;

export const ways: Readonly<Record<ThreadBreakKind, readonly Way[]>> = { ...findingWays, ...actionWays, ...testWays };
