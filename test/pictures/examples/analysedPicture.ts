import { analyse } from '../../../src/charts/analyse';
import type { AnalysedPoint } from '../../../src/charts/analysisTypes';
import type { PointSignals } from '../../../src/charts/signals';
import type { AnalysisOptions, SeriesPoint } from '../../../src/charts/types';
import type { ChartPicture, PicturePoint, SignalMeaning } from '../../../src/pictures/chartPicture';

type Told = Omit<ChartPicture, 'points' | 'target' | 'kindName' | 'hasDates' | 'source' | 'phases'> & Partial<ChartPicture>;

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
    points: analysis.points.map((point) => ({
      ...pointOf(point, told.betterIs),
      isProvisional: provisional.includes(String(point.period)),
      missingBecause: point.value === null ? (missing ?? null) : null,
    })),
    ...told,
  };
}

function pointOf(point: AnalysedPoint, betterIs: ChartPicture['betterIs']): PicturePoint {
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
