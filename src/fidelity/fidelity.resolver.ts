import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { PdsaCycle } from '../cycles/cycle.entity';
import { PdsaRamp } from '../cycles/ramp.entity';
import { FidelityCriterion, FidelityLeftOut, RampDayCount } from './fidelity.type';
import { leftOutSentences } from './ratio.rules';

@Resolver(() => FidelityCriterion)
export class LeftOutOfCriterion {
  @FieldResolver(() => [FidelityLeftOut], { description: 'The cycles or ramps that do not count towards it, with the reason.' })
  leftOut(
    @Root() { everyLeftOut, unit }: FidelityCriterion,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many from the start; leftOutCount says how many there are.' })
    first: number,
  ): FidelityLeftOut[] {
    return everyLeftOut
      .slice(0, first)
      .map(({ id, reason }) => ({ reason, sentence: leftOutSentences[reason], subjectId: id, unit }));
  }
}

@Resolver(() => FidelityLeftOut)
export class SubjectOfLeftOut {
  @FieldResolver(() => PdsaCycle, { nullable: true, description: 'The cycle; null where ramps are counted.' })
  cycle(@Root() { subjectId, unit }: FidelityLeftOut, @Ctx() ctx: Context): Promise<PdsaCycle | null> {
    return unit === 'CYCLE' ? ctx.store.find(PdsaCycle, subjectId) : Promise.resolve(null);
  }

  @FieldResolver(() => PdsaRamp, { nullable: true, description: 'The ramp; null where cycles are counted.' })
  ramp(@Root() { subjectId, unit }: FidelityLeftOut, @Ctx() ctx: Context): Promise<PdsaRamp | null> {
    return unit === 'RAMP' ? ctx.store.find(PdsaRamp, subjectId) : Promise.resolve(null);
  }
}

@Resolver(() => RampDayCount)
export class RampOfDayCount {
  @FieldResolver(() => PdsaRamp, { description: 'The ramp.' })
  ramp(@Root() { rampId }: RampDayCount, @Ctx() ctx: Context): Promise<PdsaRamp | null> {
    return ctx.store.find(PdsaRamp, rampId);
  }
}
