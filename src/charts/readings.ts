import { type Measured, measured } from './measured';
import { SeriesRefused } from './seriesRefused';
import type { ChartKind, Exclusion, Period, SeriesPoint } from './types';

/** A recorded point in its place in time, measured, and counted or not. */
export interface Reading extends Measured {
  readonly period: Period;
  readonly included: boolean;
  readonly excludedBecause: string | null;
}

/** Points are taken in period order, whatever order they came in; two points of one period are refused. */
export function readings(points: readonly SeriesPoint[], kind: ChartKind, excluded: readonly Exclusion[]): Reading[] {
  const reasons = new Map(excluded.map(({ period, reason }) => [period, reason]));
  return inPeriodOrder(points).map((point) => {
    const excludedBecause = reasons.get(point.period) ?? null;
    const { value, numerator, denominator, size, spread, problem } = measured(point, kind);
    const { period } = point;
    return { period, value, numerator, denominator, size, spread, problem, included: excludedBecause === null, excludedBecause };
  });
}

function inPeriodOrder(points: readonly SeriesPoint[]): SeriesPoint[] {
  refuseBadPeriods(points.map((point) => point.period));
  const sorted = [...points].sort((a, b) => comparePeriods(a.period, b.period));
  sorted.forEach(({ period }, i) => {
    if (i > 0 && sorted[i - 1]?.period === period) {
      throw new SeriesRefused('DUPLICATE_PERIOD', `There are two points for the period ${period}: give one value per period.`);
    }
  });
  return sorted;
}

/** Text by its characters, not by locale: 2024-09 comes before 2024-10 everywhere. */
export function comparePeriods(a: Period, b: Period): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Periods that cannot be put in one order are a question without an answer. */
export function refuseBadPeriods(periods: readonly Period[]): void {
  const kinds = new Set(periods.map((period) => typeof period));
  if (kinds.size > 1) throw new SeriesRefused('BAD_PERIOD', 'Some periods are numbers and some are text: use one or the other.');
  const bad = periods.find((period) => period === '' || (typeof period === 'number' && !Number.isFinite(period)));
  if (bad !== undefined) throw new SeriesRefused('BAD_PERIOD', 'Every point needs a period: a date or a number.');
}
