import { Action } from '../actions/action.entity';
import { OptionalKeyColumn } from '../api/columns';
import { PdsaCycle } from '../cycles/cycle.entity';
import { Finding } from '../findings/finding.entity';
import { Measure } from '../measures/measure.entity';
import { Plan } from '../plans/plan.entity';
import { Recommendation } from '../recommendations/recommendation.entity';
import { type CommitteeRow, type RowType, TieredRow } from '../store/row';

/** A row about one thing: exactly one of its keys is set, and the database sees to it that it leads to a row of the committee. */
export abstract class AboutRow extends TieredRow {
  @OptionalKeyColumn()
  actionId!: string | null;

  @OptionalKeyColumn()
  findingId!: string | null;

  @OptionalKeyColumn()
  recommendationId!: string | null;

  @OptionalKeyColumn()
  cycleId!: string | null;

  @OptionalKeyColumn()
  measureId!: string | null;

  @OptionalKeyColumn()
  planId!: string | null;
}

export type SubjectKey = 'actionId' | 'findingId' | 'recommendationId' | 'cycleId' | 'measureId' | 'planId';

/** What meetings decide about, and the key by which it is named. */
export const subjectTypes: readonly { readonly type: RowType<CommitteeRow>; readonly key: SubjectKey }[] = [
  { type: Action, key: 'actionId' },
  { type: Finding, key: 'findingId' },
  { type: Recommendation, key: 'recommendationId' },
  { type: PdsaCycle, key: 'cycleId' },
  { type: Measure, key: 'measureId' },
  { type: Plan, key: 'planId' },
];

export const subjectIdOf = (row: Pick<AboutRow, SubjectKey>): string | null =>
  row.actionId ?? row.findingId ?? row.recommendationId ?? row.cycleId ?? row.measureId ?? row.planId;

/** What a row is about: the type and the id of it. */
export function subjectOf(row: Pick<AboutRow, SubjectKey>): { type: RowType<CommitteeRow>; id: string } | null {
  for (const { type, key } of subjectTypes) {
    const id = row[key];
    if (id !== null) return { type, id };
  }
  return null;
}
