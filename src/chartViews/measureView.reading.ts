import { SeriesRefused } from '../charts/seriesRefused';
import { badInput } from '../kernel/errors';
import { periodLabel } from '../kernel/period';
import { chartBasisOf } from '../measures/measureChart.reading';
import { chartOf, type ChartChoices } from '../measures/measureChart.rules';
import type { Measure } from '../measures/measure.entity';
import { periodWords } from '../measures/periods.rules';
import type { RowReads } from '../store/rowReads';
import { isAmong, type ChartView } from './chartView';

/** The chart of a measure, by the choices made for it or for this look. */
export async function viewOfMeasure(reads: RowReads, measure: Measure, choices: ChartChoices): Promise<ChartView> {
  const basis = await chartBasisOf(reads, measure);
  const { definition, ...chart } = refusing(() => chartOf(basis, choices, reads.today));
  const periods = chart.figures.map(({ periodStart, periodEnd }) => ({
    label: periodLabel({ start: periodStart, end: periodEnd }),
    startsOn: periodStart,
    endsOn: periodEnd,
  }));
  return {
    title: measure.name,
    ...chart,
    direction: chart.directionAt(reads.today),
    unit: definition?.unit ?? null,
    periods,
    words: periodWords(chart.figures),
    astronomical: basis.marks.filter((mark) => mark.kind === 'ASTRONOMICAL_POINT'),
    notes: basis.marks.filter((mark) => mark.kind === 'NOTE' && isAmong({ periods }, mark.markedOn, mark.markedOn)),
    window: { fromOn: choices.fromOn ?? null, toOn: choices.toOn ?? null },
    measureId: measure.id,
    shownOn: reads.today,
  };
}

/** A question without an answer is the caller's to mend. @throws BAD_USER_INPUT with the rule that was broken */
export function refusing<T>(analyse: () => T): T {
  try {
    return analyse();
  } catch (error) {
    if (error instanceof SeriesRefused) throw badInput('chart', error.message, `chart.${ruleNames[error.code]}`);
    throw error;
  }
}

const ruleNames = { DUPLICATE_PERIOD: 'duplicatePeriod', BAD_PERIOD: 'badPeriod', BAD_OPTION: 'badOption' } as const;
