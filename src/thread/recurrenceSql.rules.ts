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

/** The day on which what was closed was opened again, if it was. */
const undoneOn = `(
  select min(${dayOf('e.moment')}) from event_subject es join event e on e.id = es.event_id
  join event_change k on k.event_id = e.id and k.row_id = es.subject_id and k.kind in ('action', 'finding')
  where es.subject_id = c.row_id and e.moment > c.recorded_at and k.after ->> 'status' = 'REOPENED')`;

/** A sign-off without evidence of impact was closed on somebody's word; with later evidence it counts from that evidence on. */
const closures = `
  closing as (
    select o.id, t.finding_id, a.id as action_id, a.ref as action_ref, greatest(o.meeting_on, w.first_on) as closed_on, o.recorded_at, a.id as row_id
    from sign_off o join action a on a.id = o.action_id join action_finding t on t.action_id = a.id cross join lateral (
      select min(i.dated_on) as first_on from evidence_item i where i.action_id = a.id and i.impact_level >= ${LEAST_IMPACT}) w
    where w.first_on is not null or a.status = 'EMBEDDED'
    union all
    select o.id, o.finding_id, null, null, o.meeting_on, o.recorded_at, o.finding_id from finding_assurance o
  ), closure as (
    select c.id, f.committee_id, c.finding_id, f.ref, f.source_id, f.primary_theme_id, c.action_id, c.action_ref, c.closed_on, ${undoneOn} as undone_on
    from closing c join finding f on f.id = c.finding_id where f.polarity <> 'STRENGTH'
  )`;

const closureColumns = [
  ...['id uuid', 'committee_id uuid', 'finding_id uuid', 'ref text', 'source_id uuid', 'primary_theme_id uuid'],
  ...['action_id uuid', 'action_ref text', 'closed_on date', 'undone_on date'],
].join(', ');

/** Closed when it was raised again; and not raised from practice that is known to be older than the closure. Committees share themes. */
const contradicted = `c.committee_id = r.committee_id and c.source_id <> r.source_id and c.closed_on < r.raised_on and (c.undone_on is null or c.undone_on >= r.raised_on)
  and (r.subject_year is null or r.subject_year >= extract(year from c.closed_on))`;

const facts = [
  ...[
    'r.id as finding_id',
    'r.committee_id',
    'r.ref',
    'r.source_id',
    'r.raised_on',
    'c.finding_id as earlier_finding_id',
    'c.ref as earlier_ref',
  ],
  ...['c.source_id as earlier_source_id', 'c.id as closure_id', 'c.action_id', 'c.action_ref', 'c.closed_on'],
  'coalesce(r.primary_theme_id = c.primary_theme_id, false) as is_of_same_theme',
];

const latestFirst = 'c.closed_on desc, c.action_id is not null, c.finding_id, c.id';

/**
 * By theme, and by what people recorded; of several closures the last before it was raised again. The closures of a theme are gathered
 * first: as at a moment the database cannot foresee how many rows there are, and would hold every closure against every concern.
 */
const matches = `
  closures_of_theme as (
    select t.theme_id, array_agg(c) as closures from closure c join finding_theme t on t.finding_id = c.finding_id group by t.theme_id
  ), matched as (
    select ${facts.join(', ')}, t.theme_id from raised r join finding_theme t on t.finding_id = r.id
      join closures_of_theme k on k.theme_id = t.theme_id cross join lateral (
        select c.* from unnest(k.closures) as c(${closureColumns}) where ${contradicted} order by ${latestFirst} limit 1) c
    union all
    select ${facts.join(', ')}, null from raised r cross join lateral (
      select c.* from closure c where c.finding_id = r.repeat_of_id and ${contradicted} order by ${latestFirst} limit 1) c
    where r.repeat_of_id is not null
  )`;

const themesOf = (column: string): string =>
  `coalesce(array_agg(h.${column} order by h.code) filter (where h.id is not null), '{}')`;

/** One row for both findings and the closure between them, whatever the number of themes that lead to it. */
export const recurrenceSql = `
  with ${[raised, closures, matches].join(',')}
  select ${derivedId('m.finding_id::text', 'm.earlier_finding_id::text', 'm.closure_id::text')} as id, m.finding_id, m.committee_id, m.ref,
    m.source_id, m.raised_on, m.earlier_finding_id, m.earlier_ref, m.earlier_source_id, m.closure_id, m.action_id, m.action_ref, m.closed_on,
    m.raised_on - m.closed_on as days, m.is_of_same_theme, bool_or(m.theme_id is null) as is_repeat,
    ${themesOf('id')} as theme_ids, ${themesOf('code')} as theme_codes
  from matched m left join theme h on h.id = m.theme_id
  group by m.finding_id, m.committee_id, m.ref, m.source_id, m.raised_on, m.earlier_finding_id, m.earlier_ref, m.earlier_source_id, m.closure_id,
    m.action_id, m.action_ref, m.closed_on, m.is_of_same_theme`;

/** How many concerns of each theme each source raises. */
export const raisedThemesSql = `
  select ${derivedId('t.theme_id::text', 'f.source_id::text')} as id, f.committee_id, t.theme_id, f.source_id, count(*)::int as findings
  from finding_theme t join finding f on f.id = t.finding_id
  where f.polarity <> 'STRENGTH' and not ${oneOf('f.status', notRaised)} group by f.committee_id, t.theme_id, f.source_id`;
