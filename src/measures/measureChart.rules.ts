import { analyse } from '../charts/analyse';
import type { Analysis } from '../charts/analysisTypes';
import type { DirectionAt } from '../charts/sentence';
import { signalStretches, type SignalStretch } from '../charts/signalStretches';
import type { AnalysisOptions, ImprovementDirection } from '../charts/types';
import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { ChartKind, ChartMarkKind, RebaseSide, RuleSet } from './chart.enums';
import type { Calculation, DirectionOfGood, MeasureFrequency } from './measure.enums';
import { definitionAt } from './measure.rules';
import { withGaps, type ChartedFigure } from './periods.rules';

/** All that the chart of a measure rests on. */
export interface ChartBasis {
  readonly measure: {
    readonly chartKind: ChartKind | null;
    readonly ruleSet: RuleSet | null;
    readonly baselineEndOn: LocalDate | null;
    readonly centreLine: number | null;
    readonly rebaseSide: RebaseSide | null;
    readonly screensMovingRanges: boolean;
  };
  readonly definitions: readonly ChartedDefinition[];
  readonly figures: readonly ChartedFigure[];
  readonly marks: readonly { readonly kind: ChartMarkKind; readonly markedOn: LocalDate; readonly text: string }[];
}

export interface ChartedDefinition {
  readonly effectiveFrom: LocalDate;
  readonly calculation: Calculation;
  readonly multiplier: number;
  readonly unit: string | null;
  readonly directionOfGood: DirectionOfGood;
  readonly goalValue: number | null;
  readonly frequency: MeasureFrequency;
}

/** What one who looks at a chart can choose for this look only; what is left out is as chosen for the measure. */
export interface ChartChoices {
  readonly kind?: ChartKind | null | undefined;
  readonly ruleSet?: RuleSet | null | undefined;
  readonly fromOn?: LocalDate | null | undefined;
  readonly toOn?: LocalDate | null | undefined;
  readonly baselineEndOn?: LocalDate | null | undefined;
  readonly freezeAfter?: number | null | undefined;
  readonly phasesStartOn?: readonly LocalDate[] | null | undefined;
  readonly centreLine?: number | null | undefined;
  readonly rebaseSide?: RebaseSide | null | undefined;
  readonly screensMovingRanges?: boolean | null | undefined;
}

export interface Suggestion {
  readonly kind: ChartKind;
  readonly reason: string;
}

export interface PhaseStart {
  readonly startsOn: LocalDate;
  readonly reason: string;
}

/** A measure analysed: the same figures, in the same order, as the points of the analysis. */
export interface MeasureChart {
  readonly kind: ChartKind;
  readonly suggestion: Suggestion;
  readonly ruleSet: RuleSet;
  readonly directionAt: DirectionAt;
  readonly definition: ChartedDefinition | null;
  readonly figures: readonly ChartedFigure[];
  readonly phaseStarts: readonly PhaseStart[];
  readonly analysis: Analysis;
  /** The signals that reach into the periods shown. */
  readonly signals: readonly SignalStretch[];
}

/**
 * The analysis is of all figures up to `toOn`, so that a chart for an earlier day is what it would have been; `fromOn` only says
 * from where on it is shown, so that looking closer changes neither baseline nor signals.
 */
export function chartOf(basis: ChartBasis, choices: ChartChoices, today: LocalDate): MeasureChart {
  const { definitions } = basis;
  const definition = definitionOn(definitions, today);
  const figures = withGaps(basis.figures, (day) => definitionOn(definitions, day)?.frequency ?? 'IRREGULAR').filter(
    ({ periodEnd }) => periodEnd <= (choices.toOn ?? '9999'),
  );
  const suggestion = suggestedChart(definition?.calculation ?? null, figures);
  const kind = choices.kind ?? basis.measure.chartKind ?? suggestion.kind;
  requireChartable(kind, 'kind');
  const ruleSet = choices.ruleSet ?? basis.measure.ruleSet ?? usualRuleSet(kind);
  const directionAt: DirectionAt = (period) =>
    directions[definitionOn(definitions, String(period))?.directionOfGood ?? 'NEITHER'];
  const phaseStarts = phaseStartsOf(basis, choices);
  const improvementDirection = directionAt(figures.at(-1)?.periodStart ?? today);
  const options = { ...optionsOf(basis, choices, definition, kind), kind, ruleSet, improvementDirection };
  const points = figures.map(({ periodStart: period, value, numerator, denominator }) => ({
    ...{ period, value, numerator, denominator },
  }));
  const whole = analyse({ points }, { ...options, partsStartAt: phaseStarts.map(({ startsOn }) => startsOn) });
  const chart = { kind, suggestion, ruleSet, directionAt, definition, phaseStarts };
  return { ...chart, ...shownFrom(choices.fromOn ?? '', figures, whole) };
}

/** The definition in force on a day; before the first, the first. */
const definitionOn = (definitions: readonly ChartedDefinition[], day: LocalDate): ChartedDefinition | null =>
  definitionAt(definitions, day) ?? definitions[0] ?? null;

