import type { EvidenceKind } from './action.enums';

/** An output such as a document or a course is level 1: below this there is nothing but somebody's word for the effect. */
export const LEAST_BEYOND_ASSERTION = 2;

export interface EvidenceOfClosure {
  readonly kind: EvidenceKind;
  readonly impactLevel: number;
  readonly recordedAt: Date;
}

export interface KindOfEvidence {
  readonly kind: EvidenceKind;
  readonly count: number;
  readonly highestImpactLevel: number;
}

/** What a closure rested on when it was signed off. */
export interface ClosureBasis {
  readonly byKind: readonly KindOfEvidence[];
  /** Null when there was no evidence. */
  readonly highestImpactLevel: number | null;
  readonly isOnAssertion: boolean;
}

/** What came later does not count: a closure on assertion stays one, whatever is found afterwards. */
export function closureBasis(evidence: readonly EvidenceOfClosure[], signedOffAt: Date): ClosureBasis {
  const then = evidence.filter(({ recordedAt }) => recordedAt <= signedOffAt);
  const kinds = [...new Set(then.map(({ kind }) => kind))].sort();
  const byKind = kinds.map((kind) => {
    const levels = then.filter((each) => each.kind === kind).map(({ impactLevel }) => impactLevel);
    return { kind, count: levels.length, highestImpactLevel: Math.max(...levels) };
  });
  const highestImpactLevel = highestOf(then);
  return { byKind, highestImpactLevel, isOnAssertion: (highestImpactLevel ?? 0) < LEAST_BEYOND_ASSERTION };
}

export const highestOf = (evidence: readonly { readonly impactLevel: number }[]): number | null =>
  evidence.length === 0 ? null : Math.max(...evidence.map(({ impactLevel }) => impactLevel));

/** A closure stands while its action is closed and nothing later closed it again. */
export const closureStands = (action: { readonly status: string }, signOffId: string, latestId: string | undefined): boolean =>
  (action.status === 'SIGNED_OFF' || action.status === 'EMBEDDED') && signOffId === latestId;
