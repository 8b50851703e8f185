import type { Position, Side } from './types';

const tieWidth = 1e-12;

/**
 * (87.1 + 87.3)/2 is 87.19999999999999 in floating point, so 87.2 would count as above its own median. Values that differ by
 * less than 1e-12 of the largest value of the part are the same value, in every rule.
 */
export function toleranceOf(values: readonly (number | null)[]): number {
  let largest = 0;
  for (const value of values) if (value !== null) largest = Math.max(largest, Math.abs(value));
  return tieWidth * largest;
}

export function positionOf(value: number | null, line: number | null, tolerance: number): Position {
  if (value === null || line === null) return null;
  if (Math.abs(value - line) <= tolerance) return 'ON';
  return value > line ? 'ABOVE' : 'BELOW';
}

/** Which of two lines the value lies strictly beyond; a side without a line has nothing beyond it. */
export function sideBeyond(value: number | null, lower: number | null, upper: number | null, tolerance: number): Side | null {
  if (positionOf(value, upper, tolerance) === 'ABOVE') return 'ABOVE';
  return positionOf(value, lower, tolerance) === 'BELOW' ? 'BELOW' : null;
}
