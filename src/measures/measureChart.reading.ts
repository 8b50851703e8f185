import type { RowReads } from '../store/rowReads';
import { ChartMark } from './chartMark.entity';
import { DataPoint } from './dataPoint.entity';
import type { Measure } from './measure.entity';
import type { ChartBasis } from './measureChart.rules';
import { MeasureDefinition } from './measureDefinition.entity';

/** What the chart of a measure rests on; three statements for any number of measures asked for together. */
export async function chartBasisOf(reads: RowReads, measure: Measure): Promise<ChartBasis> {
  const [definitions, points, marks] = await Promise.all([
    reads.children(MeasureDefinition, 'measureId', measure.id, ['number']),
    reads.children(DataPoint, 'measureId', measure.id, ['periodStart']),
    reads.children(ChartMark, 'measureId', measure.id, ['markedOn']),
  ]);
  const standing = marks.filter(({ withdrawnAt }) => withdrawnAt === null);
  return { measure, definitions, figures: points.map((point) => ({ ...point, dataPointId: point.id })), marks: standing };
}
