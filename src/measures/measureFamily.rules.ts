import type { MeasureKind } from './measure.enums';

/** What an aim cannot show without each kind of measure (domain.md §7: family of measures). */
export const missingKindSentences: Readonly<Record<MeasureKind, string>> = {
  OUTCOME: 'No outcome measure: nothing shows whether things get better for children and families.',
  PROCESS: 'No process measure: nothing shows whether the steps that should lead there are done reliably.',
  BALANCING: 'No balancing measure: nothing shows whether something else gets worse meanwhile.',
};

/** The kinds that a family of measures lacks, in the order outcome, process, balancing. */
export const missingKinds = (kinds: readonly MeasureKind[]): MeasureKind[] =>
  (Object.keys(missingKindSentences) as MeasureKind[]).filter((kind) => !kinds.includes(kind));
