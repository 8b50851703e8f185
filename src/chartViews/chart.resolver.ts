import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { PdsaCycle } from '../cycles/cycle.entity';
import { DataPoint } from '../measures/dataPoint.entity';
import { DataPointRevision } from '../measures/dataPointRevision.entity';
import { Measure } from '../measures/measure.entity';
import { ChartArgs } from './chart.args';
import { Chart, ChartCycle } from './chart.type';
import { ChartPoint } from './chartPoint.type';
import { ChartProvenance, DataRevision } from './chartProvenance.type';
import { cyclesOfView } from './chartCycles.reading';
import { refusing, viewOfMeasure } from './measureView.reading';
import { SeriesInput } from './pastedSeries.input';
import { viewOfSeries } from './pastedSeries.rules';
import { shownChart } from './shownChart';

@Resolver(() => Measure)
export class MeasureChartField {
  @FieldResolver(() => Chart, {
    description:
      'Its figures as a run chart or control chart, read by rules. What is not chosen here is as chosen for the measure.',
  })
  async chart(@Root() measure: Measure, @Args(() => ChartArgs) choices: ChartArgs, @Ctx() ctx: Context): Promise<Chart> {
    return shownChart(await viewOfMeasure(ctx.store, measure, choices));
  }
}

@Resolver()
export class SeriesResolver {
  @Query(() => Chart, {
    description: 'Charts and reads a series that is not stored, as a measure would be. Nothing of it is kept.',
  })
  analyseSeries(
    @Arg('input', () => SeriesInput, { description: 'The series and how to read it.' }) input: SeriesInput,
    @Ctx() ctx: Context,
  ): Chart {
    return shownChart(refusing(() => viewOfSeries(input, ctx.today)));
  }
}

@Resolver(() => Chart)
export class ChartFields {
  @FieldResolver(() => [ChartCycle], {
    description: 'The PDSA cycles that ran within the periods shown, found by the thread: nobody marks them.',
  })
  cycles(@Root() { view }: Chart, @Ctx() ctx: Context): Promise<ChartCycle[]> {
    return cyclesOfView(ctx.store, view);
  }
}

@Resolver(() => ChartCycle)
export class CycleOfChart {
  @FieldResolver(() => PdsaCycle, { description: 'The cycle.' })
  cycle(@Root() { cycleId }: ChartCycle, @Ctx() ctx: Context): Promise<PdsaCycle | null> {
    return ctx.store.find(PdsaCycle, cycleId);
  }
}

@Resolver(() => ChartPoint)
export class DataPointOfChart {
  @FieldResolver(() => DataPoint, {
    nullable: true,
    description: 'The stored figure; null where nothing is stored for the period.',
  })
  dataPoint(@Root() { dataPointId }: ChartPoint, @Ctx() ctx: Context): Promise<DataPoint | null> {
    return dataPointId ? ctx.store.find(DataPoint, dataPointId) : Promise.resolve(null);
  }
}

@Resolver(() => ChartProvenance)
export class RevisionOfChart {
  @FieldResolver(() => DataRevision, {
    nullable: true,
    description: 'The state of the figures it was computed from; null for a pasted series.',
  })
  async dataRevision(@Root() { measureId }: ChartProvenance, @Ctx() ctx: Context): Promise<DataRevision | null> {
    if (!measureId) return null;
    const versions = await ctx.store.children(DataPointRevision, 'measureId', measureId, ['recordedAt']);
    return { versions: versions.length, recordedAt: versions.at(-1)?.recordedAt ?? null };
  }
}
