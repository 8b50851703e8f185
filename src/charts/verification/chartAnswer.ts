import { analyse } from '../analyse';
import type { AnalysedPhase, Analysis } from '../analysisTypes';
import type { AnalysisOptions, ChartKind, RuleSetName, SeriesInput, SeriesPoint } from '../types';
import { type Vector, type VectorRow, kinds, listed } from './vector';

const needsDenominator: ReadonlySet<string> = new Set(['p', 'pp', 'u', 'up', 'np', 'ip']);

/** Rows are in time order and their x may be anything, so the period of a row is its number. */
export function seriesOf({ rows, chart }: Vector): SeriesInput {
  return { points: rows.map((row, i) => pointOf(row, i + 1, needsDenominator.has(chart))) };
}

/** A rate chart of bare values takes each as a count out of one, as qicharts2 does. */
function pointOf({ y, numerator, denominator, values }: VectorRow, period: number, isRate: boolean): SeriesPoint {
  if (values) return { period, values };
  if (numerator === undefined && denominator === undefined) {
    return isRate ? { period, numerator: y ?? null, denominator: 1 } : { period, value: y ?? null };
  }
  return { period, numerator: numerator ?? null, ...(denominator === undefined ? {} : { denominator }) };
}

export function optionsOf(vector: Vector, ruleSet: RuleSetName): AnalysisOptions {
  const options = vector.options ?? {};
  return {
    kind: kinds[vector.chart] as ChartKind,
    ruleSet,
    // A vector may write 0 where it means "not used".
    freezeAfter: options.freezeAfter || null,
    partsAfter: [...listed(options.partsAfter), ...rebasedAfter(vector)].filter((after) => after > 0),
    excluded: listed(options.excludePoints).map((period) => ({ period, reason: 'excluded in the vector' })),
    multiplier: options.multiply,
    centreLine: options.centreLine,
    target: options.target,
    improvementDirection: directionOf(options.improvementDirection),
    screenMovingRanges: options.screenMovingRanges,
    floorLowerLimitAtZero: options.floorLowerLimitAtZeroWhenDataNonNegative,
  };
}

/** Dates that start a new part, as the number of points before them. */
function rebasedAfter({ rows, options }: Vector): number[] {
  return listed(options?.rebaseAt)
    .map((start) => rows.findIndex(({ x }) => x !== null && x !== undefined && x >= start))
    .filter((place) => place > 0);
}

function directionOf(direction: string | null | undefined): AnalysisOptions['improvementDirection'] {
  if (direction === 'increase') return 'INCREASE';
  return direction === 'decrease' ? 'DECREASE' : 'NEUTRAL';
}

/** The columns of `expected`: qicharts2 judges limits and Anhøj's rules, which is the rule set ANHOEJ. */
export function chartAnswer(vector: Vector): Record<string, unknown> {
  const analysis = analyse(seriesOf(vector), optionsOf(vector, 'ANHOEJ'));
  const { points } = analysis;
  return {
    y: points.map((point) => point.value),
    centre: points.map(({ lines }) => lines.centre),
    part: points.map((point) => point.phase),
    included: points.map((point) => point.included),
    baseline: points.map((point) => point.baseline),
    lcl: points.map(({ lines }) => lines.lower),
    lcl95: points.map(({ lines }) => lines.lower2),
    ucl95: points.map(({ lines }) => lines.upper2),
    ucl: points.map(({ lines }) => lines.upper),
    sigma: points.map(({ lines }) => lines.sigma),
    signals: { beyondLimits: points.map((point) => point.signals.beyondLimits !== null) },
    runs: analysis.phases.map(anhoejRow),
  };
}

const anhoejRow = ({ number, runs, signals }: AnalysedPhase): Record<string, unknown> => ({
  part: number,
  nObs: runs.observations,
  nUseful: runs.useful,
  longestRun: runs.longestRun,
  longestRunMax: runs.longestRunLimit,
  nCrossings: runs.crossings,
  nCrossingsMin: runs.fewestCrossings,
  runsSignal: signals.includes('LONG_RUN') || signals.includes('FEW_CROSSINGS'),
});

/** `derived.runChartRules`: the rule set IHI_RUN_CHART. */
export function runChartRules(vector: Vector): Record<string, unknown> {
  const { points, phases } = analyse(seriesOf(vector), optionsOf(vector, 'IHI_RUN_CHART'));
  return {
    shift: points.map(({ signals }) => signals.shift?.toLowerCase() ?? 'none'),
    trend: points.map(({ signals }) =>
      signals.trend === null ? 'none' : signals.trend === 'RISING' ? 'increasing' : 'decreasing',
    ),
    runs: phases.map((phase) => runsRow(phase, points)),
  };
}

const runsRow = ({ number, runs }: AnalysedPhase, points: Analysis['points']): Record<string, unknown> => ({
  part: number,
  nUseful: runs.useful,
  nRuns: runs.runs,
  runsLower: runs.fewestRuns,
  runsUpper: runs.mostRuns,
  tooFewRuns: runs.tooFewRuns,
  tooManyRuns: runs.tooManyRuns,
  hasShift: points.some(({ phase, signals }) => phase === number && signals.shift !== null),
});
