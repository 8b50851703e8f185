import { sentence } from '../charts/sentence';
import type { ImprovementDirection } from '../charts/types';
import { suppressionReasons } from '../disclosure/disclosed';
import { dayInWords } from '../kernel/period';
import type { ChartKind } from '../measures/chart.enums';
import type { ChartedFigure } from '../measures/periods.rules';
import type { ChartPicture, PicturePoint } from '../pictures/chartPicture';
import type { Side, SignalMeaning, SignalRule } from './chart.enums';
import type { ChartCycle } from './chart.type';
import type { PointSignal } from './chartPoint.type';
import { reasonOf, type ChartView } from './chartView';
import { provenanceInWords, ruleSetNames } from './provenanceInWords';
import { pointSignals } from './shownChart';

/** The chart as something to be drawn. */
export function pictureOfChart(view: ChartView, cycles: readonly ChartCycle[]): ChartPicture {
  const { analysis, direction } = view;
  return {
    id: `chart-${view.measureId ?? 'series'}`,
    title: view.title,
    kindName: kindNames[view.kind],
    summary: sentence(analysis, view.signals, view.directionAt, view.words),
    caution: cautionOf(view),
    warnings: analysis.warnings.map(({ message }) => message),
    provenance: provenanceInWords(view),
    unit: view.unit,
    betterIs: betterIs[direction],
    target: analysis.target,
    hasDates: view.periods.every(({ startsOn }) => startsOn !== null),
    points: analysis.points.map((_, place) => picturePoint(place, view)),
    phases: analysis.phases.map((phase) => ({
      number: phase.number,
      from: String(phase.from),
      reason: reasonOf(view, phase),
    })),
    cycles: cycles.map(({ label, title, fromOn, toOn }) => ({ label, title, from: fromOn, to: toOn })),
    notes: view.notes.map(({ markedOn, text }) => ({ on: markedOn, text })),
    source: `Rules: ${ruleSetNames[view.ruleSet]}, version ${analysis.provenance.ruleSetVersion}. As at ${dayInWords(view.shownOn)}.`,
  };
}

function picturePoint(place: number, view: ChartView): PicturePoint {
  const point = view.analysis.points[place];
  if (!point) throw new Error('A point has no place on its chart.');
  const signals = pointSignals(point, view);
  const { centre, lower, upper, lower2, upper2, lower1, upper1 } = point.lines;
  const [period, figure] = [view.periods[place], view.figures[place]];
  return {
    period: period?.startsOn ?? String(point.period),
    periodEnd: period?.endsOn ?? null,
    label: period?.label ?? String(point.period),
    value: point.value,
    missingBecause: figure ? whyNoValue(figure) : null,
    isExcluded: !point.included,
    excludedBecause: point.excludedBecause,
    isInBaseline: point.baseline,
    isProvisional: figure?.status === 'PROVISIONAL',
    phase: point.phase,
    ...{ centre, lower, upper, lower2, upper2, lower1, upper1 },
    signal: strongest(signals),
    signalNames: signals.map(inWords),
  };
}

/** A withheld figure is not a missing one, and is told apart from it. */
const whyNoValue = ({ hiddenBecause, missingReason }: ChartedFigure): string | null =>
  hiddenBecause === null ? missingReason : `withheld: ${withoutStop(lowered(suppressionReasons[hiddenBecause]))}`;

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const withoutStop = (text: string): string => text.replace(/\.$/, '');

function cautionOf({ analysis, kind }: ChartView): string | null {
  if (!analysis.warnings.some(({ code }) => code === 'TOO_FEW_POINTS')) return null;
  return kind === 'RUN' ? 'provisional median' : 'trial limits';
}

/** A point can be part of a pattern for the better and of one for the worse: the worse is shown. */
export function strongest(signals: readonly Pick<PointSignal, 'meaning'>[]): SignalMeaning | null {
  const order: readonly SignalMeaning[] = ['WORSE', 'BETTER', 'NEITHER'];
  return order.find((meaning) => signals.some((signal) => signal.meaning === meaning)) ?? null;
}

const names: Readonly<Record<SignalRule, (side: Side | null) => string>> = {
  BEYOND_LIMITS: (side) => (side === 'ABOVE' ? 'above the upper limit' : 'below the lower limit'),
  SHIFT: (side) => `shift ${where(side)} the centre`,
  TREND: (side) => (side === 'ABOVE' ? 'rising trend' : 'falling trend'),
  TWO_OF_THREE: (side) => `two of three far ${where(side)} the centre`,
  INNER_THIRD: () => 'little variation about the centre',
  LONG_RUN: (side) => `long run ${where(side)} the centre`,
  FEW_CROSSINGS: () => 'few crossings of the centre',
  TOO_FEW_RUNS: () => 'too few runs',
  TOO_MANY_RUNS: () => 'too many runs',
  ASTRONOMICAL_POINT: () => 'obviously different, as people judge',
};

const where = (side: Side | null): string => (side === 'ABOVE' ? 'above' : 'below');
const inWords = ({ rule, side }: PointSignal): string => names[rule](side);

/** A signal as the API tells it, read back. */
export const signalOf = ({ rule, side, meaning }: { rule: string; side: string | null; meaning: string }) => ({
  meaning: meaning as SignalMeaning,
  words: names[rule as SignalRule](side as Side | null),
});

const betterIs: Readonly<Record<ImprovementDirection, ChartPicture['betterIs']>> = {
  INCREASE: 'HIGHER',
  DECREASE: 'LOWER',
  NEUTRAL: 'NEITHER',
};

export const kindNames: Readonly<Record<ChartKind, string>> = {
  ...{ RUN: 'Run chart', I: 'I chart', MR: 'Moving range chart', I_PRIME: 'I′ chart', XBAR: 'X-bar chart', S: 'S chart' },
  ...{ P: 'p chart', P_PRIME: 'p′ chart', U: 'u chart', U_PRIME: 'u′ chart' },
  ...{ C: 'c chart', NP: 'np chart', G: 'g chart', T: 't chart' },
};
