import type { PointSignals } from './signals';
import type { JudgedPart } from './judgedPart';
import type { Lines } from './lines';
import { isCloseToLimits } from './makingDataCountRules';
import { positionOf } from './ties';
import type { ImprovementDirection } from './types';

/** One label a point, in the words of NHSRplotthedots. */
export type MakingDataCountLabel =
  | 'Above UCL'
  | 'Below LCL'
  | '7 Point Trend (Increasing)'
  | '7 Point Trend (Decreasing)'
  | '2 in 3 Above CL'
  | '2 in 3 Below CL'
  | '7 Points Above CL'
  | '7 Points Below CL'
  | 'Common Cause';

export type PointType = 'COMMON_CAUSE' | 'IMPROVEMENT' | 'CONCERN' | 'NEUTRAL_HIGH' | 'NEUTRAL_LOW';

export type VariationIcon =
  'COMMON_CAUSE' | 'IMPROVEMENT_HIGH' | 'IMPROVEMENT_LOW' | 'CONCERN_HIGH' | 'CONCERN_LOW' | 'NEUTRAL_HIGH' | 'NEUTRAL_LOW';

/** HIT_OR_MISS: the target lies within the limits, so it will be met at times and missed at times, by chance. */
export type AssuranceIcon = 'PASS' | 'FAIL' | 'HIT_OR_MISS';

export interface MakingDataCountPoint {
  readonly label: MakingDataCountLabel;
  readonly pointType: PointType;
  readonly closeToLimits: boolean | null;
}

export interface MakingDataCountIcons {
  readonly variation: VariationIcon | null;
  readonly assurance: AssuranceIcon | null;
}

/** Labels and point types of one phase; null for a missing point, which never carries a signal. */
export function makingDataCountPoints(
  part: JudgedPart,
  signals: readonly PointSignals[],
  direction: ImprovementDirection,
): (MakingDataCountPoint | null)[] {
  return part.points.map((point, i) => {
    const own = signals[i];
    if (point.value === null || !own) return null;
    const label = labelOf(own);
    return { label, pointType: pointTypeOf(label, direction), closeToLimits: isCloseToLimits(point, part.tolerance) };
  });
}

/** The order of precedence of SPEC section 8. */
export function labelOf({ beyondLimits, trend, twoOfThree, shift }: PointSignals): MakingDataCountLabel {
  if (beyondLimits) return beyondLimits === 'ABOVE' ? 'Above UCL' : 'Below LCL';
  if (trend) return trend === 'RISING' ? '7 Point Trend (Increasing)' : '7 Point Trend (Decreasing)';
  if (twoOfThree) return twoOfThree === 'ABOVE' ? '2 in 3 Above CL' : '2 in 3 Below CL';
  if (shift) return shift === 'ABOVE' ? '7 Points Above CL' : '7 Points Below CL';
  return 'Common Cause';
}

const isHigh = (label: MakingDataCountLabel): boolean => /Above|Increasing/.test(label);

export function pointTypeOf(label: MakingDataCountLabel, direction: ImprovementDirection): PointType {
  if (label === 'Common Cause') return 'COMMON_CAUSE';
  if (direction === 'NEUTRAL') return isHigh(label) ? 'NEUTRAL_HIGH' : 'NEUTRAL_LOW';
  return isHigh(label) === (direction === 'INCREASE') ? 'IMPROVEMENT' : 'CONCERN';
}

/** Variation icon of a single point; the icon of a chart is that of its LAST point with a value, whatever came before. */
export function variationIcon({ label, pointType }: MakingDataCountPoint): VariationIcon {
  if (pointType === 'IMPROVEMENT' || pointType === 'CONCERN') return `${pointType}_${isHigh(label) ? 'HIGH' : 'LOW'}`;
  return pointType;
}

/**
 * Assurance icon, from the last point's limits: beyond them the target will consistently be failed or passed. A target exactly on
 * a limit is hit or miss. No icon without a target, a direction or limits (NHSRplotthedots says "inconsistent" without limits).
 */
export function assuranceIcon(
  { upper, lower }: Lines,
  target: number | null,
  direction: ImprovementDirection,
  tolerance: number,
): AssuranceIcon | null {
  if (target === null || direction === 'NEUTRAL' || upper === null || lower === null) return null;
  if (positionOf(target, upper, tolerance) === 'ABOVE') return direction === 'INCREASE' ? 'FAIL' : 'PASS';
  if (positionOf(target, lower, tolerance) === 'BELOW') return direction === 'INCREASE' ? 'PASS' : 'FAIL';
  return 'HIT_OR_MISS';
}
