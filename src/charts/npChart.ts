import { type Lines, limitLines, onlyCentre } from './lines';
import { mean } from './mean';
import { type Chart, type Observation, baselineOf, weightedCentre } from './observation';

/**
 * np chart: p = sum num / sum den, centre_i = den_i p, sigma_i = sqrt(den_i p (1 - p)), cut to [0, den_i] (Montgomery; qcc).
 * A given centre is a count: it is taken as p times the mean baseline denominator, which is the count itself for equal ones.
 */
export const npChart: Chart = (part, settings) => {
  const baseline = baselineOf(part);
  const p = settings.centreLine === null ? weightedCentre(baseline) : shareOf(settings.centreLine, baseline);
  return part.map((observation) => countLines(observation, p));
};

function countLines({ value, denominator }: Observation, p: number | null): Lines {
  if (p === null || denominator === null) return onlyCentre(null);
  const centre = denominator * p;
  if (value === null || p < 0 || p > 1) return onlyCentre(centre);
  return limitLines(centre, Math.sqrt(centre * (1 - p)), { lowest: 0, highest: denominator });
}

function shareOf(count: number, baseline: readonly Observation[]): number | null {
  const denominators = baseline.flatMap(({ value, denominator }) =>
    value === null || denominator === null ? [] : [denominator],
  );
  const size = mean(denominators);
  return size === null ? null : count / size;
}
