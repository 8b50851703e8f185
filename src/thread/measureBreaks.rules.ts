import type { LocalDate } from '../kernel/localDate';
import type { BreakCondition } from './breakCondition.rules';
import { dayLiteral, dayOf, lastChange } from './breakSql.rules';

/** How often it is collected, by the definition in force; before the first, by the first. */
const frequency = (today: LocalDate): string => `(
  select d.frequency from measure_definition d where d.measure_id = r.id
  order by (d.effective_from <= ${dayLiteral(today)}) desc, case when d.effective_from <= ${dayLiteral(today)} then d.effective_from end desc, d.number
  limit 1)`;

/** The length of a period; days have weekends and holidays between them, so daily figures are given a week. Null at no fixed interval. */
const step = (
  today: LocalDate,
): string => `(case ${frequency(today)} when 'DAILY' then interval '7 days' when 'WEEKLY' then interval '7 days'
  when 'MONTHLY' then interval '1 month' when 'QUARTERLY' then interval '3 months' when 'YEARLY' then interval '12 months' end)`;

/** A whole period later than a figure could be expected for the period that begins on a day; the SQL twin of silenceOf in measures/periods.rules.ts. */
const twoPeriodsAfter = (day: string, today: LocalDate): string => `((${day} + ${step(today)})::date + ${step(today)})::date`;

const firstDay = '(select min(d.effective_from) from measure_definition d where d.measure_id = r.id)';
const lastEnd = '(select l.period_end from last_figure l where l.measure_id = r.id)';
const noFigure = 'r.id not in (select l.measure_id from last_figure l)';

export function measureBreaks(today: LocalDate) {
  const expectedBy = `greatest(${twoPeriodsAfter(firstDay, today)}, ${dayOf('r.recorded_at')})`;
  const silentFrom = twoPeriodsAfter(`(${lastEnd} + 1)`, today);
  return {
    AIM_WITHOUT_OUTCOME_MEASURE: {
      of: 'Aim',
      when: `not exists (select 1 from measure m where m.aim_id = r.id and m.kind = 'OUTCOME' and m.status <> 'RETIRED')`,
      since: `(select max(${lastChange('measure', 'm.id')}) from measure m where m.aim_id = r.id and m.kind = 'OUTCOME')`,
    },
    MEASURE_WITHOUT_DATA: {
      of: 'Measure',
      when: `r.status = 'ACTIVE' and ${noFigure} and ${expectedBy} <= ${dayLiteral(today)}`,
      since: expectedBy,
    },
    MEASURE_SILENT: {
      of: 'Measure',
      when: `r.status = 'ACTIVE' and ${silentFrom} <= ${dayLiteral(today)}`,
      since: silentFrom,
    },
  } satisfies Readonly<Record<string, BreakCondition>>;
}
