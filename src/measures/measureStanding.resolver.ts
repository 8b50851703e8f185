import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { Measure } from './measure.entity';
import { standingOfMeasure } from './measureStanding.reading';
import { MeasureStanding, shownStanding } from './measureStanding.type';

@Resolver(() => Measure)
export class MeasureStandingField {
  @FieldResolver(() => MeasureStanding, { description: 'What its figures say now.' })
  async standing(@Root() measure: Measure, @Ctx() ctx: Context): Promise<MeasureStanding> {
    return shownStanding(await standingOfMeasure(ctx.store, measure), ctx.today);
  }
}

@Resolver(() => MeasureStanding)
export class MeasureOfStanding {
  @FieldResolver(() => Measure, { description: 'The measure.' })
  measure(@Root() { measureId }: MeasureStanding, @Ctx() ctx: Context): Promise<Measure | null> {
    return ctx.store.find(Measure, measureId);
  }
}
