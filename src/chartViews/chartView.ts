import type { AnalysedPhase, Analysis } from '../charts/analysisTypes';
import { comparePeriods } from '../charts/readings';
import type { DirectionAt, PeriodWords } from '../charts/sentence';
import type { SignalStretch } from '../charts/signalStretches';
import type { ImprovementDirection, Period } from '../charts/types';
import type { LocalDate } from '../kernel/localDate';
import type { ChartKind, RuleSet } from '../measures/chart.enums';
import type { Suggestion } from '../measures/measureChart.rules';
import type { ChartedFigure } from '../measures/periods.rules';

/** How one period is told to people; beside the points of the analysis, in the same order. */
export interface PeriodView {
  readonly label: string;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
}

/** Something people marked on a chart. */
export interface MarkView {
  readonly markedOn: LocalDate;
  readonly text: string;
}

/** Whether something lies, at least in part, among the periods shown; `toOn` is null for what has not ended. */
export function isAmong({ periods }: Pick<ChartView, 'periods'>, fromOn: LocalDate, toOn: LocalDate | null): boolean {
  const [first, last] = [periods[0]?.startsOn ?? null, periods.at(-1)?.endsOn ?? null];
  return first !== null && last !== null && fromOn <= last && (toOn === null || toOn >= first);
}

/** A chart ready to be shown, whether its figures are stored or pasted. */
export interface ChartView {
  readonly title: string;
  readonly kind: ChartKind;
  readonly ruleSet: RuleSet;
  readonly suggestion: Suggestion | null;
  /** Which way is better now, and which way was better then. */
  readonly direction: ImprovementDirection;
  readonly directionAt: DirectionAt;
  readonly unit: string | null;
  readonly analysis: Analysis;
  readonly signals: readonly SignalStretch[];
  readonly periods: readonly PeriodView[];
  /** The stored figures behind the points; empty for a pasted series. */
  readonly figures: readonly ChartedFigure[];
  readonly words: PeriodWords;
  /** In the order of their periods. */
  readonly phaseStarts: readonly { readonly startsOn: Period; readonly reason: string }[];
  readonly astronomical: readonly MarkView[];
  readonly notes: readonly MarkView[];
  /** What was asked for; null where the series begins and ends by itself. */
  readonly window: { readonly fromOn: LocalDate | null; readonly toOn: LocalDate | null };
  readonly measureId: string | null;
  readonly shownOn: LocalDate;
}

/** Why a phase begins; null for the first. */
export function reasonOf({ phaseStarts }: ChartView, { number, from }: AnalysedPhase): string | null {
  if (number === 1) return null;
  const start = phaseStarts.findLast(({ startsOn }) => comparePeriods(startsOn, from) <= 0);
  return start?.reason ?? 'A lasting run gave a new median';
}
