import type { LocalDate } from '../kernel/localDate';
import type { BreakCondition } from './breakCondition.rules';
import { dayLiteral, dayOf, lastChange } from './breakSql.rules';

const inUse = (measure: string): string => `${measure}.status <> 'RETIRED'`;

/** A measure in use that would show what a change idea does. */
const measuresOfIdea = [
  `select 1 from pdsa_cycle c join cycle_measure t on t.cycle_id = c.id join measure m on m.id = t.measure_id
    where c.change_idea_id = r.id and ${inUse('m')}`,
  `select 1 from action_change_idea t join action_measure l on l.action_id = t.action_id join measure m on m.id = l.measure_id
    where t.change_idea_id = r.id and ${inUse('m')}`,
  `select 1 from change_idea_driver t join driver d on d.id = t.driver_id join measure m on m.aim_id = d.aim_id
    where t.change_idea_id = r.id and d.retired_reason is null and ${inUse('m')}`,
];

/** From this day on a next cycle is late; the SQL twin of ADAPT_WITHOUT_NEXT in cycles/stalled.rules.ts. */
const lateFrom = `(coalesce(r.acted_on, ${dayOf('r.recorded_at')}) + 1
  + (select s.adapt_days from committee_settings s where s.committee_id = r.committee_id))`;

export const testBreaks = (today: LocalDate) =>
  ({
    CHANGE_IDEA_WITHOUT_DRIVER: {
      of: 'ChangeIdea',
      when: `r.status <> 'ABANDONED' and not exists (
        select 1 from change_idea_driver t join driver d on d.id = t.driver_id where t.change_idea_id = r.id and d.retired_reason is null)`,
      since: `(select max(${lastChange('driver', 't.driver_id', 'retired_reason')}) from change_idea_driver t where t.change_idea_id = r.id)`,
    },
    CHANGE_IDEA_WITHOUT_MEASURE: {
      of: 'ChangeIdea',
      when: `r.status = 'TESTING' and ${measuresOfIdea.map((select) => `not exists (${select})`).join(' and ')}`,
      since: lastChange('change_idea', 'r.id'),
    },
    CYCLE_WITHOUT_MEASURE: {
      of: 'PdsaCycle',
      when: `r.status not in ('PLANNING', 'CANCELLED') and not exists (select 1 from cycle_measure t where t.cycle_id = r.id)`,
      since: 'r.do_started_on',
    },
    ADAPT_WITHOUT_NEXT: {
      of: 'PdsaCycle',
      when: `r.decision = 'ADAPT' and ${lateFrom} <= ${dayLiteral(today)} and not exists (
        select 1 from pdsa_cycle_predecessor t join pdsa_cycle c on c.id = t.cycle_id where t.predecessor_id = r.id and c.status <> 'CANCELLED')`,
      since: lateFrom,
    },
  }) satisfies Readonly<Record<string, BreakCondition>>;
