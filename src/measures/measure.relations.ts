import { Float } from 'type-graphql';
import { Aim } from '../aims/aim.entity';
import { protectedNumbers } from '../api/protectedNumbers';
import { relation, rootList, toFew, toMany, toOne } from '../api/relations';
import { Member } from '../members/member.entity';
import { ChartMark } from './chartMark.entity';
import { DataPoint } from './dataPoint.entity';
import { DataPointRevision } from './dataPointRevision.entity';
import { dataPoints } from './dataPoint.lists';
import { pointHiddenBecause, versionHiddenBecause } from './figures.reading';
import { Measure } from './measure.entity';
import { MeasureDefinition } from './measureDefinition.entity';
import { measures } from './measure.lists';
import { centreLineHiddenBecause } from './measureChart.reading';
import { definitionAt } from './measure.rules';

const numbersOf = (value: string) => ({
  value: { type: () => Float, description: value },
  numerator: { type: () => Float, description: 'What was counted.' },
  denominator: { type: () => Float, description: 'Out of what.' },
});

const definitions = { by: 'measureId', order: ['number'] } as const;

export const measureRelations = [
  ...protectedNumbers(DataPoint, {
    numbers: numbersOf('The value. Null for a missing period, and where the denominator is 0 so that none can be computed.'),
    hiddenBecause: (point, ctx) => pointHiddenBecause(ctx.store, point),
  }),
  ...protectedNumbers(Measure, {
    numbers: {
      centreLine: {
        type: () => Float,
        description: 'A centre line that is given rather than computed, in the unit of the measure.',
      },
    },
    toldBy: 'centreLineDisclosure',
    hiddenBecause: (measure, ctx) => centreLineHiddenBecause(ctx.store, measure),
  }),
  ...protectedNumbers(DataPointRevision, {
    numbers: numbersOf('The value in this version.'),
    hiddenBecause: (version, ctx) => versionHiddenBecause(ctx.store, version),
  }),
  rootList('measures', measures, 'What your committee counts and measures.'),
  relation(
    Measure,
    'aim',
    toOne(() => Aim, 'aimId', 'The aim it shows progress towards.', 'nullable'),
  ),
  relation(Aim, 'measures', toMany(measures, { by: 'aimId' }, 'The measures that show progress towards it.')),
  relation(Measure, 'definitions', toFew(MeasureDefinition, definitions.by, definitions.order, 'Its definitions, oldest first.')),
  relation(Measure, 'definition', {
    type: () => MeasureDefinition,
    nullable: true,
    description: 'The definition in force today; null before the first takes effect.',
    resolve: async (measure, ctx) => {
      const all = await ctx.store.children(MeasureDefinition, definitions.by, measure.id, definitions.order);
      return definitionAt(all, ctx.today);
    },
  }),
  relation(Measure, 'dataPoints', toMany(dataPoints, { by: 'measureId' }, 'Its figures, oldest period first.')),
  relation(
    Measure,
    'chartMarks',
    toFew(ChartMark, 'measureId', ['markedOn'], 'What people marked on its chart, withdrawn marks included.'),
  ),
  relation(
    ChartMark,
    'measure',
    toOne(() => Measure, 'measureId', 'The measure whose chart it is on.'),
  ),
  relation(
    ChartMark,
    'author',
    toOne(() => Member, 'authorId', 'Who made it.'),
  ),
  relation(
    ChartMark,
    'withdrawnBy',
    toOne(() => Member, 'withdrawnById', 'Who withdrew it.', 'nullable'),
  ),
  relation(
    MeasureDefinition,
    'measure',
    toOne(() => Measure, 'measureId', 'The measure it defines.'),
  ),
  relation(
    DataPoint,
    'measure',
    toOne(() => Measure, 'measureId', 'The measure it is a figure of.'),
  ),
  relation(
    DataPoint,
    'definition',
    toOne(() => MeasureDefinition, 'definitionId', 'The definition it was counted by.'),
  ),
  relation(
    DataPoint,
    'revisions',
    toFew(DataPointRevision, 'dataPointId', ['number'], 'Every version of the figure, the first included.'),
  ),
  relation(
    DataPointRevision,
    'dataPoint',
    toOne(() => DataPoint, 'dataPointId', 'The figure it is a version of.'),
  ),
];
