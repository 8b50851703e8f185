import { movingRangeToSigma } from './constants';
import { limitLines } from './lines';
import { mean } from './mean';
import { meanMovingRange } from './movingRange';
import { type Chart, baselineOf, presentValues } from './observation';

/**
 * I (XmR) chart: centre = mean, sigma = mean moving range / 1.128, limits = centre -/+ 3 sigma, not floored at zero
 * (Montgomery; Provost & Murray). Making Data Count writes the limits as mean -/+ 2.66 mean moving ranges.
 */
export const individualsChart: Chart = (part, settings) => {
  const baseline = baselineOf(part);
  const centre = settings.centreLine ?? mean(presentValues(baseline));
  const range = meanMovingRange(
    baseline.map((observation) => observation.value),
    settings.screening,
  );
  const perRange = settings.limitMultiplier === null ? 1 / movingRangeToSigma : settings.limitMultiplier / 3;
  const lines = limitLines(centre, range === null ? null : range * perRange);
  return part.map(() => lines);
};
