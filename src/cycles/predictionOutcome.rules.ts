import type { SuppressionReason } from '../disclosure/disclosed';
import type { LocalDate } from '../kernel/localDate';
import type { PredictionDirection, PredictionVerdict } from './cycle.enums';

/** What the data can say of a prediction. That something came true in part is for people to say. */
export type DataVerdict = Exclude<PredictionVerdict, 'PARTLY'>;

export const dataVerdictSentences = {
  AS_PREDICTED: 'The last figure by the day predicted is as predicted.',
  OUT_OF_RANGE: 'The last figure by the day predicted lies outside the range predicted.',
  OTHER_DIRECTION: 'The last figure by the day predicted has not moved from the baseline in the direction predicted.',
  NO_MEASURE: 'The prediction names no measure.',
  NOT_NUMERIC: 'The prediction states neither a direction nor a range.',
  NO_HORIZON: 'The prediction does not say by when.',
  NOT_BEGUN: 'The test has not begun.',
  HORIZON_NOT_REACHED: 'The day predicted has not come yet.',
  NO_FIGURES: 'There is no figure for a period between the start of the test and the day predicted.',
  FIGURE_NOT_SHOWN: 'The last figure by the day predicted is not shown to you.',
  NO_BASELINE: 'There is no figure from before the test to tell a direction from.',
  NO_CHANGE_WITHOUT_RANGE: 'That nothing changes can be told only with a range that says what counts as nothing.',
} as const;

export type DataVerdictReason = keyof typeof dataVerdictSentences;

export interface DataOutcome {
  readonly verdict: DataVerdict;
  readonly reason: DataVerdictReason;
  readonly observedValue: number | null;
  /** Why the value observed is withheld from the reader; null where it is not. */
  readonly hiddenBecause: SuppressionReason | null;
}

export interface NumericPrediction {
  readonly measureId: string | null;
  readonly direction: PredictionDirection | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly horizonOn: LocalDate | null;
}

export interface Figure {
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly value: number | null;
  readonly hiddenBecause: SuppressionReason | null;
}

export interface DataOfTest {
  readonly doStartedOn: LocalDate | null;
  /** The median of the figures whose period ended before the test began. */
  readonly baseline: number | null;
  readonly figures: readonly Figure[];
  readonly today: LocalDate;
}

/** A period that began before the test, or ends after the day predicted, is not a figure of the test. */
export function whatDataSay(prediction: NumericPrediction, data: DataOfTest): DataOutcome {
  const reason = untestable(prediction, data);
  if (reason) return cannotTell(reason, null);
  const last = lastFigure(prediction, data);
  if (last && last.hiddenBecause !== null) return { ...cannotTell('FIGURE_NOT_SHOWN', null), hiddenBecause: last.hiddenBecause };
  if (!last || last.value === null) return cannotTell('NO_FIGURES', null);
  return { ...judged(prediction, data.baseline, last.value), hiddenBecause: null };
}

function untestable(prediction: NumericPrediction, { doStartedOn, today }: DataOfTest): DataVerdictReason | null {
  const { measureId, direction, horizonOn } = prediction;
  if (!measureId) return 'NO_MEASURE';
  if (!direction && !hasRange(prediction)) return 'NOT_NUMERIC';
  if (!horizonOn) return 'NO_HORIZON';
  if (!doStartedOn) return 'NOT_BEGUN';
  return today < horizonOn ? 'HORIZON_NOT_REACHED' : null;
}

/** The value observed is the last figure by the day predicted: "by when" asks where things stand then, not on the way. */
function lastFigure({ horizonOn }: NumericPrediction, { doStartedOn, figures }: DataOfTest): Figure | null {
  const ofTest = figures.filter(
    ({ periodStart, periodEnd }) => doStartedOn && horizonOn && periodStart >= doStartedOn && periodEnd <= horizonOn,
  );
  return ofTest.reduce<Figure | null>((last, one) => (last && last.periodEnd > one.periodEnd ? last : one), null);
}

type Judged = Omit<DataOutcome, 'hiddenBecause'>;

/** One part that fails is enough to fail; all that are stated have to hold. */
function judged(prediction: NumericPrediction, baseline: number | null, observedValue: number): Judged {
  if (!isInRange(prediction, observedValue)) return { verdict: 'NOT_MET', reason: 'OUT_OF_RANGE', observedValue };
  const { direction } = prediction;
  if (direction === 'NO_CHANGE' && !hasRange(prediction)) return cannotTell('NO_CHANGE_WITHOUT_RANGE', observedValue);
  if (direction && direction !== 'NO_CHANGE') {
    if (baseline === null) return cannotTell('NO_BASELINE', observedValue);
    const hasMoved = direction === 'INCREASE' ? observedValue > baseline : observedValue < baseline;
    if (!hasMoved) return { verdict: 'NOT_MET', reason: 'OTHER_DIRECTION', observedValue };
  }
  return { verdict: 'MET', reason: 'AS_PREDICTED', observedValue };
}

/** Whether data could ever tell: a measure, by when, and either a range or a way to move. */
export const isTestable = (prediction: NumericPrediction): boolean => {
  const { measureId, direction, horizonOn } = prediction;
  const isMove = direction !== null && direction !== 'NO_CHANGE';
  return measureId !== null && horizonOn !== null && (isMove || hasRange(prediction));
};

export const hasRange = ({ lower, upper }: Pick<NumericPrediction, 'lower' | 'upper'>): boolean =>
  lower !== null || upper !== null;

/** A bound belongs to its range; a bound that is not stated excludes nothing. */
export const isInRange = ({ lower, upper }: Pick<NumericPrediction, 'lower' | 'upper'>, value: number): boolean =>
  value >= (lower ?? -Infinity) && value <= (upper ?? Infinity);

const cannotTell = (reason: DataVerdictReason, observedValue: number | null): DataOutcome => ({
  verdict: 'CANNOT_TELL',
  reason,
  observedValue,
  hiddenBecause: null,
});
