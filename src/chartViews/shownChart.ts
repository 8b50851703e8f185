import { disclosure } from '../api/disclosure.type';
import type { AnalysedPhase, AnalysedPoint } from '../charts/analysisTypes';
import type { RebaseRule } from '../charts/rebase';
import { sentence, signalSentence } from '../charts/sentence';
import { meaningOf } from '../charts/signalStretches';
import type { ImprovementDirection } from '../charts/types';
import type { DirectionOfGood } from '../measures/measure.enums';
import type { Side, SignalRule } from './chart.enums';
import type { Chart, ChartPhase, ChartSignal } from './chart.type';
import type { ChartPoint, PointSignal } from './chartPoint.type';
import type { ChartProvenance, ChartRebase } from './chartProvenance.type';
import { reasonOf, type ChartView } from './chartView';

/** The chart as the API shows it. */
export function shownChart(view: ChartView): Chart {
  const { analysis, signals, direction, directionAt, words } = view;
  return {
    title: view.title,
    kind: view.kind,
    suggestion: view.suggestion,
    ruleSet: view.ruleSet,
    unit: view.unit,
    directionOfGood: directionsOfGood[direction],
    target: analysis.target,
    summary: sentence(analysis, signals, directionAt, words),
    points: analysis.points.map((point, place) => shownPoint(point, place, view)),
    phases: phasesOf(view),
    signals: signalsOf(view),
    variationIcon: analysis.icons?.variation ?? null,
    assuranceIcon: analysis.icons?.assurance ?? null,
    warnings: analysis.warnings.map((warning) => ({ ...warning, periods: warning.periods.map(String) })),
    notes: view.notes,
    provenance: provenanceOf(view),
    view,
  };
}

const directionsOfGood: Readonly<Record<ImprovementDirection, DirectionOfGood>> = {
  INCREASE: 'HIGHER',
  DECREASE: 'LOWER',
  NEUTRAL: 'NEITHER',
};

function shownPoint(point: AnalysedPoint, place: number, view: ChartView): ChartPoint {
  const { lines } = point;
  const [period, figure] = [view.periods[place], view.figures[place]];
  return {
    period: String(point.period),
    label: period?.label ?? String(point.period),
    periodStartsOn: period?.startsOn ?? null,
    periodEndsOn: period?.endsOn ?? null,
    value: point.value,
    numerator: point.numerator,
    denominator: point.denominator,
    disclosure: disclosure(figure?.hiddenBecause ?? null),
    subgroupSize: point.subgroupSize,
    missingReason: figure?.missingReason ?? null,
    status: figure?.status ?? null,
    phase: point.phase,
    isInBaseline: point.baseline,
    excludedBecause: point.excludedBecause,
    position: point.position,
    centre: lines.centre,
    sigma: lines.sigma,
    lowerLimit: lines.lower,
    upperLimit: lines.upper,
    lowerTwoSigma: lines.lower2,
    upperTwoSigma: lines.upper2,
    lowerOneSigma: lines.lower1,
    upperOneSigma: lines.upper1,
    signals: pointSignals(point, view),
    makingDataCount: point.makingDataCount,
    dataPointId: figure?.dataPointId ?? null,
  };
}

/** The rules a point is part of, the judgement of people last. */
export function pointSignals(point: AnalysedPoint, { directionAt, astronomical }: ChartView): PointSignal[] {
  const { beyondLimits, shift, trend, twoOfThree, innerThird, longRun } = point.signals;
  const found: [SignalRule, Side | null][] = [];
  if (beyondLimits) found.push(['BEYOND_LIMITS', beyondLimits]);
  if (shift) found.push(['SHIFT', shift]);
  if (trend) found.push(['TREND', trend === 'RISING' ? 'ABOVE' : 'BELOW']);
  if (twoOfThree) found.push(['TWO_OF_THREE', twoOfThree]);
  if (innerThird) found.push(['INNER_THIRD', null]);
  if (longRun) found.push(['LONG_RUN', longRun]);
  if (point.value !== null && astronomical.some(({ markedOn }) => markedOn === point.period)) {
    found.push(['ASTRONOMICAL_POINT', point.position === 'ON' ? null : point.position]);
  }
  return found.map(([rule, side]) => ({ rule, side, meaning: meaningOf(side, directionAt(point.period)) }));
}

