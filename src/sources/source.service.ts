import { ruleBroken } from '../kernel/errors';
import { requireMove, requireText } from '../kernel/machine';
import { QualityFramework } from '../reference/qualityFramework.entity';
import { QualityIndicator } from '../reference/qualityIndicator.entity';
import type { Work } from '../store/work';
import { classify, tierOf } from '../tiers/classify.service';
import type { ClassifyInput } from '../tiers/classify.input';
import { Evaluation } from './evaluation.entity';
import { LearningSource } from './learningSource.entity';
import type { EvaluationInput, InspectionFactsInput, RecordLearningSourceInput, TakeSourceStepInput } from './source.input';
import { requireOwnStep } from './source.policy';
import {
  factsOf,
  firstStatus,
  referencePrefix,
  requireFactsOfKind,
  requirePart,
  sourceMoves,
  stepNeedsReason,
} from './source.rules';
import { AuditFacts, ConsultationFacts, InspectionFacts, ReviewFacts } from './sourceFacts.entity';

type Recorded = { source: LearningSource };

export async function recordLearningSource(work: Work, input: RecordLearningSourceInput): Promise<Recorded> {
  const { review, inspection, audit, consultation } = input;
  requireFactsOfKind(input.kind, { review, inspection, audit, consultation });
  const isReview = factsOf(input.kind) === 'review';
  if (isReview && input.publishedOn) {
    throw ruleBroken('source.reviewDatedByYear', 'A review of a case is dated by year only.', 'input.publishedOn');
  }
  const year = input.publishedYear ?? Number((input.publishedOn ?? work.today).slice(0, 4));
  const source = await work.add(LearningSource, {
    ref: input.ref ?? (await work.nextReference(LearningSource, `${referencePrefix[input.kind]}-${year}-`, 2)),
    kind: input.kind,
    title: input.title,
    status: firstStatus(input.kind, input.isReported ?? false),
    publisher: input.publisher,
    periodCovered: input.periodCovered,
    publishedYear: input.publishedYear ?? (input.publishedOn ? year : null),
    publishedOn: input.publishedOn,
    marking: input.marking ?? (isReview ? 'OFFICIAL_SENSITIVE' : 'OFFICIAL'),
    url: input.url,
    attribution: input.attribution,
    ...(await tierOf(work, input)),
  });
  await recordFacts(work, source, input);
  return { source };
}

export async function takeSourceStep(work: Work, input: TakeSourceStepInput): Promise<Recorded> {
  const source = await work.forChange(LearningSource, input);
  requireMove(sourceMoves, 'source', source.status, input.to);
  requireOwnStep(input.to, work.actor.role);
  if (stepNeedsReason(input.to)) requireText(input.reason, 'source.reason', `${input.to} needs a reason.`, 'input.reason');
  Object.assign(source, { status: input.to, statusReason: input.reason ?? null });
  return { source: await work.save(LearningSource, source) };
}

export const classifySource = async (work: Work, input: ClassifyInput): Promise<Recorded> => ({
  source: await classify(work, LearningSource, input),
});

async function recordFacts(work: Work, source: LearningSource, input: RecordLearningSourceInput): Promise<void> {
  const { review, inspection, audit, consultation } = input;
  const owner = { sourceId: source.id, sourceKind: source.kind };
  if (review) await work.add(ReviewFacts, { ...owner, ...review });
  if (inspection) await recordInspection(work, owner, inspection);
  if (audit) {
    requirePart(audit.compliantCount, audit.sampleSize, 'source.compliance', 'input.audit.compliantCount');
    await work.add(AuditFacts, { ...owner, ...audit });
  }
  if (consultation) {
    requirePart(consultation.respondents, consultation.invited, 'source.respondents', 'input.consultation.respondents');
    await work.add(ConsultationFacts, { ...owner, ...consultation });
  }
}

type Owner = Pick<InspectionFacts, 'sourceId' | 'sourceKind'>;

async function recordInspection(
  work: Work,
  owner: Owner,
  { body, programme, frameworkId, evaluations }: InspectionFactsInput,
): Promise<void> {
  const framework = frameworkId ? await work.store.get(QualityFramework, frameworkId, 'input.inspection.frameworkId') : null;
  await work.add(InspectionFacts, { ...owner, body, programme, frameworkId: framework?.id });
  const given = evaluations ?? [];
  const rows = await Promise.all(given.map((evaluation, index) => evaluationOf(work, owner.sourceId, evaluation, index)));
  await work.addAll(Evaluation, rows);
}

async function evaluationOf(work: Work, sourceId: string, { indicatorId, ...given }: EvaluationInput, index: number) {
  const field = `input.inspection.evaluations.${index}`;
  if (!indicatorId && !given.heading && !given.indicatorCount) {
    throw ruleBroken(
      'evaluation.ofWhat',
      'A grade needs the indicator, the heading or the number of indicators it was given to.',
      field,
    );
  }
  const indicator = indicatorId ? await work.store.get(QualityIndicator, indicatorId, `${field}.indicatorId`) : null;
  return {
    sourceId,
    indicatorId: indicator?.id,
    heading: given.heading,
    grade: given.grade,
    gradeLabel: given.gradeLabel,
    indicatorCount: given.indicatorCount ?? 1,
  };
}
