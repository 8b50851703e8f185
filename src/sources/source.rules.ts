import { ruleBroken } from '../kernel/errors';
import type { Machine } from '../kernel/machine';
import type { SourceKind, SourceStatus } from './source.enums';

export type FactsKind = 'review' | 'inspection' | 'audit' | 'consultation';

const factsByKind: Readonly<Partial<Record<SourceKind, FactsKind>>> = {
  LEARNING_REVIEW: 'review',
  SIGNIFICANT_CASE_REVIEW: 'review',
  INITIAL_CASE_REVIEW: 'review',
  ALTERNATIVE_REVIEW: 'review',
  JOINT_INSPECTION: 'inspection',
  PROGRESS_REVIEW: 'inspection',
  THEMATIC_INSPECTION: 'inspection',
  SERVICE_INSPECTION: 'inspection',
  MULTI_AGENCY_AUDIT: 'audit',
  SINGLE_AGENCY_AUDIT: 'audit',
  SELF_EVALUATION: 'audit',
  PROCESS_REVIEW: 'audit',
  USER_FEEDBACK: 'consultation',
  STAFF_SURVEY: 'consultation',
};

/** The prefix of a reference the service makes up, for example LR-2026-01. */
export const referencePrefix: Readonly<Record<SourceKind, string>> = {
  LEARNING_REVIEW: 'LR',
  SIGNIFICANT_CASE_REVIEW: 'SCR',
  INITIAL_CASE_REVIEW: 'ICR',
  ALTERNATIVE_REVIEW: 'AR',
  JOINT_INSPECTION: 'JI',
  PROGRESS_REVIEW: 'PR',
  THEMATIC_INSPECTION: 'TI',
  SERVICE_INSPECTION: 'SI',
  MULTI_AGENCY_AUDIT: 'MA',
  SINGLE_AGENCY_AUDIT: 'SA',
  SELF_EVALUATION: 'SE',
  USER_FEEDBACK: 'UF',
  STAFF_SURVEY: 'SS',
  PERFORMANCE_INFORMATION: 'PI',
  PROCESS_REVIEW: 'PV',
  COMPLAINT: 'CO',
  NATIONAL_REPORT: 'NR',
  OTHER_AREA_REVIEW: 'OA',
  FATAL_ACCIDENT_INQUIRY: 'FAI',
  CHILD_DEATH_REVIEW: 'CDR',
};

export const factsOf = (kind: SourceKind): FactsKind | null => factsByKind[kind] ?? null;

/** Reviews of cases start with a notification; everything else arrives as a report. */
export const firstStatus = (kind: SourceKind, isReported: boolean): SourceStatus =>
  factsOf(kind) === 'review' && !isReported ? 'NOTIFIED' : 'REPORTED';

export const sourceMoves: Machine<SourceStatus> = {
  NOTIFIED: ['INFORMATION_GATHERING'],
  INFORMATION_GATHERING: ['RECOMMENDED'],
  RECOMMENDED: ['PROCEEDING', 'NOT_PROCEEDING', 'ALTERNATIVE_REVIEW'],
  PROCEEDING: ['ON_HOLD', 'REPORTED'],
  NOT_PROCEEDING: [],
  ALTERNATIVE_REVIEW: [],
  ON_HOLD: ['PROCEEDING'],
  REPORTED: ['ACCEPTED_BY_CPC'],
  ACCEPTED_BY_CPC: ['CONSIDERED_BY_COG'],
  CONSIDERED_BY_COG: ['PUBLISHED', 'NOT_PUBLISHED'],
  PUBLISHED: ['CLOSED'],
  NOT_PUBLISHED: ['CLOSED'],
  CLOSED: [],
};

const needReason: readonly SourceStatus[] = ['NOT_PROCEEDING', 'ALTERNATIVE_REVIEW', 'ON_HOLD', 'NOT_PUBLISHED'];
export const stepNeedsReason = (to: SourceStatus): boolean => needReason.includes(to);

/** @throws RULE_BROKEN when facts are given that this kind of source does not have */
export function requireFactsOfKind(kind: SourceKind, given: Readonly<Record<FactsKind, object | null | undefined>>): void {
  const own = factsOf(kind);
  for (const [facts, value] of Object.entries(given)) {
    if (value && facts !== own) throw ruleBroken('source.factsOfKind', `A ${kind} has no ${facts} facts.`, `input.${facts}`);
  }
}

/** Numbers of a sample cannot contradict each other. @throws RULE_BROKEN */
export function requirePart(
  part: number | null | undefined,
  whole: number | null | undefined,
  rule: string,
  field: string,
): void {
  if (part != null && whole != null && part > whole) throw ruleBroken(rule, `${part} cannot be part of ${whole}.`, field);
}
