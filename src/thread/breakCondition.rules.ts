import { dayOf } from './breakSql.rules';

/** The types whose rows can break the thread, with the tables they are kept in. */
export const tablesOfBreaks = {
  Finding: 'finding',
  Recommendation: 'recommendation',
  Action: 'action',
  ChangeIdea: 'change_idea',
  PdsaCycle: 'pdsa_cycle',
  Aim: 'aim',
  Measure: 'measure',
} as const;
export type BrokenType = keyof typeof tablesOfBreaks;

/** What a kind of break is, in SQL over the row r and over threadFacts. Lists, filters and counts are all made from it. */
export interface BreakCondition {
  readonly of: BrokenType;
  readonly when: string;
  /** The day since when, as far as the record tells; null falls back on the day the row was recorded. */
  readonly since: string;
}

/** A cycle has no reference of its own; people find it under that of its change idea. */
const referenceOf = (type: BrokenType): string =>
  type === 'PdsaCycle' ? '(select i.ref from change_idea i where i.id = r.change_idea_id)' : 'r.ref';

export const selectBreaks = (kind: string, place: number, { of, when, since }: BreakCondition): string => `
  select r.committee_id, '${kind}'::text as kind, ${place} as place, '${of}'::text as row_type, r.id as row_id,
    ${referenceOf(of)} as ref, coalesce(${since}, ${dayOf('r.recorded_at')}) as since_on
  from ${tablesOfBreaks[of]} r where ${when}`;