function shownFrom(from: LocalDate, figures: readonly ChartedFigure[], whole: Analysis) {
  const points = whole.points.filter(({ period }) => period >= from);
  const phases = whole.phases.filter(({ to }) => to >= from);
  return {
    figures: figures.filter(({ periodStart }) => periodStart >= from),
    analysis: { ...whole, points, phases },
    signals: signalStretches(whole).filter(({ to }) => to >= from),
  };
}

/** @throws RULE_BROKEN for the charts that need what is never stored here */
export function requireChartable(kind: ChartKind, field: string): void {
  if (kind !== 'XBAR' && kind !== 'S') return;
  const message = `${kind === 'XBAR' ? 'An X-bar' : 'An S'} chart needs the single readings of each period, which are not stored: they could point at a child. Use analyseSeries.`;
  throw ruleBroken('chart.singleReadings', message, field);
}

export const directions: Readonly<Record<DirectionOfGood, ImprovementDirection>> = {
  HIGHER: 'INCREASE',
  LOWER: 'DECREASE',
  NEITHER: 'NEUTRAL',
};

/** SPEC section 10: the Scottish wording of the rules, for each kind of chart. */
export const usualRuleSet = (kind: ChartKind): RuleSet => (kind === 'RUN' ? 'IHI_RUN_CHART' : 'SHEWHART');

/** The chart that suits how a figure is made (Provost & Murray's choice of chart); individuals where parts are missing. */
export function suggestedChart(calculation: Calculation | null, figures: readonly ChartedFigure[]): Suggestion {
  if (calculation === null) return { kind: 'RUN', reason: 'There is no definition yet; a run chart asks for no assumptions.' };
  const suggestion = byCalculation[calculation];
  const present = figures.filter(({ isMissing, hiddenBecause }) => !isMissing && hiddenBecause === null);
  const hasParts = present.every(({ numerator, denominator }) => numerator !== null && denominator !== null);
  const needsParts = suggestion.kind === 'P' || suggestion.kind === 'U';
  if (!needsParts || hasParts) return suggestion;
  return { kind: 'I', reason: 'Some figures have no numerator and denominator, so they are charted as single values.' };
}

const byCalculation: Readonly<Record<Calculation, Suggestion>> = {
  PERCENTAGE: { kind: 'P', reason: 'A percentage is a proportion of a changing denominator.' },
  RATE: { kind: 'U', reason: 'A rate counts events over a changing amount of opportunity.' },
  COUNT: { kind: 'C', reason: 'A count of events with the same opportunity each time.' },
  MEAN: { kind: 'I', reason: 'A mean is charted as a single value for each period.' },
  MEDIAN: { kind: 'I', reason: 'A median is charted as a single value for each period.' },
  TIME_BETWEEN: { kind: 'T', reason: 'The time between rare events.' },
  CASES_BETWEEN: { kind: 'G', reason: 'The number of cases between rare events.' },
  OTHER: { kind: 'I', reason: 'Single values, however they are made.' },
};

/** A definition that changes what is counted always starts a new phase: figures before and after do not compare. */
function phaseStartsOf({ definitions, marks }: ChartBasis, { phasesStartOn }: ChartChoices): PhaseStart[] {
  const redefined = definitions.map(({ effectiveFrom }) => ({ startsOn: effectiveFrom, reason: 'New definition' }));
  const chosen = phasesStartOn?.map((startsOn) => ({ startsOn, reason: 'Chosen for this chart' }));
  const marked = marks.filter(({ kind }) => kind === 'PHASE').map(({ markedOn, text }) => ({ startsOn: markedOn, reason: text }));
  const first = redefined.map(({ startsOn }) => startsOn).sort()[0];
  const starts = [...redefined.filter(({ startsOn }) => startsOn !== first), ...(chosen ?? marked)];
  return starts.sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
}

const multiplied: ReadonlySet<ChartKind> = new Set(['P', 'P_PRIME', 'U', 'U_PRIME', 'I_PRIME']);

/** Ratio charts are computed from the parts and multiplied at the end; all others from the value as it is stored. */
function optionsOf(
  { measure, marks }: ChartBasis,
  choices: ChartChoices,
  definition: ChartedDefinition | null,
  kind: ChartKind,
): Omit<AnalysisOptions, 'kind' | 'ruleSet'> {
  const multiplier = multiplied.has(kind) ? (definition?.multiplier ?? 1) : 1;
  const inData = (value: number | null | undefined): number | null => (value == null ? null : value / multiplier);
  const rebaseSide = choices.rebaseSide ?? measure.rebaseSide;
  return {
    multiplier,
    target: inData(definition?.goalValue),
    centreLine: inData(choices.centreLine ?? measure.centreLine),
    baselineEnd: choices.baselineEndOn ?? (choices.freezeAfter == null ? measure.baselineEndOn : null),
    freezeAfter: choices.freezeAfter ?? null,
    automaticRebase: rebaseSide ? { direction: rebaseSide } : null,
    screenMovingRanges: choices.screensMovingRanges ?? measure.screensMovingRanges,
    excluded: marks.filter((mark) => mark.kind === 'EXCLUSION').map(({ markedOn, text }) => ({ period: markedOn, reason: text })),
  };
}
