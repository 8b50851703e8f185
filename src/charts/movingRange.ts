import { movingRangeLimit } from './constants';
import { isPresent } from './finite';
import { mean } from './mean';

/**
 * mR_i = |y_i - y_(i-1)|, null for the first. A missing value makes both ranges that touch it missing: neighbours on either
 * side of a gap are never joined (as qicharts2 and NHSRplotthedots; PowerBI-SPC does join them).
 */
export function movingRanges(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value, i) => {
    const before = i === 0 ? null : (values[i - 1] ?? null);
    return value === null || before === null ? null : Math.abs(value - before);
  });
}

/**
 * Mean moving range. Screening (Nelson, J Qual Technol 1982;14:172) drops, once, every range that is not less than 3.267 times
 * the mean, so that one freak point does not widen the limits. On constant data 0 < 0 fails, all ranges go, and there is no mean.
 */
export function meanMovingRange(values: readonly (number | null)[], screening: boolean, bound = movingRangeLimit): number | null {
  return screenedMean(movingRanges(values).filter(isPresent), screening, bound);
}

export function screenedMean(ranges: readonly number[], screening: boolean, bound = movingRangeLimit): number | null {
  const all = mean(ranges);
  if (!screening || all === null) return all;
  return mean(ranges.filter((range) => range < bound * all));
}
