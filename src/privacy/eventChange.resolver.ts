import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { EventChange } from '../history/event.type';
import { withheldOf } from '../tiers/tier.reading';
import { Withheld } from '../tiers/withheld.type';

@Resolver(() => EventChange)
export class EventChangeWithheld {
  @FieldResolver(() => Withheld, {
    nullable: true,
    description: 'Which of the texts that it tells of are withheld from you, and why; null when none are.',
  })
  withheld(@Root() change: EventChange, @Ctx() ctx: Context): Withheld | null {
    return withheldOf(change.stored, ctx.nodeType(change.typeName));
  }
}
