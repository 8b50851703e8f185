import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { fromGlobalId } from '../kernel/globalId';
import { Node } from '../store/row';
import { Context } from './context';

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its id. Null for an id that is not yours or does not exist.' })
  async node(
    @Arg('id', () => ID, { description: 'Any id this API has given you.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Node | null> {
    const key = fromGlobalId(id);
    const type = key ? ctx.nodeType(key.typeName) : undefined;
    const row = key && type ? await ctx.store.find(type, key.id) : null;
    return row && type?.isShownTo?.(row, ctx.actor) === false ? null : row;
  }
}
