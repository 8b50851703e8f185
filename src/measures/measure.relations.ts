import { Aim } from '../aims/aim.entity';
import { relation, rootList, toFew, toMany, toOne } from '../api/relations';
import { Member } from '../members/member.entity';
import { ChartMark } from './chartMark.entity';
import { DataPoint } from './dataPoint.entity';
import { DataPointRevision } from './dataPointRevision.entity';
import { dataPoints } from './dataPoint.lists';
import { Measure } from './measure.entity';
import { MeasureDefinition } from './measureDefinition.entity';
import { measures } from './measure.lists';
import { definitionAt } from './measure.rules';

const definitions = { by: 'measureId', order: ['number'] } as const;

export const measureRelations = [
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
