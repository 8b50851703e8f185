import type { SuppressionReason } from '../disclosure/disclosed';
import { childrenPolicy, withThreshold } from '../disclosure/policy';
import type { RowReads } from '../store/rowReads';
import { DataPoint } from './dataPoint.entity';
import { DataPointRevision } from './dataPointRevision.entity';
import { hiddenVersions } from './figures.rules';
import { MeasureDefinition } from './measureDefinition.entity';

/*
 * The only place where the figures of measures are read to be shown or worked with. Whoever may not see a figure is given it
 * without its numbers, so that nothing worked out from them can depend on them.
 */

type Recorded =
  'id' | 'periodStart' | 'periodEnd' | 'value' | 'numerator' | 'denominator' | 'isMissing' | 'missingReason' | 'status';

/** A figure as the reader may see it. */
export interface ShownFigure extends Pick<DataPoint, Recorded> {
  /** Why its numbers are withheld; null where they are as recorded. */
  readonly hiddenBecause: SuppressionReason | null;
}

/** The figures of a measure in the order of their periods. */
export async function figuresOf(reads: RowReads, measureId: string): Promise<ShownFigure[]> {
  const [points, hidden] = await Promise.all([
    reads.children(DataPoint, 'measureId', measureId, ['periodStart']),
    hiddenOf(reads, measureId),
  ]);
  return points.map((point) => {
    const hiddenBecause = hidden.ofPoint(point.id);
    const withheld = hiddenBecause === null ? {} : { value: null, numerator: null, denominator: null };
    return { ...point, ...withheld, hiddenBecause };
  });
}

/** Why the numbers of a data point are not shown to the reader, as it is now or was at the moment of the read; null if they are. */
export const pointHiddenBecause = async (reads: RowReads, { id, measureId }: DataPoint): Promise<SuppressionReason | null> =>
  (await hiddenOf(reads, measureId)).ofPoint(id);

export const versionHiddenBecause = async (
  reads: RowReads,
  { id, measureId }: DataPointRevision,
): Promise<SuppressionReason | null> => (await hiddenOf(reads, measureId)).ofVersion(id);

interface Hidden {
  ofPoint(id: string): SuppressionReason | null;
  ofVersion(id: string): SuppressionReason | null;
}

const nothingHidden: Hidden = { ofPoint: () => null, ofVersion: () => null };

const hiddenOf = (reads: RowReads, measureId: string): Promise<Hidden> =>
  reads.once(`hidden figures of ${measureId}`, () => workOutHidden(reads, measureId));

async function workOutHidden(reads: RowReads, measureId: string): Promise<Hidden> {
  const smallest = await reads.smallestCountShown();
  if (smallest === null) return nothingHidden;
  const [points, versions, definitions] = await Promise.all([
    reads.children(DataPoint, 'measureId', measureId, ['periodStart']),
    reads.children(DataPointRevision, 'measureId', measureId, ['recordedAt', 'number']),
    reads.children(MeasureDefinition, 'measureId', measureId, ['number']),
  ]);
  const reasons = hiddenVersions({ points, versions, definitions }, withThreshold(childrenPolicy, smallest));
  const latest = new Map(versions.map(({ dataPointId, id }) => [dataPointId, id]));
  const ofVersion = (id: string | undefined): SuppressionReason | null =>
    // What is not among the versions cannot be found safe.
    id !== undefined && reasons.has(id) ? (reasons.get(id) ?? null) : 'UNKNOWN_SIZE';
  return { ofVersion, ofPoint: (id) => ofVersion(latest.get(id)) };
}
