import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { isFromOutside } from '../access/clearance';
import { toConnection, type Connection } from '../api/connection';
import { Context } from '../api/context';
import { totalForAnalysts } from '../api/total';
import { badInput, forbidden } from '../kernel/errors';
import { rawIds } from '../store/conditions';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../store/pageSql';
import { countDue, dueRecords } from '../store/retention';
import { Node } from '../store/row';
import { LegalHold } from './legalHold.entity';
import { RetentionDue, RetentionDueArgs, RetentionDueConnection } from './retentionDue.type';
import { RetentionRule } from './retentionRule.entity';

@Resolver(() => RetentionDue)
export class RetentionDueResolver {
  @Query(() => RetentionDueConnection, {
    description:
      'Records whose time is over, the longest first: why, by which rule, and what holds them. For those who work with the committee.',
  })
  async retentionDue(
    @Args(() => RetentionDueArgs) args: RetentionDueArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<RetentionDue>> {
    const { actor, store, today } = ctx;
    if (isFromOutside(actor)) throw forbidden(`Your role (${actor.role}) may not read this.`);
    const first = args.first ?? DEFAULT_PAGE;
    if (first < 0 || first > LARGEST_PAGE) {
      throw badInput('first', `A page has 0 to ${LARGEST_PAGE} rows; ${first} were asked for.`, 'page.size');
    }
    const { triggers, recordIds } = args.filter ?? {};
    const rowIds = recordIds ? rawIds(recordIds) : null;
    const request = { committeeId: actor.committeeId, today, first, after: args.after, triggers, rowIds };
    const page = await dueRecords(store.session, request);
    const rows = page.rows.map(({ row, cursor }) => ({ cursor, row: Object.assign(new RetentionDue(), row) }));
    return toConnection({ ...page, rows }, () => totalForAnalysts(ctx, () => countDue(store.session, request)));
  }

  @FieldResolver(() => RetentionRule, { description: 'The rule, with what becomes of the record.' })
  rule(@Root() { ruleId }: RetentionDue, @Ctx() ctx: Context): Promise<RetentionRule | null> {
    return ctx.store.find(RetentionRule, ruleId);
  }

  @FieldResolver(() => Node, { description: 'The record.' })
  async record(@Root() { kind, rowId }: RetentionDue, @Ctx() ctx: Context): Promise<Node | null> {
    const type = ctx.nodeType(ctx.typeNameOf(kind));
    return type ? ctx.store.find(type, rowId) : null;
  }

  @FieldResolver(() => [LegalHold], {
    description: 'The legal holds that keep it; while there are any, nothing of it is disposed of.',
  })
  async heldBy(@Root() { holdIds }: RetentionDue, @Ctx() ctx: Context): Promise<LegalHold[]> {
    const holds = await Promise.all(holdIds.map((id) => ctx.store.find(LegalHold, id)));
    return holds.filter((hold) => hold !== null);
  }
}
