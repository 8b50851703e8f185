import { ruleBroken } from '../kernel/errors';
import type { Machine } from '../kernel/machine';
import type { RecommendationAnswer, RecommendationScope, RecommendationStatus } from './recommendation.enums';

/** Life cycle of a recommendation (domain.md §10.2). */
export const recommendationMoves: Machine<RecommendationStatus> = {
  PROPOSED: ['ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED'],
  ACCEPTED: ['IN_PROGRESS'],
  PARTLY_ACCEPTED: ['IN_PROGRESS'],
  NOT_ACCEPTED: [],
  IN_PROGRESS: ['IMPLEMENTED', 'ON_HOLD'],
  ON_HOLD: ['IN_PROGRESS'],
  IMPLEMENTED: ['CLOSED', 'REOPENED'],
  CLOSED: ['REOPENED'],
  REOPENED: ['IN_PROGRESS'],
};

/** @throws RULE_BROKEN for something addressed to one agency that is for several */
export function requireOneAddressee(scope: RecommendationScope, agency: object | null): void {
  if (!agency || scope === 'SINGLE_AGENCY') return;
  const message = 'What is addressed to one agency is for that one alone: its scope is SINGLE_AGENCY.';
  throw ruleBroken('recommendation.addressee', message, 'input.addresseeAgencyId');
}

export const answerNeedsReason = (answer: RecommendationAnswer): boolean => answer !== 'ACCEPTED';
