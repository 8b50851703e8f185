import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Context } from '../api/context';
import { fromGlobalId } from '../kernel/globalId';
import { Committee } from './committee.entity';

@Resolver()
export class CommitteeResolver {
  @Query(() => Committee, {
    nullable: true,
    description: 'A committee: your own when no id is given. Null for any that is not yours.',
  })
  committee(
    @Arg('id', () => ID, { nullable: true, description: 'The committee’s id.' }) id: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<Committee | null> {
    const uuid = id == null ? ctx.actor.committeeId : fromGlobalId(id)?.id;
    return uuid ? ctx.store.find(Committee, uuid) : Promise.resolve(null);
  }
}