const phasesOf = (view: ChartView): ChartPhase[] => view.analysis.phases.map((phase) => phaseOf(phase, view));

function phaseOf(phase: AnalysedPhase, view: ChartView): ChartPhase {
  const { number, from, to, points, centre, runs } = phase;
  return {
    number,
    from: String(from),
    to: String(to),
    points,
    reason: reasonOf(view, phase),
    centre,
    usefulObservations: runs.useful,
    longestRun: runs.longestRun,
    longestRunExpected: runs.longestRunLimit,
    crossings: runs.crossings,
    fewestCrossingsExpected: runs.fewestCrossings,
    runs: runs.runs,
    fewestRunsExpected: runs.fewestRuns,
    mostRunsExpected: runs.mostRuns,
  };
}

/** What the rules find and what people judged, the one that ends first coming first. */
function signalsOf(view: ChartView): ChartSignal[] {
  const { analysis, signals, directionAt, words } = view;
  const found = signals.map((signal) => ({
    ...signal,
    from: String(signal.from),
    to: String(signal.to),
    meaning: meaningOf(signal.side, directionAt(signal.from)),
    sentence: signalSentence(signal, directionAt(signal.from), words),
  }));
  const places = new Map(analysis.points.map(({ period }, place) => [String(period), place]));
  const placeOf = ({ to }: ChartSignal): number => places.get(to) ?? 0;
  return [...found, ...judgedByPeople(view)].sort((one, other) => placeOf(one) - placeOf(other));
}

function judgedByPeople(view: ChartView): ChartSignal[] {
  const { points } = view.analysis;
  const last = points.findLastIndex(({ value, included }) => value !== null && included);
  return points.flatMap((point, place) => {
    const judged = pointSignals(point, view).find(({ rule }) => rule === 'ASTRONOMICAL_POINT');
    if (!judged) return [];
    const [period, sentence] = [
      String(point.period),
      `The figure of ${view.words.first(point.period)} is obviously different, as people judge.`,
    ];
    return [{ ...judged, phase: point.phase, from: period, to: period, points: 1, isOngoing: place >= last, sentence }];
  });
}

function provenanceOf({ analysis: { provenance }, figures, window, measureId }: ChartView): ChartProvenance {
  const periodOf = (period: string | number | null): string | null => (period === null ? null : String(period));
  return {
    ruleSetVersion: provenance.ruleSetVersion,
    methodVersion: provenance.methodVersion,
    rules: [...provenance.rules],
    constants: Object.entries(provenance.constants).map(([name, value]) => ({ name, value })),
    screensMovingRanges: provenance.screenMovingRanges,
    multiplier: provenance.multiplier,
    givenCentreLine: provenance.givenCentreLine,
    automaticRebase: provenance.automaticRebase && rebaseOf(provenance.automaticRebase),
    floorsLowerLimitAtZero: provenance.floorsLowerLimitAtZero,
    ...window,
    baselines: provenance.baselines.map(({ phase, from, to, values }) => ({
      phase,
      from: periodOf(from),
      to: periodOf(to),
      values,
    })),
    usefulObservations: provenance.usefulObservations,
    exclusions: provenance.exclusions.map(({ period, reason }) => ({ period: String(period), reason })),
    gaps: provenance.gaps.map(String),
    suppressedPeriods: figures.filter(({ hiddenBecause }) => hiddenBecause !== null).map(({ periodStart }) => periodStart),
    measureId,
  };
}

const rebaseOf = ({ direction, baselinePoints, runLength }: RebaseRule): ChartRebase => ({
  side: direction,
  baselinePoints,
  runLength,
});
