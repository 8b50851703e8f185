import type { PredictionVerdict } from './cycle.enums';
import type { DataVerdict } from './predictionOutcome.rules';

/**
 * Whether people and data say different things of a prediction; both stand. Data judge numbers only, so "in part" contradicts
 * nothing; where data tell, that nobody can tell does contradict them.
 */
export const isContradicted = (people: PredictionVerdict | null, data: DataVerdict | null): boolean =>
  people !== null && people !== 'PARTLY' && data !== null && data !== 'CANNOT_TELL' && people !== data;
