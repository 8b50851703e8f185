import type { Analysis } from '../charts/analysisTypes';
import { quietSentence, signalSentence } from '../charts/sentence';
import { standing, type Standing } from '../charts/standing';
import type { LocalDate } from '../kernel/localDate';
import { chartOf, type ChartBasis, type MeasureChart } from './measureChart.rules';
import { definitionAt } from './measure.rules';
import { periodWords } from './periods.rules';

export interface ChartStanding extends Standing {
  readonly chart: MeasureChart;
  /** The phase whose centre the last phase is judged by, where it is not its own. */
  readonly judgedByPhase: number | null;
}

/**
 * What the figures say now. Only those under the present definition compare. Where a new phase was begun on purpose and shows no
 * signal of its own, its points are judged by the centres of the phases before it, the latest first: a rebase must not make an
 * improvement disappear.
 */
export function standingOf(whole: ChartBasis, today: LocalDate): ChartStanding {
  const basis = underPresentDefinition(whole, today);
  const chart = chartOf(basis, {}, today);
  const direction = chart.directionAt(today);
  const own = standing(chart.analysis, direction);
  const lastFrom = String(chart.analysis.phases.at(-1)?.from ?? '');
  const earlier = own.state === 'NO_SIGNAL' ? chart.analysis.phases.slice(0, -1).reverse() : [];
  for (const { number, from, to } of earlier) {
    const judged = standing(heldTo(basis, String(from), String(to), today), direction);
    if (judged.signal && judged.signal.to >= lastFrom) return { ...judged, chart, judgedByPhase: number };
  }
  return { ...own, chart, judgedByPhase: null };
}

function underPresentDefinition(basis: ChartBasis, today: LocalDate): ChartBasis {
  const from = basis.definitions.length > 1 ? (definitionAt(basis.definitions, today)?.effectiveFrom ?? '') : '';
  return {
    ...basis,
    figures: basis.figures.filter(({ periodStart }) => periodStart >= from),
    marks: basis.marks.filter(({ markedOn }) => markedOn >= from),
  };
}

/** The figures from a phase on, as one phase whose centre is that of the first. */
function heldTo(basis: ChartBasis, from: LocalDate, to: LocalDate, today: LocalDate): Analysis {
  const figures = basis.figures.filter(({ periodStart }) => periodStart >= from);
  const marks = basis.marks.filter(({ kind, markedOn }) => kind !== 'PHASE' && markedOn >= from);
  const measure = { ...basis.measure, rebaseSide: null };
  return chartOf({ ...basis, figures, marks, measure }, { baselineEndOn: to }, today).analysis;
}

/** What is in force now, in one plain sentence; signals that have passed are only mentioned. */
export function standingSentence({ signal, chart, judgedByPhase }: ChartStanding): string {
  const words = periodWords(chart.figures);
  if (!signal) return quietSentence(chart.analysis, words, chart.signals.length > 0);
  const said = signalSentence(signal, chart.directionAt(signal.from), words);
  return judgedByPhase === null ? said : `${said.slice(0, -1)}, by the centre of phase ${judgedByPhase}.`;
}
