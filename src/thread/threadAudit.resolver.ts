import { Arg, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { requireCounts } from '../api/protectedNumbers';
import { LearningSource } from '../sources/learningSource.entity';
import { Node } from '../store/row';
import { ThreadBreakKind } from './breakKind.enums';
import { SourceBreakCount, ThreadAudit } from './threadAudit.type';
import { byKind, bySource, ThreadBreakFilter, threadBreaks } from './threadBreak.lists';
import { ThreadBreak } from './threadBreak.type';
import { sourcesOfRow } from './threadLinks';

@Resolver(() => ThreadBreak)
export class ThreadBreakFields {
  @FieldResolver(() => Node, { nullable: true, description: 'What is broken: a finding, an action, a measure and so on.' })
  async row(@Root() { rowType, rowId }: ThreadBreak, @Ctx() ctx: Context): Promise<Node | null> {
    const type = ctx.nodeType(rowType);
    return type ? ctx.store.find(type, rowId) : null;
  }

  @Extensions({ listSize: 3 })
  @FieldResolver(() => [LearningSource], {
    description: 'The sources it leads back to; empty where the thread does not reach one.',
  })
  sources(@Root() { rowId }: ThreadBreak, @Ctx() ctx: Context): Promise<LearningSource[]> {
    return ctx.store.linked(LearningSource, sourcesOfRow, rowId, ['ref']);
  }
}

@Resolver(() => ThreadAudit)
export class ThreadAuditResolver {
  @Query(() => ThreadAudit, {
    description:
      'Counts of every break of your committee’s golden thread, by kind and by source. Refused to readers who are kept from small numbers.',
  })
  async threadAudit(
    @Ctx() ctx: Context,
    @Arg('filter', () => ThreadBreakFilter, { nullable: true, description: 'Only breaks that meet every condition given.' })
    filter?: ThreadBreakFilter | null,
  ): Promise<ThreadAudit> {
    await requireCounts(ctx, 'counts of breaks');
    const ask = (grouping: typeof byKind) => ctx.store.groups(threadBreaks, filter, grouping);
    const [kinds, sources] = await Promise.all([ask(byKind), ask(bySource)]);
    const counts = new Map(kinds.map(({ key, count }) => [key, count]));
    const names = Object.keys(ThreadBreakKind) as ThreadBreakKind[];
    return {
      // A break is of one kind, so the kinds add up.
      total: kinds.reduce((sum, { count }) => sum + count, 0),
      kinds: names.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })),
      sources: sources.map(({ key, count }) => ({ sourceId: key, count })).sort((one, other) => other.count - one.count),
    };
  }
}

@Resolver(() => SourceBreakCount)
export class SourceOfBreakCount {
  @FieldResolver(() => LearningSource, { nullable: true, description: 'The source; null gathers what leads back to none.' })
  async source(@Root() { sourceId }: SourceBreakCount, @Ctx() ctx: Context): Promise<LearningSource | null> {
    return sourceId ? ctx.store.find(LearningSource, sourceId) : null;
  }
}
