import type { FindingStatus } from '../findings/finding.enums';
import { dayOf, derivedId, LEAST_IMPACT, oneOf } from './breakSql.rules';

/*
 * Recurrence: a concern was closed as effective, and a later source raises it again. What was reopened before it was raised again
 * was known to be open, and is none; what is reopened because of it stays one.
 */
const notRaised: readonly FindingStatus[] = ['DRAFT', 'NOT_ACCEPTED', 'SUPERSEDED'];

/**
 * The earliest day on which the concern can have been raised, so that a count of days is never too high: the day of publication or of
 * recording; of a source that was recorded in a later year than it was published, the first day of that year.
 */
const raisedOn = `least(${dayOf('f.recorded_at')}, s.published_on,
  case when s.published_year < extract(year from ${dayOf('f.recorded_at')}) then make_date(s.published_year, 1, 1) end)`;

const raised = `
  raised as (
    select f.id, f.committee_id, f.ref, f.source_id, f.primary_theme_id, f.repeat_of_id, v.subject_year, ${raisedOn} as raised_on
    from finding f join learning_source s on s.id = f.source_id left join review_facts v on v.source_id = s.id
    where f.polarity <> 'STRENGTH' and not ${oneOf('f.status', notRaised)}
  )`;

const reopenings = `
  reopening (row_id, moment) as (
    select k.row_id, e.moment from event_change k join event e on e.id = k.event_id
    where k.kind in ('action', 'finding') and k.after ->> 'status' = 'REOPENED'
  )`;

/** A sign-off without evidence of impact was closed on somebody's word; with later evidence it counts from that evidence on. */
const closures = `
  shown (action_id, first_on) as (
    select i.action_id, min(i.dated_on) from evidence_item i where i.impact_level >= ${LEAST_IMPACT} group by i.action_id
  ), closing as (
    select o.id, t.finding_id, a.id as action_id, a.ref as action_ref, greatest(o.meeting_on, w.first_on) as closed_on, o.recorded_at, a.id as row_id
    from sign_off o join action a on a.id = o.action_id join action_finding t on t.action_id = a.id left join shown w on w.action_id = a.id
    where w.action_id is not null or a.status = 'EMBEDDED'
    union all
    select o.id, o.finding_id, null, null, o.meeting_on, o.recorded_at, o.finding_id from finding_assurance o
  ), closure as (
    select c.*, f.ref, f.source_id, f.primary_theme_id,
      (select min(${dayOf('x.moment')}) from reopening x where x.row_id = c.row_id and x.moment > c.recorded_at) as undone_on
    from closing c join finding f on f.id = c.finding_id where f.polarity <> 'STRENGTH'
  )`;

/** Closed when it was raised again; and not raised from practice that is known to be older than the closure. */
const contradicted = `c.source_id <> r.source_id and c.closed_on < r.raised_on and (c.undone_on is null or c.undone_on >= r.raised_on)
  and (r.subject_year is null or r.subject_year >= extract(year from c.closed_on))`;

/** By theme, and by what people recorded; of several closures the last before it was raised again. */
const matches = `
  matched as (
    select r.id as later_id, t.theme_id, c.id as closure_id, c.finding_id, c.closed_on, c.action_id
    from raised r join finding_theme t on t.finding_id = r.id join finding_theme u on u.theme_id = t.theme_id
      join closure c on c.finding_id = u.finding_id and ${contradicted}
    union all
    select r.id, null, c.id, c.finding_id, c.closed_on, c.action_id
    from raised r join closure c on c.finding_id = r.repeat_of_id and ${contradicted}
  ), nearest as (
    select distinct on (later_id, theme_id) * from matched
    order by later_id, theme_id, closed_on desc, action_id is not null, finding_id, closure_id
  ), pair as (
    select n.later_id, n.finding_id, n.closure_id, bool_or(n.theme_id is null) as is_repeat,
      coalesce(array_agg(n.theme_id order by h.code) filter (where h.id is not null), '{}') as theme_ids,
      coalesce(array_agg(h.code order by h.code) filter (where h.id is not null), '{}') as theme_codes
    from nearest n left join theme h on h.id = n.theme_id group by n.later_id, n.finding_id, n.closure_id
  )`;

export const recurrenceSql = `
  with ${[raised, reopenings, closures, matches].join(',')}
  select ${derivedId('p.later_id::text', 'p.finding_id::text', 'p.closure_id::text')} as id, r.committee_id,
    r.id as finding_id, r.ref as ref, r.source_id, p.finding_id as earlier_finding_id, c.ref as earlier_ref, c.source_id as earlier_source_id,
    c.id as closure_id, c.action_id, c.action_ref, c.closed_on, r.raised_on, r.raised_on - c.closed_on as days,
    p.is_repeat, coalesce(r.primary_theme_id = c.primary_theme_id, false) as is_of_same_theme, p.theme_ids, p.theme_codes
  from pair p join raised r on r.id = p.later_id join closure c on c.id = p.closure_id and c.finding_id = p.finding_id`;

/** How many concerns of each theme each source raises. */
export const raisedThemesSql = `
  select ${derivedId('t.theme_id::text', 'f.source_id::text')} as id, f.committee_id, t.theme_id, f.source_id, count(*)::int as findings
  from finding_theme t join finding f on f.id = t.finding_id
  where f.polarity <> 'STRENGTH' and not ${oneOf('f.status', notRaised)} group by f.committee_id, t.theme_id, f.source_id`;
