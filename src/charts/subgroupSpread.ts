import { isPresent } from './finite';
import { mean } from './mean';
import { type Observation, baselineOf } from './observation';

/**
 * S, the spread within subgroups. All subgroups of the part of one size: mean of their standard deviations. Sizes that differ:
 * pooled, sqrt(sum (k-1) s^2 / sum (k-1)) (Montgomery; qicharts2). A subgroup without any value counts nowhere.
 */
export function subgroupSpread(part: readonly Observation[]): number | null {
  const sizes = new Set(part.filter((subgroup) => subgroup.size > 0).map((subgroup) => subgroup.size));
  const baseline = baselineOf(part);
  if (sizes.size === 1) return mean(baseline.map((subgroup) => subgroup.spread).filter(isPresent));
  let squares = 0;
  let freedom = 0;
  for (const { size, spread } of baseline) {
    if (spread === null) continue;
    squares += (size - 1) * spread ** 2;
    freedom += size - 1;
  }
  return freedom > 0 && Number.isFinite(squares) ? Math.sqrt(squares / freedom) : null;
}
