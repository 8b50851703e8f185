import type { ChartKind } from '../types';

export type Cell = number | null;

/** One row of a vector (SPEC section 11): a value, a ratio, a subgroup, or for the rules a value beside its lines. */
export interface VectorRow {
  readonly x?: string | number | null;
  readonly y?: Cell;
  readonly numerator?: Cell;
  readonly denominator?: Cell;
  readonly values?: readonly Cell[] | null;
  readonly centre?: Cell;
  readonly sigma?: Cell;
  readonly lcl?: Cell;
  readonly ucl?: Cell;
  readonly lcl2?: Cell;
  readonly ucl2?: Cell;
  readonly lcl1?: Cell;
  readonly ucl1?: Cell;
}

export interface VectorOptions {
  readonly freezeAfter?: number | null;
  readonly partsAfter?: readonly number[] | number | null;
  readonly excludePoints?: readonly number[] | number | null;
  readonly multiply?: number | null;
  readonly centreLine?: number | null;
  readonly target?: number | null;
  readonly screenMovingRanges?: boolean | null;
  readonly floorLowerLimitAtZeroWhenDataNonNegative?: boolean | null;
  readonly rebaseAt?: readonly (string | number)[] | string | number | null;
  readonly improvementDirection?: string | null;
  readonly baselinePoints?: number | null;
  readonly runLength?: number | null;
  readonly direction?: string | null;
  readonly shiftPoints?: number | null;
  readonly trendPoints?: number | null;
  readonly twoOfThreeSigma?: number | null;
  readonly innerPoints?: number | null;
}

export interface Vector {
  readonly name: string;
  readonly chart: string;
  readonly source?: { readonly origin?: string };
  readonly options?: VectorOptions | null;
  readonly rows: readonly VectorRow[];
  readonly expected?: unknown;
  readonly derived?: unknown;
}

/** The names of SPEC section 11 in our own words. Run-rebase and rules have answers of another shape. */
export const kinds: Readonly<Record<string, ChartKind>> = {
  run: 'RUN',
  i: 'I',
  mr: 'MR',
  ip: 'I_PRIME',
  xbar: 'XBAR',
  s: 'S',
  t: 'T',
  g: 'G',
  p: 'P',
  pp: 'P_PRIME',
  u: 'U',
  up: 'U_PRIME',
  c: 'C',
  np: 'NP',
  'ptd-xmr': 'I',
};

/** A list, a single entry or nothing, as a list. */
export const listed = <T>(given: readonly T[] | T | null | undefined): readonly T[] => {
  if (given === null || given === undefined) return [];
  return Array.isArray(given) ? (given as readonly T[]) : [given as T];
};
