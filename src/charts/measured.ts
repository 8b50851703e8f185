import { finiteOrNull, isPresent } from './finite';
import { mean } from './mean';
import { standardDeviation } from './standardDeviation';
import type { ChartKind, SeriesPoint } from './types';

/** What can be wrong with one recorded point. All but the last two leave the point without a value. */
export type DataProblem =
  | 'NOT_A_NUMBER'
  | 'ZERO_DENOMINATOR'
  | 'NO_DENOMINATOR'
  | 'IMPOSSIBLE_VALUE'
  | 'EMPTY_SUBGROUP'
  | 'SUBGROUP_OF_ONE'
  | 'ZERO_TIME';

/** What a chart of one kind plots for one recorded point. */
export interface Measured {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly size: number;
  readonly spread: number | null;
  readonly problem: DataProblem | null;
}

const ratioKinds: ReadonlySet<ChartKind> = new Set(['P', 'P_PRIME', 'U', 'U_PRIME', 'I_PRIME', 'NP']);
const shareKinds: ReadonlySet<ChartKind> = new Set(['P', 'P_PRIME', 'NP']);
const countKinds: ReadonlySet<ChartKind> = new Set(['C', 'G', 'T']);

/** A zero is a value and a missing value is missing: neither is ever turned into the other. */
export function measured(point: SeriesPoint, kind: ChartKind): Measured {
  if (hasNonNumber(point)) return unusable(point, 'NOT_A_NUMBER');
  if (kind === 'XBAR' || kind === 'S') return measuredSubgroup(point, kind);
  if (ratioKinds.has(kind)) return measuredRatio(point, kind);
  if (countKinds.has(kind)) return measuredCount(point, kind);
  return measuredValue(point);
}

function measuredSubgroup(point: SeriesPoint, kind: ChartKind): Measured {
  const values = (point.values ?? [point.value]).filter(isPresent);
  const size = values.length;
  if (size === 0) return unusable(point, point.values ? 'EMPTY_SUBGROUP' : null);
  const spread = standardDeviation(values);
  const value = kind === 'S' ? spread : mean(values);
  const problem = size === 1 ? 'SUBGROUP_OF_ONE' : null;
  return { value, numerator: null, denominator: null, size, spread, problem };
}

function measuredRatio(point: SeriesPoint, kind: ChartKind): Measured {
  const { numerator = null, denominator = null } = point;
  if (numerator === null && isPresent(point.value)) return unusable(point, 'NO_DENOMINATOR');
  if (numerator === null || denominator === null) return unusable(point, null);
  if (denominator === 0) return unusable(point, 'ZERO_DENOMINATOR');
  const negative = denominator < 0 || (kind !== 'I_PRIME' && numerator < 0);
  if (negative || (shareKinds.has(kind) && numerator > denominator)) return unusable(point, 'IMPOSSIBLE_VALUE');
  return usable(point, kind === 'NP' ? numerator : numerator / denominator);
}

function measuredCount(point: SeriesPoint, kind: ChartKind): Measured {
  const value = point.value ?? point.numerator ?? null;
  if (value !== null && value < 0) return unusable(point, 'IMPOSSIBLE_VALUE');
  return usable(point, value, kind === 'T' && value === 0 ? 'ZERO_TIME' : null);
}

/** Run, I and MR charts take a value, or a ratio, or the mean of a subgroup. */
function measuredValue(point: SeriesPoint): Measured {
  if (isPresent(point.value)) return usable(point, point.value);
  if (point.values) return usable(point, mean(point.values.filter(isPresent)));
  const { numerator = null, denominator } = point;
  if (numerator === null || denominator === undefined) return usable(point, numerator);
  if (denominator === null) return unusable(point, null);
  if (denominator <= 0) return unusable(point, denominator === 0 ? 'ZERO_DENOMINATOR' : 'IMPOSSIBLE_VALUE');
  return usable(point, numerator / denominator);
}

/** A quotient of two numbers can still overflow. */
function usable(
  { numerator = null, denominator = null }: SeriesPoint,
  value: number | null,
  odd: DataProblem | null = null,
): Measured {
  const kept = finiteOrNull(value);
  const problem = kept === null && value !== null ? 'NOT_A_NUMBER' : odd;
  return { value: kept, numerator, denominator, size: kept === null ? 0 : 1, spread: null, problem };
}

const unusable = ({ numerator, denominator }: SeriesPoint, problem: DataProblem | null): Measured => ({
  value: null,
  numerator: finiteOrNull(numerator),
  denominator: finiteOrNull(denominator),
  size: 0,
  spread: null,
  problem,
});

const hasNonNumber = ({ value, numerator, denominator, values }: SeriesPoint): boolean =>
  isNonNumber(value) || isNonNumber(numerator) || isNonNumber(denominator) || (values?.some(isNonNumber) ?? false);

const isNonNumber = (number: number | null | undefined): boolean => isPresent(number) && !Number.isFinite(number);
