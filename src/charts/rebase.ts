import { median } from './median';
import { positionOf, toleranceOf } from './ties';
import type { Side } from './types';

export interface RebaseRule {
  readonly baselinePoints: number;
  readonly runLength: number;
  readonly direction: Side | 'BOTH';
}

/** A median and the places it was computed from; it holds from the first of them until the next one begins. */
export interface MedianSegment {
  readonly type: 'baseline' | 'sustained';
  readonly median: number;
  readonly places: readonly number[];
}

/**
 * Automatic rebasing (the method of runcharter 0.2.0; SPEC section 2): the median of the first `baselinePoints` present values
 * holds until a run of useful points on the wanted side reaches `runLength`; the median of those points then holds from the
 * first of them, and scanning goes on after the last of them, against the new median.
 */
export function automaticRebase(values: readonly (number | null)[], rule: RebaseRule): MedianSegment[] {
  const present = values.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  const tolerance = toleranceOf(values);
  const baseline = present.slice(0, rule.baselinePoints);
  const first = segmentOf('baseline', baseline);
  if (!first) return [];
  const segments = [first];
  let current = first.median;
  let run: { side: Side | null; members: { value: number; place: number }[] } = { side: null, members: [] };
  for (const point of present.slice(rule.baselinePoints)) {
    const side = positionOf(point.value, current, tolerance);
    if (side === 'ON' || side === null) continue;
    if (run.side === side) run.members.push(point);
    else run = { side, members: [point] };
    if (run.members.length < rule.runLength || (rule.direction !== 'BOTH' && rule.direction !== side)) continue;
    const next = segmentOf('sustained', run.members);
    if (next) segments.push(next);
    current = next?.median ?? current;
    run = { side: null, members: [] };
  }
  return segments;
}

function segmentOf(type: MedianSegment['type'], points: readonly { value: number; place: number }[]): MedianSegment | null {
  const middle = median(points.map((point) => point.value));
  return middle === null ? null : { type, median: middle, places: points.map((point) => point.place) };
}
