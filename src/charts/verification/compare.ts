/** One disagreement: where in the answer, what the vector says and what we say. */
export interface Mismatch {
  readonly at: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const tolerance = 1e-9;

/**
 * The rules of ../shared/spc/compare.mjs: numbers agree to 1e-9 of the larger one, or of the largest in their column but at most 1;
 * null wants null; "*" wants nothing; the rest must be identical. Keys called "note" and keys only we have are passed over.
 */
export function mismatches(expected: unknown, actual: unknown, at = '', scale?: number): Mismatch[] {
  if (Array.isArray(expected)) return listMismatches(expected, actual, at);
  if (isRecord(expected)) {
    if (!isRecord(actual)) return [{ at, expected, actual }];
    return Object.keys(expected)
      .filter((key) => key !== 'note')
      .flatMap((key) => mismatches(expected[key], actual[key], at === '' ? key : `${at}.${key}`));
  }
  return expected === '*' || isSame(expected, actual, scale) ? [] : [{ at, expected, actual }];
}

function listMismatches(expected: readonly unknown[], actual: unknown, at: string): Mismatch[] {
  if (!Array.isArray(actual)) return [{ at, expected, actual }];
  if (expected.length !== actual.length) return [{ at: `${at}.length`, expected: expected.length, actual: actual.length }];
  const largest = expected.reduce<number>((most, item) => (typeof item === 'number' ? Math.max(most, Math.abs(item)) : most), 0);
  return expected.flatMap((item, i) => mismatches(item, actual[i], `${at}[${i + 1}]`, largest));
}

function isSame(expected: unknown, actual: unknown, scale?: number): boolean {
  if (expected === null) return actual === null || actual === undefined;
  if (typeof expected !== 'number' || typeof actual !== 'number') return expected === actual;
  const difference = Math.abs(expected - actual);
  const own = Math.max(Math.abs(expected), Math.abs(actual));
  return difference <= tolerance * own || difference <= tolerance * Math.min(1, scale ?? Math.abs(expected));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
