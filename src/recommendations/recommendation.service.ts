import { Agency } from '../committees/agency.entity';
import { Finding } from '../findings/finding.entity';
import { ruleBroken } from '../kernel/errors';
import { requireText } from '../kernel/machine';
import { LearningSource } from '../sources/learningSource.entity';
import type { Work } from '../store/work';
import { Recommendation, RecommendationFinding } from './recommendation.entity';
import type { RecommendationStatus } from './recommendation.enums';
import type {
  MoveRecommendationForReasonInput,
  MoveRecommendationInput,
  RateRecommendationInput,
  RecordRecommendationInput,
  RespondToRecommendationInput,
} from './recommendation.input';
import { answerNeedsReason, requireOneAddressee } from './recommendation.rules';

export type RecommendationChange = { recommendation: Recommendation };

export async function recordRecommendation(work: Work, input: RecordRecommendationInput): Promise<RecommendationChange> {
  const source = await work.store.get(LearningSource, input.sourceId, 'input.sourceId');
  const findings = await work.store.getAll(Finding, input.findingIds, 'input.findingIds');
  const agency = input.addresseeAgencyId
    ? await work.store.get(Agency, input.addresseeAgencyId, 'input.addresseeAgencyId')
    : null;
  const scope = input.scope ?? (agency ? 'SINGLE_AGENCY' : 'MULTI_AGENCY');
  requireOneAddressee(scope, agency);
  const recommendation = await work.add(Recommendation, {
    sourceId: source.id,
    ref: input.ref ?? (await work.nextReference(Recommendation, `${source.ref}/R`)),
    publishedRef: input.publishedRef,
    text: input.text,
    addressee: input.addressee ?? agency?.name,
    addresseeAgencyId: agency?.id,
    scope,
    status: 'PROPOSED',
  });
  await work.link(
    RecommendationFinding,
    findings.map(({ id }) => ({ recommendationId: recommendation.id, findingId: id })),
  );
  return { recommendation };
}

export async function respondToRecommendation(work: Work, input: RespondToRecommendationInput): Promise<RecommendationChange> {
  const { answer, reason } = input;
  if (answerNeedsReason(answer)) requireText(reason, 'recommendation.reason', `${answer} needs a reason.`, 'input.reason');
  return move(work, input, answer, { responseReason: reason ?? null, respondedOn: work.today });
}

type Moving = MoveRecommendationInput;

export const startRecommendation = (work: Work, input: Moving) => move(work, input, 'IN_PROGRESS', { statusReason: null });
export const implementRecommendation = (work: Work, input: Moving) => move(work, input, 'IMPLEMENTED');
export const closeRecommendation = (work: Work, input: Moving) => move(work, input, 'CLOSED');

export const holdRecommendation = (work: Work, input: MoveRecommendationForReasonInput) =>
  move(work, input, 'ON_HOLD', { statusReason: input.reason });
export const reopenRecommendation = (work: Work, input: MoveRecommendationForReasonInput) =>
  move(work, input, 'REOPENED', { statusReason: input.reason });

export async function rateRecommendation(work: Work, input: RateRecommendationInput): Promise<RecommendationChange> {
  const recommendation = await work.forChange(Recommendation, input);
  const ratedOn = input.ratedOn ?? work.today;
  if (ratedOn > work.today)
    throw ruleBroken('recommendation.ratedOn', 'Progress cannot be judged on a day to come.', 'input.ratedOn');
  Object.assign(recommendation, { progress: input.progress, progressRatedOn: ratedOn });
  return { recommendation: await work.save(Recommendation, recommendation) };
}

async function move(
  work: Work,
  input: Moving,
  to: RecommendationStatus,
  facts: Partial<Recommendation> = {},
): Promise<RecommendationChange> {
  const recommendation = await work.forChange(Recommendation, input);
  Object.assign(recommendation, facts, { status: to });
  return { recommendation: await work.save(Recommendation, recommendation) };
}
