import type { Machine } from '../kernel/machine';
import type { RecommendationAnswer, RecommendationStatus } from './recommendation.enums';

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

export const answerNeedsReason = (answer: RecommendationAnswer): boolean => answer !== 'ACCEPTED';
