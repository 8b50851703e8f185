import type { Analysis } from '../charts/analysisTypes';
import type { DirectionAt, PeriodWords } from '../charts/sentence';
import type { SignalStretch } from '../charts/signalStretches';
import type { ImprovementDirection } from '../charts/types';
import type { LocalDate } from '../kernel/localDate';
import type { ChartKind, RuleSet } from '../measures/chart.enums';
import type { PhaseStart, Suggestion } from '../measures/measureChart.rules';
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
  readonly phaseStarts: readonly PhaseStart[];
  readonly astronomical: readonly MarkView[];
  readonly notes: readonly MarkView[];
  readonly measureId: string | null;
  readonly shownOn: LocalDate;
}
