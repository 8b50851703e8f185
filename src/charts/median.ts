import { finiteOrNull } from './finite';

/** The middle value, or half-way between the two middle ones; null for no values. */
export function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 1 ? upper : sorted[middle - 1];
  return upper === undefined || lower === undefined ? null : finiteOrNull((lower + upper) / 2);
}
