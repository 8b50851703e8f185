import type { AnalysedPoint } from '../charts/analysisTypes';
import { type Verdict, pointVerdict } from '../charts/verdict';
import type { ChartPicture } from './chartPicture';

export type PointShape = 'CIRCLE' | 'DIAMOND' | 'TRIANGLE' | 'SQUARE' | 'CROSS';

/** How a point looks: its shape says what it means, and a ring that it lies beyond a limit. */
export interface PointLook {
  readonly shape: PointShape;
  readonly hasRing: boolean;
  readonly isHollow: boolean;
}

export const shapeOf: Readonly<Record<Verdict, PointShape>> = { BETTER: 'DIAMOND', WORSE: 'TRIANGLE', CHANGE: 'SQUARE' };

export function looksOf({ analysis, direction, provisional = [] }: ChartPicture): (PointLook | null)[] {
  const open = new Set(provisional);
  return analysis.points.map((point) => lookOf(point, open.has(point.period)));

  function lookOf(point: AnalysedPoint, isHollow: boolean): PointLook | null {
    if (point.value === null) return null;
    const hasRing = point.signals.beyondLimits !== null;
    if (!point.included) return { shape: 'CROSS', hasRing: false, isHollow };
    const verdict = pointVerdict(point, direction, analysis.provenance.kind);
    return { shape: verdict === null ? 'CIRCLE' : shapeOf[verdict], hasRing, isHollow };
  }
}
