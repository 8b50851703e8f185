import { iPrimeScreening } from './constants';
import { limitLines, onlyCentre } from './lines';
import { screenedMean } from './movingRange';
import { type Chart, type Observation, baselineOf, weightedCentre } from './observation';

/**
 * I' chart (Taylor, variation.com) for ratios with denominators n that differ: centre = sum(y n)/sum(n),
 * s_i = sqrt(pi/2) |y_i - y_(i-1)| / sqrt(1/n_i + 1/n_(i-1)), sigma_i = mean(s)/sqrt(n_i). As in qicharts2 the s_i come from all
 * points of the part, baseline or not, excluded or not; the analysis warns when that matters.
 */
export const iPrimeChart: Chart = (part, settings) => {
  const centre = settings.centreLine ?? weightedCentre(baselineOf(part));
  const spread = screenedMean(standardisedRanges(part), settings.screening, iPrimeScreening);
  return part.map(({ value, denominator }) =>
    value === null || denominator === null || spread === null
      ? onlyCentre(centre)
      : limitLines(centre, spread / Math.sqrt(denominator)),
  );
};

function standardisedRanges(part: readonly Observation[]): number[] {
  const ranges: number[] = [];
  part.forEach((now, i) => {
    const before = part[i - 1];
    if (!before || now.value === null || before.value === null || now.denominator === null || before.denominator === null) return;
    const weight = Math.sqrt(1 / now.denominator + 1 / before.denominator);
    ranges.push((Math.sqrt(Math.PI / 2) * Math.abs(now.value - before.value)) / weight);
  });
  return ranges;
}
