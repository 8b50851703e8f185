import { type Lines, onlyCentre } from './lines';
import { positionOf, toleranceOf } from './ties';
import type { Position } from './types';

/** A point beside its lines, ready to be judged. Its position is null when it is missing or excluded. */
export interface JudgedPoint {
  readonly value: number | null;
  readonly included: boolean;
  readonly lines: Lines;
  readonly position: Position;
}

/** Rules look at one phase at a time: no pattern crosses a change of centre. */
export interface JudgedPart {
  readonly points: readonly JudgedPoint[];
  readonly tolerance: number;
}

export function judgedPart(plotted: readonly Pick<JudgedPoint, 'value' | 'included'>[], lines: readonly Lines[]): JudgedPart {
  const tolerance = toleranceOf(plotted.map(({ value, included }) => (included ? value : null)));
  const points = plotted.map(({ value, included }, i): JudgedPoint => {
    const own = lines[i] ?? onlyCentre(null);
    return { value, included, lines: own, position: included ? positionOf(value, own.centre, tolerance) : null };
  });
  return { points, tolerance };
}
