import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { EventChange } from '../history/event.type';
import { withheldOf } from './tier.reading';
import { Withheld } from './withheld.type';

@Resolver(() => EventChange)
export class WithheldOfEventChange {
  @FieldResolver(() => Withheld, {
    nullable: true,
    description: 'Which texts of the row are left out of what differs, and why; null when none are.',
  })
  withheld(@Root() { stored, typeName }: EventChange, @Ctx() ctx: Context): Withheld | null {
    return withheldOf(stored, ctx.nodeType(typeName));
  }
}
