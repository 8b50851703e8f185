import { finiteOrNull } from './finite';

/** Arithmetic mean. The second pass adds back what the first lost to rounding, as R does. Null for no values or on overflow. */
export function mean(values: readonly number[]): number | null {
  const first = sum(values) / values.length;
  return finiteOrNull(first + sum(values.map((value) => value - first)) / values.length);
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
