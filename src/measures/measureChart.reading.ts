import type { SuppressionReason } from '../disclosure/disclosed';
import type { RowReads } from '../store/rowReads';
import { ChartMark } from './chartMark.entity';
import { figuresOf } from './figures.reading';
import type { Measure } from './measure.entity';
import type { ChartBasis } from './measureChart.rules';
import { MeasureDefinition } from './measureDefinition.entity';

/** What the chart of a measure rests on; a fixed number of statements for any number of measures asked for together. */
export async function chartBasisOf(reads: RowReads, measure: Measure): Promise<ChartBasis> {
  const [definitions, figures, marks, centreLine] = await Promise.all([
    reads.children(MeasureDefinition, 'measureId', measure.id, ['number']),
    figuresOf(reads, measure.id),
    reads.children(ChartMark, 'measureId', measure.id, ['markedOn']),
    shownCentreLine(reads, measure),
  ]);
  const standing = marks.filter(({ withdrawnAt }) => withdrawnAt === null);
  return {
    measure: { ...measure, centreLine },
    definitions,
    figures: figures.map((figure) => ({ ...figure, dataPointId: figure.id })),
    marks: standing,
  };
}

/** A centre line that someone gave may be the mean of all figures, so it is not shown beside a hidden one. */
export async function centreLineHiddenBecause(
  reads: RowReads,
  { id, centreLine }: Pick<Measure, 'id' | 'centreLine'>,
): Promise<SuppressionReason | null> {
  if (centreLine === null) return null;
  return (await figuresOf(reads, id)).find(({ hiddenBecause }) => hiddenBecause !== null)?.hiddenBecause ?? null;
}

const shownCentreLine = async (reads: RowReads, measure: Measure): Promise<number | null> =>
  (await centreLineHiddenBecause(reads, measure)) === null ? measure.centreLine : null;
