/*
 * What follows from the ties of the thread, each said once, as named queries that conditions are written over. They name the
 * tables only, so that they can look back; that rows are of one committee is settled by keys and row security.
 */

/** From whatever was superseded to all that came after it, however long the chain; a ring of successors ends it. */
const heirs = `
  heir (action_id, heir_id) as (
    select a.id, a.superseded_by_id from action a where a.status = 'SUPERSEDED'
    union
    select h.action_id, a.superseded_by_id from heir h join action a on a.id = h.heir_id where a.status = 'SUPERSEDED'
  )`;

const findingHeirs = `
  finding_heir (finding_id, heir_id) as (
    select f.id, f.superseded_by_id from finding f where f.status = 'SUPERSEDED'
    union
    select h.finding_id, f.superseded_by_id from finding_heir h join finding f on f.id = h.heir_id where f.status = 'SUPERSEDED'
  )`;

/** The actions tied to something, and those that superseded them. */
const withHeirs = (name: string, tie: string, key: string): string => `
  ${name} (committee_id, ${key}, action_id, status) as (
    select t.committee_id, t.${key}, a.id, a.status from ${tie} t join action a on a.id = t.action_id
    union
    select t.committee_id, t.${key}, a.id, a.status from ${tie} t join heir h on h.action_id = t.action_id join action a on a.id = h.heir_id
  )`;

const answering = withHeirs('answering', 'action_finding', 'finding_id');
const carrying = withHeirs('carrying', 'action_recommendation', 'recommendation_id');

/** The highest level of evidence for each action. */
const impact = `
  impact (action_id, level) as (select i.action_id, max(i.impact_level) from evidence_item i group by i.action_id)`;

/** The end of the last period with a figure, by measure. */
const lastFigures = `
  last_figure (measure_id, period_end) as (
    select distinct on (d.measure_id) d.measure_id, d.period_end from data_point d where d.value is not null
    order by d.measure_id, d.period_start desc
  )`;

export const threadFacts = [heirs, findingHeirs, answering, carrying, impact, lastFigures].join(',');
export const answeringFacts = [heirs, answering].join(',');
export const carryingFacts = [heirs, carrying].join(',');

/** To which source everything on the thread leads back; what was tied to several leads back to each. */
export const threadSources = `
  with action_source as (
    select t.committee_id, t.action_id, f.source_id from action_finding t join finding f on f.id = t.finding_id
    union
    select t.committee_id, t.action_id, r.source_id from action_recommendation t join recommendation r on r.id = t.recommendation_id
  ), idea_source as (
    select distinct t.committee_id, t.change_idea_id, s.source_id from action_change_idea t join action_source s on s.action_id = t.action_id
  ), aim_source as (
    select d.committee_id, d.aim_id, s.source_id from driver d join change_idea_driver l on l.driver_id = d.id
      join idea_source s on s.change_idea_id = l.change_idea_id
    union
    select m.committee_id, m.aim_id, s.source_id from measure m join action_measure t on t.measure_id = m.id
      join action_source s on s.action_id = t.action_id where m.aim_id is not null
  ), measure_source as (
    select t.committee_id, t.measure_id, s.source_id from action_measure t join action_source s on s.action_id = t.action_id
    union
    select t.committee_id, t.measure_id, s.source_id from cycle_measure t join pdsa_cycle c on c.id = t.cycle_id
      join idea_source s on s.change_idea_id = c.change_idea_id
    union
    select m.committee_id, m.id, s.source_id from measure m join aim_source s on s.aim_id = m.aim_id
  )
  select committee_id, id as row_id, source_id from finding
  union all select committee_id, id, source_id from recommendation
  union all select committee_id, action_id, source_id from action_source
  union all select committee_id, change_idea_id, source_id from idea_source
  union all select c.committee_id, c.id, s.source_id from pdsa_cycle c join idea_source s on s.change_idea_id = c.change_idea_id
  union all select committee_id, aim_id, source_id from aim_source
  union all select committee_id, measure_id, source_id from measure_source`;
