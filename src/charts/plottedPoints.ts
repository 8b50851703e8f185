import type { AnalysedPoint, Analysis } from './analysisTypes';

/** The points that count: those with a value that are not excluded. */
export const plottedPoints = ({ points }: Pick<Analysis, 'points'>): AnalysedPoint[] =>
  points.filter(({ value, included }) => value !== null && included);
