import { ruleBroken } from '../kernel/errors';
import type { Facts, Work } from '../store/work';
import { DataPoint } from './dataPoint.entity';
import type {
  DataPointInput,
  RecordDataPointInput,
  RecordDataPointsInput,
  ReviseDataPointInput,
  ValidateDataPointsInput,
} from './dataPoint.input';
import { figureOf, periodTaken, requireDistinctPeriods, requirePeriod } from './dataPoint.rules';
import { DataPointRevision } from './dataPointRevision.entity';
import { Measure } from './measure.entity';
import { definitionAt } from './measure.rules';
import { definitionsOf } from './measure.service';
import { MeasureDefinition } from './measureDefinition.entity';

export type DataPointsChange = { measure: Measure; dataPoints: DataPoint[] };

export async function recordDataPoint(work: Work, input: RecordDataPointInput): Promise<{ dataPoint: DataPoint }> {
  const { dataPoints } = await record(work, input.measureId, { points: [input], at: () => 'input' });
  return { dataPoint: dataPoints[0] as DataPoint };
}

export const recordDataPoints = (work: Work, input: RecordDataPointsInput): Promise<DataPointsChange> =>
  record(work, input.measureId, { points: input.points, at: (index) => `input.points.${index}` });

export async function validateDataPoints(work: Work, input: ValidateDataPointsInput): Promise<{ dataPoints: DataPoint[] }> {
  const dataPoints: DataPoint[] = [];
  for (const [index, checked] of input.points.entries()) {
    const point = await work.forChange(DataPoint, checked, `input.points.${index}.id`);
    point.status = 'VALIDATED';
    dataPoints.push(await work.save(DataPoint, point));
    await keepVersion(work, point, 'Checked against its source');
  }
  return { dataPoints };
}

export async function reviseDataPoint(work: Work, input: ReviseDataPointInput): Promise<{ dataPoint: DataPoint }> {
  const point = await work.forChange(DataPoint, input);
  const definition = await work.store.find(MeasureDefinition, point.definitionId);
  if (!definition) throw new Error('A figure outlived its definition.');
  Object.assign(point, figureOf(input, definition, 'input'), {
    publishedOn: input.publishedOn ?? null,
    note: input.note ?? point.note,
    status: 'REVISED',
  });
  const dataPoint = await work.save(DataPoint, point);
  await keepVersion(work, dataPoint, input.reason);
  return { dataPoint };
}

/** Figures to record, and how the input calls the place of each. */
interface Given {
  readonly points: readonly DataPointInput[];
  at(index: number): string;
}

async function record(work: Work, measureId: string, { points, at }: Given): Promise<DataPointsChange> {
  const measure = await work.lock(Measure, measureId, 'input.measureId');
  const definitions = await definitionsOf(work, measure);
  requireDistinctPeriods(points, at);
  const known = new Set((await work.store.children(DataPoint, 'measureId', measure.id)).map(({ periodStart }) => periodStart));
  const facts = points.map((point, index) => {
    if (known.has(point.periodStartsOn)) throw periodTaken(point.periodStartsOn, at(index));
    return factsOf(point, definitions, at(index));
  });
  const dataPoints = await work.addAll(DataPoint, facts);
  await work.addAll(
    DataPointRevision,
    dataPoints.map((point) => ({ ...versionOf(point), number: 1 })),
  );
  return { measure, dataPoints };
}

function factsOf(point: DataPointInput, definitions: readonly MeasureDefinition[], field: string): Facts<DataPoint> {
  requirePeriod(point, field);
  const definition = definitionAt(definitions, point.periodStartsOn);
  if (!definition) {
    throw ruleBroken('dataPoint.definition', 'No definition of the measure was in force then.', `${field}.periodStartsOn`);
  }
  return {
    measureId: definition.measureId,
    definitionId: definition.id,
    calculation: definition.calculation,
    periodStart: point.periodStartsOn,
    periodEnd: point.periodEndsOn,
    ...figureOf(point, definition, field),
    status: 'PROVISIONAL',
    publishedOn: point.publishedOn,
    note: point.note,
  };
}

/** Keeps the figure as it now is beside all that it was. */
async function keepVersion(work: Work, point: DataPoint, reason: string): Promise<void> {
  const others = await work.store.children(DataPointRevision, 'dataPointId', point.id, ['number']);
  await work.add(DataPointRevision, { ...versionOf(point), number: others.length + 1, reason });
}

const versionOf = (point: DataPoint) => ({
  dataPointId: point.id,
  measureId: point.measureId,
  definitionId: point.definitionId,
  calculation: point.calculation,
  value: point.value,
  numerator: point.numerator,
  denominator: point.denominator,
  isMissing: point.isMissing,
  missingReason: point.missingReason,
  status: point.status,
  publishedOn: point.publishedOn,
});
