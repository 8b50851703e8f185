import { limitLines, onlyCentre, proportion } from './lines';
import { type Chart, type Observation, baselineOf, weightedCentre } from './observation';

/** p chart: centre c = sum num / sum den, sigma_i = sqrt(c (1 - c) / den_i), limits cut to [0, 1] (Montgomery). */
export const pChart: Chart = (part, settings) => {
  const centre = settings.centreLine ?? weightedCentre(baselineOf(part));
  return part.map((observation) =>
    observation.value === null ? onlyCentre(centre) : limitLines(centre, binomialSigma(observation, centre), proportion),
  );
};

/** Null, not NaN, for a given centre that is no proportion. */
export function binomialSigma({ denominator }: Observation, centre: number | null): number | null {
  if (centre === null || denominator === null || centre < 0 || centre > 1) return null;
  return Math.sqrt((centre * (1 - centre)) / denominator);
}
