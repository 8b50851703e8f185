import type { SuppressionReason } from '../disclosure/disclosed';
import { addDays, type LocalDate } from '../kernel/localDate';
import { addMonths, endInWords, periodInSentence, startInWords } from '../kernel/period';
import type { PeriodWords } from '../charts/sentence';
import type { MeasureFrequency } from './measure.enums';

/** The day on which the next period starts; null where periods have no fixed length. */
export function onePeriodLater(day: LocalDate, frequency: MeasureFrequency): LocalDate | null {
  if (frequency === 'DAILY') return addDays(day, 1);
  if (frequency === 'WEEKLY') return addDays(day, 7);
  const months = monthsIn[frequency];
  return months === undefined ? null : addMonths(day, months);
}

const monthsIn: Readonly<Partial<Record<MeasureFrequency, number>>> = { MONTHLY: 1, QUARTERLY: 3, YEARLY: 12 };

/** What is drawn and judged for one period. */
export interface ChartedFigure {
  /** Null for a period that nobody recorded anything for. */
  readonly dataPointId: string | null;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isMissing: boolean;
  readonly missingReason: string | null;
  readonly status: 'PROVISIONAL' | 'VALIDATED' | 'REVISED' | null;
  /** Why its numbers are withheld from the reader; such a period is a gap, but not a missing one. */
  readonly hiddenBecause: SuppressionReason | null;
}

/** Whether there is a figure, shown or not. */
export const hasFigure = ({ value, hiddenBecause }: Pick<ChartedFigure, 'value' | 'hiddenBecause'>): boolean =>
  value !== null || hiddenBecause !== null;

/**
 * Adds the periods between two figures that nobody recorded anything for, as missing ones: a silent gap would be drawn as if
 * the figures were neighbours. How often a measure is collected is as its definition said at the time. A start within half a period of its place is a moved census date and not a gap. Daily figures
 * have gaps of their own (weekends, holidays), and figures at no fixed interval have none.
 */
export function withGaps(
  figures: readonly ChartedFigure[],
  frequencyOn: (day: LocalDate) => MeasureFrequency,
): readonly ChartedFigure[] {
  return figures.flatMap((figure, i) => {
    const next = figures[i + 1];
    const frequency = frequencyOn(figure.periodStart);
    if (!next || frequency === 'DAILY' || frequency === 'IRREGULAR') return [figure];
    return [figure, ...missingBetween(figure.periodStart, next.periodStart, frequency)];
  });
}

const HALF_IN_DAYS: Readonly<Record<string, number>> = { WEEKLY: 4, MONTHLY: 15, QUARTERLY: 46, YEARLY: 183 };

function missingBetween(from: LocalDate, next: LocalDate, frequency: MeasureFrequency): ChartedFigure[] {
  const found: ChartedFigure[] = [];
  let start = onePeriodLater(from, frequency);
  while (start !== null && addDays(start, HALF_IN_DAYS[frequency] ?? 0) <= next) {
    const after = onePeriodLater(start, frequency) ?? next;
    found.push({ ...unrecorded, periodStart: start, periodEnd: addDays(after, -1) });
    start = after;
  }
  return found;
}

const unrecorded: Omit<ChartedFigure, 'periodStart' | 'periodEnd'> = {
  dataPointId: null,
  value: null,
  numerator: null,
  denominator: null,
  isMissing: true,
  missingReason: 'Nothing was recorded for this period.',
  status: null,
  hiddenBecause: null,
};

export interface Silence {
  readonly lastPeriodEnd: LocalDate;
  /** From this day on the measure counts as silent: a whole period later than its next figure could be expected. */
  readonly silentFrom: LocalDate;
}

/** When a measure falls silent; null without a figure, or at no fixed interval. */
export function silenceOf(figures: readonly ChartedFigure[], frequency: MeasureFrequency): Silence | null {
  const last = figures.findLast(hasFigure);
  // Daily figures have weekends and holidays between them, so they are given a week at a time.
  const step = frequency === 'DAILY' ? 'WEEKLY' : frequency;
  const due = last && onePeriodLater(addDays(last.periodEnd, 1), step);
  const silentFrom = due && onePeriodLater(due, step);
  return last && silentFrom ? { lastPeriodEnd: last.periodEnd, silentFrom } : null;
}

/** How to say the periods of these figures, by the day they start. */
export function periodWords(figures: readonly ChartedFigure[]): PeriodWords {
  const ends = new Map(figures.map(({ periodStart, periodEnd }) => [periodStart, periodEnd]));
  const datesOf = (period: string | number) => ({ start: String(period), end: ends.get(String(period)) ?? String(period) });
  return {
    one: (period) => periodInSentence(datesOf(period)),
    first: (period) => startInWords(datesOf(period)),
    last: (period) => endInWords(datesOf(period)),
  };
}
