import { Arg, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { fromGlobalId } from '../kernel/globalId';
import { PdsaCycle } from './cycle.entity';
import { PdsaRamp } from './ramp.entity';
import { stalledWorkOf } from './stalled.reading';
import type { StalledRule as Rule } from './stalled.rules';
import { StalledRule, StalledWork } from './stalled.type';

@Resolver(() => StalledWork)
export class StalledResolver {
  @Extensions({ listSize: 50 })
  @Query(() => [StalledWork], {
    description: 'Tests and ramps of your committee that have come to a stand, the longest standing first.',
  })
  async stalledWork(
    @Ctx() ctx: Context,
    @Arg('rules', () => [StalledRule], { nullable: true, description: 'Only by these rules.' }) rules?: Rule[] | null,
    @Arg('leadMemberIds', () => [ID], { nullable: true, description: 'Only cycles led by these members.' })
    leadMemberIds?: string[] | null,
  ): Promise<StalledWork[]> {
    const found = (await stalledWorkOf(ctx.store, ctx.actor.committeeId)).filter(({ rule }) => !rules || rules.includes(rule));
    if (!leadMemberIds) return found;
    const leads = new Set(leadMemberIds.map((id) => fromGlobalId(id)?.id));
    return found.filter(({ leadMemberId }) => leadMemberId !== null && leads.has(leadMemberId));
  }

  @FieldResolver(() => PdsaCycle, { nullable: true, description: 'The cycle that stands still; null where it is a whole ramp.' })
  cycle(@Root() { cycleId }: StalledWork, @Ctx() ctx: Context): Promise<PdsaCycle | null> {
    return cycleId ? ctx.store.find(PdsaCycle, cycleId) : Promise.resolve(null);
  }

  @FieldResolver(() => PdsaRamp, { description: 'The ramp it is in.' })
  ramp(@Root() { rampId }: StalledWork, @Ctx() ctx: Context): Promise<PdsaRamp | null> {
    return ctx.store.find(PdsaRamp, rampId);
  }
}
