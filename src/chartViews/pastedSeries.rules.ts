import { analyse } from '../charts/analyse';
import { comparePeriods } from '../charts/readings';
import { signalStretches } from '../charts/signalStretches';
import { SeriesRefused } from '../charts/seriesRefused';
import type { AnalysisOptions, Period as ChartPeriod, SeriesPoint } from '../charts/types';
import { addDays, isLocalDate, type LocalDate } from '../kernel/localDate';
import { addMonths, endInWords, periodInSentence, periodLabel, startInWords } from '../kernel/period';
import type { ChartKind } from '../measures/chart.enums';
import { directions, usualRuleSet } from '../measures/measureChart.rules';
import type { ChartView, PeriodView } from './chartView';
import type { SeriesInput, SeriesPointInput } from './pastedSeries.input';

/** A pasted series charted and read by the same functions as a stored one. @throws SeriesRefused */
export function viewOfSeries(input: SeriesInput, today: LocalDate): ChartView {
  const kind = input.kind ?? 'RUN';
  const ruleSet = input.ruleSet ?? usualRuleSet(kind);
  refuseMixedPeriods(input);
  refuseImpossibleCentre(kind, input.centreLine ?? null);
  const direction = directions[input.directionOfGood ?? 'NEITHER'];
  const analysis = analyse(
    { points: input.points.map(readPoint) },
    { ...optionsOf(input), kind, ruleSet, improvementDirection: direction },
  );
  const starts = (input.phasesStart ?? []).map(readPeriod).sort(comparePeriods);
  const phaseStarts = starts.map((startsOn) => ({ startsOn, reason: 'Chosen for this chart' }));
  return {
    title: input.title ?? 'A series that is not stored',
    ...{ kind, ruleSet, direction, analysis, phaseStarts },
    directionAt: () => direction,
    signals: signalStretches(analysis),
    suggestion: null,
    unit: input.unit ?? null,
    periods: analysis.points.map(({ period }) => periodView(period)),
    figures: [],
    words: { one: inSentence, first: start, last: end },
    astronomical: [],
    notes: [],
    window: { fromOn: null, toOn: null },
    measureId: null,
    shownOn: today,
  };
}

const readPoint = ({ period, ...figure }: SeriesPointInput): SeriesPoint => ({
  ...figure,
  period: readPeriod(period),
  values: figure.values ?? undefined,
});

const optionsOf = (input: SeriesInput): Omit<AnalysisOptions, 'kind' | 'ruleSet'> => ({
  baselineEnd: input.baselineEnd == null ? null : readPeriod(input.baselineEnd),
  freezeAfter: input.freezeAfter,
  partsStartAt: input.phasesStart?.map(readPeriod),
  excluded: input.exclusions?.map(({ period, reason }) => ({ period: readPeriod(period), reason })),
  automaticRebase: input.automaticRebase && rebaseOf(input.automaticRebase),
  multiplier: input.multiplier,
  centreLine: input.centreLine,
  target: input.target,
  screenMovingRanges: input.screensMovingRanges,
  floorLowerLimitAtZero: input.floorsLowerLimitAtZero,
});

/** As text 2026-01 comes before 2026-01-01, so that months and days in one series would fall out of order. */
function refuseMixedPeriods({ points, baselineEnd, phasesStart, exclusions }: SeriesInput): void {
  const named = [...points, ...(exclusions ?? [])].map(({ period }) => period);
  const kinds = new Set([...named, ...(phasesStart ?? []), ...(baselineEnd == null ? [] : [baselineEnd])].map(kindOfPeriod));
  if (kinds.size <= 1) return;
  throw new SeriesRefused('BAD_PERIOD', `Some periods are ${[...kinds].sort().join(', some ')}: use one kind throughout.`);
}

function kindOfPeriod(text: string): string {
  const period = readPeriod(text);
  return typeof period === 'number' ? 'numbers' : MONTH.test(period) ? 'months' : 'days';
}

function refuseImpossibleCentre(kind: ChartKind, centreLine: number | null): void {
  if (centreLine === null || (kind !== 'P' && kind !== 'P_PRIME') || (centreLine >= 0 && centreLine <= 1)) return;
  const message = 'The centre line of a p chart is a proportion from 0 to 1, before the multiplier: 0.62 for 62%.';
  throw new SeriesRefused('BAD_OPTION', message);
}

const rebaseOf = ({ side, baselinePoints, runLength }: NonNullable<SeriesInput['automaticRebase']>) => ({
  direction: side,
  baselinePoints: baselinePoints ?? undefined,
  runLength: runLength ?? undefined,
});

const MONTH = /^\d{4}-\d{2}$/;

/** Dates and months order as text, numbers as numbers. Other words have no order, so they are refused. */
function readPeriod(period: string): ChartPeriod {
  const text = period.trim();
  if (isLocalDate(text) || (MONTH.test(text) && isLocalDate(`${text}-01`))) return text;
  const number = Number(text);
  if (text !== '' && Number.isFinite(number)) return number;
  throw new SeriesRefused('BAD_PERIOD', 'A period is a date (2026-03-31), a month (2026-03) or a number.');
}

function periodView(period: ChartPeriod): PeriodView {
  const dates = datesOf(period);
  return dates
    ? { label: periodLabel(dates), startsOn: dates.start, endsOn: dates.end }
    : { label: String(period), startsOn: null, endsOn: null };
}

function datesOf(period: ChartPeriod): { start: LocalDate; end: LocalDate } | null {
  if (typeof period === 'number') return null;
  if (!MONTH.test(period)) return { start: period, end: period };
  const start = `${period}-01`;
  return { start, end: addDays(addMonths(start, 1), -1) };
}

const isYear = (period: number): boolean => Number.isInteger(period) && period >= 1900 && period <= 2100;

const inNumbers = (period: ChartPeriod): string =>
  typeof period === 'number' && !isYear(period) ? `point ${period}` : String(period);

function inSentence(period: ChartPeriod): string {
  const dates = datesOf(period);
  if (dates) return periodInSentence(dates);
  return `${typeof period === 'number' && isYear(period) ? 'in' : 'at'} ${inNumbers(period)}`;
}

function start(period: ChartPeriod): string {
  const dates = datesOf(period);
  return dates ? startInWords(dates) : inNumbers(period);
}

function end(period: ChartPeriod): string {
  const dates = datesOf(period);
  return dates ? endInWords(dates) : inNumbers(period);
}
