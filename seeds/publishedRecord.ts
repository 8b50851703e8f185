import { readFileSync } from 'node:fs';
import { projectFile } from '../src/ops/projectFile';
import type { SourceKind } from '../src/sources/source.enums';

/* The published record: findings, recommendations, actions and grades in our own words, from openly licensed sources. */
interface PublishedSource {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly published: string | null;
  readonly period_covered: string | null;
  readonly area: string | null;
  readonly url: string;
  readonly licence: string;
}

interface PublishedFinding {
  readonly id: string;
  readonly source_id: string;
  readonly kind: string;
  readonly theme: string;
  readonly text: string;
}

interface PublishedRecommendation {
  readonly id: string;
  readonly source_id: string;
  readonly ref: string;
  readonly type: string;
  readonly theme: string;
  readonly text: string;
  readonly parts: readonly string[];
  readonly addressed_to: readonly string[];
  readonly finding_ids: readonly string[];
}

interface PublishedAction {
  readonly id: string;
  readonly source_id: string;
  readonly ref: string;
  readonly text: string;
  readonly owners: readonly string[];
  readonly timescale_text: string | null;
  readonly due: { readonly end: string | null } | null;
  readonly recommendation_ids: readonly string[];
}

interface PublishedEvaluation {
  readonly source_id: string;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly by_indicator: readonly { readonly indicator: string; readonly grade: string }[];
}

export interface PublishedRecord {
  readonly sources: readonly PublishedSource[];
  readonly findings: readonly PublishedFinding[];
  readonly recommendations: readonly PublishedRecommendation[];
  readonly actions: readonly PublishedAction[];
  readonly evaluations: readonly PublishedEvaluation[];
}

export type { PublishedAction, PublishedEvaluation, PublishedFinding, PublishedRecommendation, PublishedSource };

export const readPublished = (file: string): string => readFileSync(projectFile('seeds', 'published', file), 'utf8');

export const publishedRecord = (): PublishedRecord => JSON.parse(readPublished('record.json')) as PublishedRecord;

const kinds: Readonly<Record<string, SourceKind>> = {
  joint_inspection: 'JOINT_INSPECTION',
  progress_review: 'PROGRESS_REVIEW',
};

/** Everything that is not an inspection of one area is a national report. */
export const kindOf = (type: string): SourceKind => kinds[type] ?? 'NATIONAL_REPORT';

/** Grades of the six-point scale by their words; "Satisfactory" is what "Adequate" was called until 2012. */
export const gradeOf: Readonly<Record<string, number>> = {
  Excellent: 6,
  'Very good': 5,
  Good: 4,
  Adequate: 3,
  Satisfactory: 3,
  Weak: 2,
  Unsatisfactory: 1,
};

/** Our reading of the published subject as a theme of the national list; subjects without a match carry none. */
export const themeCodeOf: Readonly<Record<string, string>> = {
  data_and_evidence: 'E3',
  engagement: 'E4',
  governance: 'E1',
  information_sharing: 'A5',
  key_processes: 'D2',
  leadership: 'E1',
  older_young_people: 'A1',
  online_safety: 'B9',
  participation: 'E4',
  partnership: 'D2',
  planning: 'A4',
  procedures: 'D1',
  recognition_and_response: 'A1',
  registers: 'D3',
  review_process: 'E2',
  risk: 'A2',
  risk_assessment: 'A2',
  self_evaluation: 'E2',
  services: 'D4',
  supervision: 'C1',
  thresholds: 'A1',
  training: 'C2',
  transitions: 'A10',
};
