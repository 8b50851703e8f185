import { movingRangeLimit } from './constants';
import { finiteOrNull } from './finite';
import { type Lines, onlyCentre } from './lines';
import { mean } from './mean';
import { type Chart, baselineOf, presentValues } from './observation';

/**
 * MR chart: the plotted value is the moving range; centre = mean of the ranges at baseline points, never screened; upper limit
 * 3.267 centre, lower limit 0 (Montgomery). An excluded point takes only the range that ends at it with it, as in qicharts2.
 */
export const movingRangeChart: Chart = (part, settings) => {
  const centre = settings.centreLine ?? mean(presentValues(baselineOf(part)));
  const lines = centre === null || centre < 0 ? onlyCentre(centre) : rangeLines(centre);
  return part.map(() => lines);
};

/** A moving range has no sigma of its own here; the inner limits stand at thirds of 3.267, as qicharts2 draws them (2.178). */
function rangeLines(centre: number): Lines {
  const upper = finiteOrNull(movingRangeLimit * centre);
  if (upper === null) return onlyCentre(centre);
  return { centre, sigma: null, lower: 0, upper, lower2: 0, upper2: (upper / 3) * 2, lower1: 0, upper1: upper / 3 };
}
