import { liveStatuses, unsettledStatuses } from '../actions/action.rules';
import type { FindingStatus } from '../findings/finding.enums';
import type { RecommendationStatus } from '../recommendations/recommendation.enums';
import type { SourceStatus } from '../sources/source.enums';
import type { BreakCondition } from './breakCondition.rules';
import { hasNoReason, lastChange, LEAST_IMPACT, oneOf } from './breakSql.rules';

const reportAccepted: readonly SourceStatus[] = ['ACCEPTED_BY_CPC', 'CONSIDERED_BY_COG', 'PUBLISHED', 'NOT_PUBLISHED', 'CLOSED'];
const owed: readonly FindingStatus[] = ['ACCEPTED', 'REOPENED'];
const agreed: readonly FindingStatus[] = ['RESPONSE_AGREED', 'ADDRESSED'];
const settled: readonly FindingStatus[] = ['ADDRESSED', 'ASSURED'];
const accepted: readonly RecommendationStatus[] = [
  ...(['ACCEPTED', 'PARTLY_ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'] as const),
  ...(['IMPLEMENTED', 'CLOSED', 'REOPENED'] as const),
];

/**
 * No live action; for what was reopened, none that is still open either, since what was closed did not settle it. Written with IN, so
 * that the set is made once: as at a moment the database cannot foresee how large it is, and would look through it for every row.
 */
const unanswered = (ties: string, key: string): string => `not case r.status
  when 'REOPENED' then r.id in (select t.${key} from ${ties} t where ${oneOf('t.status', unsettledStatuses)})
  else r.id in (select t.${key} from ${ties} t where ${oneOf('t.status', liveStatuses)}) end`;

/** When the last of what is tied to it came into its state. */
const lastTied = (ties: string, key: string): string =>
  `(select max(${lastChange('action', 't.action_id')}) from ${ties} t where t.${key} = r.id)`;

const moved = lastChange('finding', 'r.id');

export const findingBreaks = {
  FINDING_WITHOUT_ANSWER: {
    of: 'Finding',
    when: `r.status = 'RECORDED' and exists (select 1 from learning_source s where s.id = r.source_id and ${oneOf('s.status', reportAccepted)})`,
    since: `greatest(${moved}, ${lastChange('learning_source', 'r.source_id')})`,
  },
  FINDING_WITHOUT_RESPONSE: {
    of: 'Finding',
    when: `${oneOf('r.status', owed)} and ${unanswered('answering', 'finding_id')}`,
    since: `greatest(${moved}, (select max(${lastChange('action', 't.action_id')}) from answering t
      where t.finding_id = r.id and not ${oneOf('t.status', ['DRAFT', 'PROPOSED', ...liveStatuses])}))`,
  },
  RESPONSE_WITHOUT_LIVE_ACTION: {
    of: 'Finding',
    when: `${oneOf('r.status', agreed)} and ${hasNoReason('no_action_reason')} and ${unanswered('answering', 'finding_id')}`,
    since: `greatest(${moved}, ${lastTied('answering', 'finding_id')})`,
  },
  SETTLED_FINDING_WITH_OPEN_ACTION: {
    of: 'Finding',
    when: `${oneOf('r.status', settled)} and r.id in (
      select t.finding_id from answering t where ${oneOf('t.status', unsettledStatuses)})`,
    since: `greatest(${moved}, (select max(${lastChange('action', 't.action_id')}) from answering t
      where t.finding_id = r.id and ${oneOf('t.status', unsettledStatuses)}))`,
  },
  SUPERSEDED_FINDING_WITHOUT_SUCCESSOR: {
    of: 'Finding',
    when: `r.status = 'SUPERSEDED' and r.id not in (
      select h.finding_id from finding_heir h join finding f on f.id = h.heir_id where f.status not in ('SUPERSEDED', 'DRAFT'))`,
    since: moved,
  },
  RECOMMENDATION_WITHOUT_ACTION: {
    of: 'Recommendation',
    when: `${oneOf('r.status', accepted)} and ${unanswered('carrying', 'recommendation_id')}`,
    since: `greatest(case r.status when 'REOPENED' then ${lastChange('recommendation', 'r.id')} else r.responded_on end,
      (select max(${lastChange('action', 't.action_id')}) from carrying t
        where t.recommendation_id = r.id and not ${oneOf('t.status', ['DRAFT', 'PROPOSED', ...liveStatuses])}))`,
  },
  RECOMMENDATION_ACHIEVED_WITHOUT_IMPACT: {
    of: 'Recommendation',
    when: `r.progress = 'ACHIEVED' and r.id not in (
      select t.recommendation_id from carrying t join impact i on i.action_id = t.action_id where i.level >= ${LEAST_IMPACT})`,
    since: 'r.progress_rated_on',
  },
} satisfies Readonly<Record<string, BreakCondition>>;
