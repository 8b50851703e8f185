import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Action } from '../actions/action.entity';
import { Context } from '../api/context';
import { PdsaCycle } from '../cycles/cycle.entity';
import { Measure } from '../measures/measure.entity';
import { attributionsOfAction, attributionsOfCycle, type MeasureAttribution } from './attribution.reading';
import { Attribution } from './attribution.type';

@Resolver(() => PdsaCycle)
export class CycleAttributions {
  @FieldResolver(() => [Attribution], {
    description: 'Whether a change in each of its measures may be put down to it; none before Do.',
  })
  attributions(@Root() cycle: PdsaCycle, @Ctx() ctx: Context): Promise<MeasureAttribution[]> {
    return attributionsOfCycle(ctx.store, cycle);
  }
}

@Resolver(() => Action)
export class ActionAttributions {
  @FieldResolver(() => [Attribution], {
    description: 'Whether a change in each of its measures may be put down to it; none before it was started.',
  })
  attributions(@Root() action: Action, @Ctx() ctx: Context): Promise<MeasureAttribution[]> {
    return attributionsOfAction(ctx.store, action);
  }
}

@Resolver(() => Attribution)
export class MeasureOfAttribution {
  @FieldResolver(() => Measure, { description: 'The measure.' })
  measure(@Root() { measureId }: Attribution, @Ctx() ctx: Context): Promise<Measure | null> {
    return ctx.store.find(Measure, measureId);
  }
}
