import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Actor } from '../access/actor';
import { isHidable } from '../api/columns';
import { toConnection, type Connection } from '../api/connection';
import { Context } from '../api/context';
import { disclosure } from '../api/disclosure.type';
import { nameOf, propertyOf } from '../history/words.rules';
import { badInput, forbidden } from '../kernel/errors';
import { fromGlobalId, toGlobalId } from '../kernel/globalId';
import { Member } from '../members/member.entity';
import { HeldAbout as Held, type HeldRow } from '../store/heldAbout';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../store/pageSql';
import type { Node, RowType } from '../store/row';
import { factsInWords, heldSentence, roleOf } from './heldAbout.rules';
import { maySeeHeldAbout } from './privacy.policy';
import { HeldAbout, HeldItem, HeldItemArgs, HeldItemConnection, HeldSection } from './heldAbout.type';

@Resolver(() => HeldAbout)
export class HeldAboutResolver {
  @Query(() => HeldAbout, {
    description: 'All that is held about a member. For privacy stewards, and for each about themselves.',
  })
  async heldAbout(
    @Arg('memberId', () => ID, { description: 'The member.' }) memberId: string,
    @Ctx() ctx: Context,
  ): Promise<HeldAbout> {
    const { actor, store } = ctx;
    if (!maySeeHeldAbout(actor, fromGlobalId(memberId)?.id)) {
      throw forbidden('What is held about someone is for a privacy steward, and for themselves.');
    }
    const member = await store.get(Member, memberId, 'memberId');
    return new HeldAbout(await Held.of(store.session, member.id, actor.committeeId), member);
  }

  @FieldResolver(() => [HeldSection], { description: 'How much there is of what.' })
  async sections(@Root() { held }: HeldAbout, @Ctx() ctx: Context): Promise<HeldSection[]> {
    const found = await held.sections();
    return found.map(({ table, column, count }) => ({ typeName: typeNameOf(table, ctx), as: roleOf(column), count }));
  }

  @FieldResolver(() => HeldItemConnection, { description: 'Each of them, the oldest first.' })
  async items(
    @Root() { held }: HeldAbout,
    @Args(() => HeldItemArgs) args: HeldItemArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<HeldItem>> {
    const first = args.first ?? DEFAULT_PAGE;
    if (first < 0 || first > LARGEST_PAGE) {
      throw badInput('first', `A page has 0 to ${LARGEST_PAGE} rows; ${first} were asked for.`, 'page.size');
    }
    const page = await held.page(first, args.after);
    const isKeptSmall = (await ctx.store.smallestCountShown()) !== null;
    const rows = page.rows.map(({ row, cursor }) => ({ cursor, row: shown(row, ctx, isKeptSmall) }));
    const count = async () => (await held.sections()).reduce((total, section) => total + section.count, 0);
    return toConnection({ ...page, rows }, async () => ({ count: await count(), disclosure: disclosure(null) }));
  }
}

/** A tie or a piece of machinery has no type of its own; it is called as its table is. */
const typeNameOf = (table: string, ctx: Context): string => {
  const name = ctx.typeNameOf(table);
  return name === table ? capital(propertyOf(table)) : name;
};

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Numbers that could be small are no data of the member's own: whoever is kept from them is so here as well. */
function shown({ table, column, rowId, from, until, facts }: HeldRow, ctx: Context, isKeptSmall: boolean): HeldItem {
  const typeName = typeNameOf(table, ctx);
  const type = ctx.nodeType(typeName);
  const readable = facts && isForReader(type, facts, ctx.actor) ? facts : null;
  const as = roleOf(column);
  return Object.assign(new HeldItem(), {
    ...{ typeName, as, from, until },
    sentence: heldSentence({ typeName, as, from, until, name: readable && nameOf(readable) }),
    id: type && rowId ? toGlobalId(typeName, rowId) : null,
    facts: readable ? factsInWords(readable).filter(({ field }) => !isKeptSmall || !isHidable(field)) : [],
  });
}

/** Whom somebody shares their practice with is for the two of them. */
function isForReader(type: RowType<Node> | undefined, facts: Readonly<Record<string, unknown>>, actor: Actor): boolean {
  if (!type?.isShownTo) return true;
  const row = Object.fromEntries(Object.entries(facts).map(([column, value]) => [propertyOf(column), value]));
  return type.isShownTo(Object.assign(Object.create(type.prototype as object) as Node, row), actor);
}
