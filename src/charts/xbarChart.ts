import { c4 } from './constants';
import { finiteOrNull } from './finite';
import { limitLines } from './lines';
import { type Chart, type Observation, baselineOf } from './observation';
import { subgroupSpread } from './subgroupSpread';

/** X-bar chart: centre = sum(k xbar)/sum(k), sigma_i = S / (c4(k_i) sqrt(k_i)); none for a subgroup of one (Montgomery). */
export const xbarChart: Chart = (part, settings) => {
  const centre = settings.centreLine ?? grandMean(baselineOf(part));
  const spread = subgroupSpread(part);
  return part.map(({ size }) => {
    const bias = c4(size);
    return limitLines(centre, bias === null || spread === null ? null : spread / (bias * Math.sqrt(size)));
  });
};

function grandMean(subgroups: readonly Observation[]): number | null {
  let total = 0;
  let count = 0;
  for (const { value, size } of subgroups) {
    if (value === null) continue;
    total += value * size;
    count += size;
  }
  return finiteOrNull(total / count);
}
