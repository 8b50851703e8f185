import { analyse } from '../../../src/charts/analyse';
import type { Analysis } from '../../../src/charts/analysisTypes';
import type { AnalysisOptions, ChartKind, SeriesInput } from '../../../src/charts/types';

/** Values in periods 1, 2, 3 and so on. */
export const seriesOf = (values: readonly (number | null)[]): SeriesInput => ({
  points: values.map((value, i) => ({ period: i + 1, value })),
});

export const ratiosOf = (ratios: readonly (readonly [number | null, number | null])[]): SeriesInput => ({
  points: ratios.map(([numerator, denominator], i) => ({ period: i + 1, numerator, denominator })),
});

export const subgroupsOf = (subgroups: readonly (readonly (number | null)[])[]): SeriesInput => ({
  points: subgroups.map((values, i) => ({ period: i + 1, values })),
});

export const analysed = (values: readonly (number | null)[], kind: ChartKind, options: Partial<AnalysisOptions> = {}): Analysis =>
  analyse(seriesOf(values), { kind, ruleSet: 'SHEWHART', ...options });

export const codes = (analysis: Analysis): string[] => analysis.warnings.map(({ code }) => code);

/** Freezes everything inside, so that a write anywhere would throw. */
export function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFrozen);
    Object.freeze(value);
  }
  return value;
}

/** Every number anywhere inside. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
