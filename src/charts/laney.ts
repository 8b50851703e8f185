import { movingRangeToSigma } from './constants';
import { finiteOrNull } from './finite';
import { type Bounds, limitLines, onlyCentre, proportion, zeroOrMore } from './lines';
import { meanMovingRange } from './movingRange';
import { type Chart, type Observation, baselineOf, weightedCentre } from './observation';
import { binomialSigma } from './pChart';
import { poissonSigma } from './uChart';

type Sigma = (observation: Observation, centre: number | null) => number | null;

/**
 * Laney's p' and u' charts (Qual Eng 2002;14:531) for large denominators, where p and u limits are too narrow: z_i = (y_i - c) /
 * sigma_i over the baseline, k = mean |z_i - z_(i-1)| / 1.128 (screened like any moving range), sigma'_i = k sigma_i.
 */
const laneyChart =
  (sigmaOf: Sigma, bounds: Bounds): Chart =>
  (part, settings) => {
    const baseline = baselineOf(part);
    const centre = settings.centreLine ?? weightedCentre(baseline);
    const scores = baseline.map((observation) => score(observation, centre, sigmaOf(observation, centre)));
    const range = meanMovingRange(scores, settings.screening);
    return part.map((observation) => {
      const sigma = sigmaOf(observation, centre);
      if (observation.value === null || range === null || sigma === null) return onlyCentre(centre);
      return limitLines(centre, (range / movingRangeToSigma) * sigma, bounds);
    });
  };

export const pPrimeChart = laneyChart(binomialSigma, proportion);
export const uPrimeChart = laneyChart(poissonSigma, zeroOrMore);

/** At a centre of 0 (or 1 for p') sigma is 0, a score would be 0/0, and there are no limits. */
function score({ value }: Observation, centre: number | null, sigma: number | null): number | null {
  return value === null || centre === null || sigma === null ? null : finiteOrNull((value - centre) / sigma);
}
