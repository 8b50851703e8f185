import { medianOfGeometric } from './constants';
import { limitLines, onlyCentre, zeroOrMore } from './lines';
import { mean } from './mean';
import { median } from './median';
import { type Chart, baselineOf, presentValues } from './observation';

/**
 * g chart: y = non-events between events, 0 or more; m = mean, sigma = sqrt(m (m + 1)), upper limit m + 3 sigma, lower limit 0
 * (Benneyan 2001; Montgomery). The plotted centre is the MEDIAN, so that runs are judged about the middle of a skewed law. A
 * given centre is taken as m, and 0.693 of it is drawn (qicharts2). If counts include the event, use y - 1.
 */
export const gChart: Chart = (part, settings) => {
  const values = presentValues(baselineOf(part));
  const m = settings.centreLine ?? mean(values);
  const centre = settings.centreLine === null ? median(values) : medianOfGeometric * settings.centreLine;
  const lines =
    m === null || m < 0
      ? onlyCentre(centre)
      : { ...limitLines(m, Math.sqrt(m * (m + 1)), zeroOrMore), centre, lower: 0, lower2: 0, lower1: 0, sigma: null };
  return part.map(() => (lines.upper === null ? onlyCentre(centre) : lines));
};
