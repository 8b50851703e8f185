import { recordFinding } from '../src/findings/finding.service';
import type { FindingKind, FindingPolarity } from '../src/findings/finding.enums';
import { toGlobalId } from '../src/kernel/globalId';
import { recordRecommendation } from '../src/recommendations/recommendation.service';
import type { EvaluationInput } from '../src/sources/source.input';
import type { SourceKind } from '../src/sources/source.enums';
import { recordLearningSource } from '../src/sources/source.service';
import {
  gradeOf,
  kindOf,
  themeCodeOf,
  type PublishedFinding,
  type PublishedRecord,
  type PublishedSource,
} from './publishedRecord';
import { datesInWords } from './datesInWords';
import { stableId } from './reference';
import type { Scribe } from './scribe';

const RECORDED = '2026-04-07';
const OFFICER = 'LEAD_OFFICER';

/** The global ids of what was recorded, by the ids of the published record. */
export type Recorded = Map<string, string>;

/** How a source is taken up: as another kind where it is not the committee's own, beside what is recorded already. */
export interface TakenUp {
  readonly kind?: SourceKind;
  readonly known?: Recorded;
}

/** Records a published source with its grades, findings and recommendations. */
export async function recordPublished(
  scribe: Scribe,
  record: PublishedRecord,
  source: PublishedSource,
  { kind = kindOf(source.type), known = new Map() }: TakenUp = {},
): Promise<Recorded> {
  const ids: Recorded = new Map(known);
  ids.set(source.id, await recordSource(scribe, record, source, kind));
  for (const finding of record.findings.filter(({ source_id }) => source_id === source.id)) {
    ids.set(finding.id, await recordPublishedFinding(scribe, finding, ids.get(source.id) ?? ''));
  }
  for (const recommendation of record.recommendations.filter(({ source_id }) => source_id === source.id)) {
    const { recommendation: row } = await scribe.say(OFFICER, RECORDED, recordRecommendation, {
      sourceId: ids.get(source.id) ?? '',
      findingIds: recommendation.finding_ids.flatMap((id) => ids.get(id) ?? []),
      publishedRef: recommendation.ref,
      text: [recommendation.text, ...recommendation.parts].join('\n'),
      addressee: recommendation.addressed_to.join('; ') || null,
      scope: source.area ? 'MULTI_AGENCY' : 'NATIONAL',
    });
    ids.set(recommendation.id, row.globalId);
  }
  return ids;
}

async function recordSource(scribe: Scribe, record: PublishedRecord, source: PublishedSource, kind: SourceKind): Promise<string> {
  const isInspection = kind === 'JOINT_INSPECTION' || kind === 'PROGRESS_REVIEW';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(source.published ?? '') ? source.published : null;
  const { source: row } = await scribe.say(OFFICER, RECORDED, recordLearningSource, {
    visibility: 'PUBLIC',
    kind,
    title: source.title,
    publisher: source.publisher,
    periodCovered: source.period_covered && datesInWords(source.period_covered.replace('/', ' to ')),
    publishedYear: source.year,
    publishedOn: day,
    url: source.url,
    attribution: `${source.licence}. Paraphrased; read in part.`,
    inspection: isInspection ? { body: source.publisher, evaluations: gradesOf(record, source.id) } : null,
  });
  return row.globalId;
}

function gradesOf(record: PublishedRecord, sourceId: string): EvaluationInput[] {
  return record.evaluations
    .filter(({ source_id }) => source_id === sourceId)
    .flatMap(({ counts, by_indicator }) => [
      ...by_indicator.map(({ indicator, grade }) => ({ heading: indicator, grade: gradeOf[grade] ?? 0, gradeLabel: grade })),
      ...Object.entries(counts ?? {}).map(([label, count]) => ({
        grade: gradeOf[label] ?? 0,
        gradeLabel: label,
        indicatorCount: count,
      })),
    ]);
}

async function recordPublishedFinding(scribe: Scribe, finding: PublishedFinding, sourceId: string): Promise<string> {
  const theme = themeCodeOf[finding.theme];
  const { finding: row } = await scribe.say(OFFICER, RECORDED, recordFinding, {
    visibility: 'PUBLIC',
    sourceId,
    kind: kindOfFinding[finding.kind] ?? 'FINDING',
    polarity: polarityOf[finding.kind] ?? 'MIXED',
    level: 'MULTI_AGENCY',
    statement: finding.text,
    primaryThemeId: theme ? toGlobalId('Theme', stableId(`theme ${theme}`)) : null,
  });
  return row.globalId;
}

const kindOfFinding: Readonly<Record<string, FindingKind>> = {
  strength: 'GOOD_PRACTICE',
  area_for_improvement: 'AREA_FOR_IMPROVEMENT',
  key_message: 'KEY_MESSAGE',
};

const polarityOf: Readonly<Record<string, FindingPolarity>> = {
  strength: 'STRENGTH',
  area_for_improvement: 'CONCERN',
  finding: 'CONCERN',
};
