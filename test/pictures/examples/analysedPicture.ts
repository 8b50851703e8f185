import { analyse } from '../../../src/charts/analyse';
import type { AnalysedPoint } from '../../../src/charts/analysisTypes';
import type { PointSignals } from '../../../src/charts/signals';
import type { AnalysisOptions, SeriesPoint } from '../../../src/charts/types';
import type { ChartPicture, PicturePoint, SignalMeaning } from '../../../src/pictures/chartPicture';

type Told = Omit<
  ChartPicture,
  'points' | 'caution' | 'warnings' | 'provenance' | 'target' | 'kindName' | 'hasDates' | 'source' | 'phases'
> &
  Partial<ChartPicture>;

interface Example {
  readonly points: readonly SeriesPoint[];
  readonly options: AnalysisOptions;
  /** Periods whose figures may still change, and why a figure is missing. */
  readonly provisional?: readonly string[];
  readonly missing?: string;
}

const KIND_NAMES: Readonly<Record<string, string>> = { RUN: 'Run chart', P: 'p chart', I: 'I chart', C: 'c chart' };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A picture of a series as the service would make it: lines and signals are computed, never made up. */
export function analysedPicture(told: Told, { points, options, provisional = [], missing }: Example): ChartPicture {
  const analysis = analyse({ points }, options);
  return {
    kindName: KIND_NAMES[options.kind] ?? options.kind,
    hasDates: true,
    target: analysis.target,
    source: `Strathfinella (invented data). Rules: ${analysis.provenance.ruleSet} ${analysis.provenance.ruleSetVersion}. As at 11 Jan 2027.`,
    phases: analysis.phases.map(({ number, from }) => ({ number, from: String(from), reason: null })),
    caution: analysis.warnings.some(({ code }) => code === 'TOO_FEW_POINTS')
      ? options.kind === 'RUN'
        ? 'provisional median'
        : 'trial limits'
      : null,
    warnings: analysis.warnings.map(({ message }) => message),
    provenance: analysis.provenance.baselines.map(({ phase, values }) => `Phase ${phase}: ${values} figures in its baseline.`),
    points: analysis.points.map((point, index) => ({
      ...pointOf(point, told.betterIs),
      periodEnd: endOf(
        analysis.points.map(({ period }) => String(period)),
        index,
      ),
      isProvisional: provisional.includes(String(point.period)),
      missingBecause: point.value === null ? (missing ?? null) : null,
    })),
    ...told,
  };
}

function pointOf(point: AnalysedPoint, betterIs: ChartPicture['betterIs']): Omit<PicturePoint, 'periodEnd'> {
  const { lines, signals } = point;
  const side = sideOf(signals);
  return {
    period: String(point.period),
    label: labelOf(String(point.period)),
    value: point.value,
    missingBecause: null,
    isExcluded: !point.included && point.value !== null,
    excludedBecause: point.excludedBecause,
    isInBaseline: point.baseline,
    isProvisional: false,
    phase: point.phase,
    centre: lines.centre,
    lower: lines.lower,
    upper: lines.upper,
    lower2: lines.lower2,
    upper2: lines.upper2,
    lower1: lines.lower1,
    upper1: lines.upper1,
    signal: side === null ? null : meaningOf(side, betterIs),
    signalNames: namesOf(signals),
  };
}

/** The day before the next period; the last is as long as the one before it. */
function endOf(periods: readonly string[], index: number): string | null {
  const [before, start, next] = [index - 1, index, index + 1].map((place) => Date.parse(periods[place] ?? ''));
  const after = next !== undefined && !Number.isNaN(next) ? next : 2 * (start ?? NaN) - (before ?? NaN);
  return Number.isNaN(after) ? null : new Date(after - 86_400_000).toISOString().slice(0, 10);
}

function sideOf({ beyondLimits, shift, trend, twoOfThree, longRun }: PointSignals): 'UP' | 'DOWN' | null {
  const sides = [beyondLimits, shift, twoOfThree, longRun, trend];
  if (sides.some((side) => side === 'ABOVE' || side === 'RISING')) return 'UP';
  return sides.some((side) => side === 'BELOW' || side === 'FALLING') ? 'DOWN' : null;
}

function meaningOf(side: 'UP' | 'DOWN', betterIs: ChartPicture['betterIs']): SignalMeaning {
  if (betterIs === 'NEITHER') return 'NEITHER';
  return (side === 'UP') === (betterIs === 'HIGHER') ? 'BETTER' : 'WORSE';
}

const namesOf = ({ beyondLimits, shift, trend, twoOfThree }: PointSignals): string[] => [
  ...(beyondLimits === null ? [] : [`${beyondLimits.toLowerCase()} the limits`]),
  ...(shift === null ? [] : [`shift ${shift.toLowerCase()} the centre`]),
  ...(trend === null ? [] : [`${trend.toLowerCase()} trend`]),
  ...(twoOfThree === null ? [] : [`two of three ${twoOfThree.toLowerCase()} 2 sigma`]),
];

function labelOf(period: string): string {
  const [year, month, day] = period.split('-');
  if (month === undefined || year === undefined) return period;
  const name = `${MONTHS[Number(month) - 1] ?? ''} ${year}`;
  return day === undefined || day === '01' ? name : `${Number(day)} ${name}`;
}

/** The first days of so many months from a month on. */
export const months = (from: string, count: number, step = 1): string[] =>
  Array.from({ length: count }, (_, index) => {
    const [year = 2000, month = 1] = from.split('-').map(Number);
    return new Date(Date.UTC(year, month - 1 + index * step, 1)).toISOString().slice(0, 10);
  });

export const days = (from: string, count: number, step = 1): string[] =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(from) + index * step * 86_400_000).toISOString().slice(0, 10));

/** Park and Miller's small generator, so that each example is the same each time. Numbers between 0 and 1. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
