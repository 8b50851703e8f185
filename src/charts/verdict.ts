import type { AnalysedPoint } from './analysisTypes';
import { type Towards, markOf } from './patterns';
import type { ChartKind, ImprovementDirection } from './types';

/** What a signal means to the reader: CHANGE where no direction is better, or where the pattern has none. */
export type Verdict = 'BETTER' | 'WORSE' | 'CHANGE';

/** Charts of spread say nothing about the level, so a high point on them is neither good nor bad. */
const spreadKinds: ReadonlySet<ChartKind> = new Set(['MR', 'S']);

export const isOfSpread = (kind: ChartKind): boolean => spreadKinds.has(kind);

export function verdictOf(towards: Towards | null, direction: ImprovementDirection, kind: ChartKind): Verdict {
  if (towards === null || direction === 'NEUTRAL' || isOfSpread(kind)) return 'CHANGE';
  return (towards === 'HIGH') === (direction === 'INCREASE') ? 'BETTER' : 'WORSE';
}

/** The order in which one point's own marks are read, as Making Data Count reads them (SPEC section 8). */
const pointPrecedence = ['BEYOND_LIMITS', 'TREND', 'TWO_OF_THREE', 'SHIFT', 'LONG_RUN', 'INNER_THIRD'] as const;

/** The verdict on a single point, as its marker shows it; null for a point without a signal. */
export function pointVerdict(
  { signals, value }: AnalysedPoint,
  direction: ImprovementDirection,
  kind: ChartKind,
): Verdict | null {
  if (value === null) return null;
  for (const rule of pointPrecedence) {
    const towards = markOf(rule, signals);
    if (towards !== undefined) return verdictOf(towards, direction, kind);
  }
  return null;
}
