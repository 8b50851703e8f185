import { isPresent } from './finite';
import type { Lines } from './lines';

/** One point as a chart sees it: what is plotted, what it was made from, and whether it counts. */
export interface Observation {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Present values of the subgroup, and their standard deviation (X-bar and S charts). */
  readonly size: number;
  readonly spread: number | null;
  readonly included: boolean;
  readonly baseline: boolean;
}

export interface ChartSettings {
  readonly screening: boolean;
  readonly centreLine: number | null;
  /** Limits at so many mean moving ranges instead of 3/1.128 (Making Data Count: 2.66). */
  readonly limitMultiplier: number | null;
}

/** A chart turns the points of one phase into their lines. */
export type Chart = (part: readonly Observation[], settings: ChartSettings) => Lines[];

/** What centre and sigma are computed from. Excluded points are taken out here, so their neighbours join up; missing ones stay. */
export const baselineOf = (part: readonly Observation[]): Observation[] =>
  part.filter((observation) => observation.baseline && observation.included);

export const presentValues = (observations: readonly Observation[]): number[] =>
  observations.map((observation) => observation.value).filter(isPresent);

/** Sum of numerators over sum of denominators: the weighted centre, not the mean of the ratios. */
export function weightedCentre(observations: readonly Observation[]): number | null {
  let numerators = 0;
  let denominators = 0;
  for (const { value, numerator, denominator } of observations) {
    if (value === null || numerator === null || denominator === null) continue;
    numerators += numerator;
    denominators += denominator;
  }
  return denominators > 0 && Number.isFinite(numerators / denominators) ? numerators / denominators : null;
}
