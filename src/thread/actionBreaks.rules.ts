import { liveStatuses, unsettledStatuses } from '../actions/action.rules';
import type { BreakCondition } from './breakCondition.rules';
import { doneStatuses, firstInState, hasNoReason, lastChange, LEAST_IMPACT, oneOf } from './breakSql.rules';

const isLive = oneOf('r.status', liveStatuses);
const isUnsettled = oneOf('r.status', unsettledStatuses);
const approvedOn = firstInState('action', 'r.id', 'APPROVED');

/** Something tied to the action, which for an open action must not have been given up meanwhile. */
const tied = (tie: string, table: string, key: string, givenUp: string): string => `exists (
  select 1 from ${tie} t join ${table} x on x.id = t.${key} where t.action_id = r.id and (x.status <> '${givenUp}' or not ${isUnsettled}))`;

const sinceGivenUp = (tie: string, table: string, key: string, givenUp: string): string => `greatest(${approvedOn}, (
  select max(${lastChange(table, 't.' + key)}) from ${tie} t join ${table} x on x.id = t.${key}
  where t.action_id = r.id and x.status = '${givenUp}'))`;

export const actionBreaks = {
  ACTION_WITHOUT_ORIGIN: {
    of: 'Action',
    when: `r.status not in ('STOPPED', 'SUPERSEDED') and not exists (select 1 from action_finding t where t.action_id = r.id)
      and (r.origin <> 'PLANNED_PRIORITY' or ${hasNoReason('origin_reason')})`,
    since: 'null::date',
  },
  TEST_OF_CHANGE_WITHOUT_CHANGE_IDEA: {
    of: 'Action',
    when: `r.change_type = 'TEST_OF_CHANGE' and ${isLive} and not ${tied('action_change_idea', 'change_idea', 'change_idea_id', 'ABANDONED')}`,
    since: sinceGivenUp('action_change_idea', 'change_idea', 'change_idea_id', 'ABANDONED'),
  },
  ACTION_WITHOUT_MEASURE: {
    of: 'Action',
    when: `${isLive} and ${hasNoReason('no_measure_reason')} and not ${tied('action_measure', 'measure', 'measure_id', 'RETIRED')}`,
    since: sinceGivenUp('action_measure', 'measure', 'measure_id', 'RETIRED'),
  },
  ACTION_DONE_WITHOUT_IMPACT: {
    of: 'Action',
    when: `${oneOf('r.status', doneStatuses)} and r.id not in (select i.action_id from impact i where i.level >= ${LEAST_IMPACT})`,
    since: 'r.completed_on',
  },
  SUPERSEDED_ACTION_WITHOUT_SUCCESSOR: {
    of: 'Action',
    when: `r.status = 'SUPERSEDED' and r.id not in (
      select h.action_id from heir h join action a on a.id = h.heir_id where ${oneOf('a.status', liveStatuses)})`,
    since: lastChange('action', 'r.id'),
  },
} satisfies Readonly<Record<string, BreakCondition>>;
