import { limitLines, onlyCentre, zeroOrMore } from './lines';
import { type Chart, type Observation, baselineOf, weightedCentre } from './observation';

/** u chart: centre c = sum num / sum den, sigma_i = sqrt(c / den_i), lower limit cut at 0 (Montgomery). */
export const uChart: Chart = (part, settings) => {
  const centre = settings.centreLine ?? weightedCentre(baselineOf(part));
  return part.map((observation) =>
    observation.value === null ? onlyCentre(centre) : limitLines(centre, poissonSigma(observation, centre), zeroOrMore),
  );
};

export function poissonSigma({ denominator }: Observation, centre: number | null): number | null {
  return centre === null || denominator === null || centre < 0 ? null : Math.sqrt(centre / denominator);
}
