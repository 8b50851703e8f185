import { finiteOrNull } from './finite';
import { mean, sum } from './mean';

/** Sample standard deviation, sqrt(sum (x - mean)^2 / (n - 1)); null for fewer than two values. */
export function standardDeviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  return finiteOrNull(Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1)));
}
