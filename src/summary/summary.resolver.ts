import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { askedActions } from '../actions/actionCatalogue.rules';
import { ActionFilter, actions, overdueSql } from '../actions/action.lists';
import { Context } from '../api/context';
import { disclosure } from '../api/disclosure.type';
import type { Disclosed } from '../disclosure/disclosed';
import { toGlobalId } from '../kernel/globalId';
import type { LocalDate } from '../kernel/localDate';
import type { Grouping } from '../store/groupSql';
import type { Publication } from '../store/publications';
import { groupings, type RatingGrouping, SummaryGrouping, whole } from './actionGroups.lists';
import { publishedSummary, type PublishedCounts } from './publishedSummary.rules';
import { isRatingGrouping, labelsOf, ratingGroups } from './ratingGroups.reading';
import { StatusSummary, type SummaryGroup } from './summary.type';

@Resolver()
export class SummaryResolver {
  @Query(() => StatusSummary, {
    description: 'Counts of your committee’s actions by state, theme, lead agency, kind of source or rating, with those overdue.',
  })
  async statusSummary(
    @Ctx() ctx: Context,
    @Arg('filter', () => ActionFilter, { nullable: true, description: 'Only actions that meet every condition given.' })
    filter?: ActionFilter | null,
    @Arg('groupBy', () => SummaryGrouping, { defaultValue: SummaryGrouping.STATUS, description: 'What to group by.' })
    groupBy: SummaryGrouping = SummaryGrouping.STATUS,
  ): Promise<StatusSummary> {
    const isCounted = (await ctx.store.smallestCountShown()) === null;
    return isCounted ? countedNow(ctx, filter, groupBy) : published(ctx, filter, groupBy);
  }
}

async function countedNow(
  ctx: Context,
  filter: ActionFilter | null | undefined,
  groupBy: SummaryGrouping,
): Promise<StatusSummary> {
  const ask = (grouping: Omit<Grouping, 'also'>) => ctx.store.groups(actions, filter, { ...grouping, also: overdueSql });
  const grouped = isRatingGrouping(groupBy) ? ratingGroups(ctx.store, filter, groupBy) : ask(groupings[groupBy]);
  const [[all], groups] = await Promise.all([ask(whole), grouped]);
  return {
    asAtOn: ctx.today,
    ...{ total: all?.count ?? 0, totalDisclosure: disclosure(null) },
    ...{ overdue: all?.also ?? 0, overdueDisclosure: disclosure(null) },
    groups: groups.map(({ key, label, count, also }) => ({
      ...{ key: shownKey(groupBy, key), label },
      ...{ count, countDisclosure: disclosure(null) },
      ...{ overdue: also, overdueDisclosure: disclosure(null) },
    })),
  };
}

async function published(
  ctx: Context,
  filter: ActionFilter | null | undefined,
  groupBy: SummaryGrouping,
): Promise<StatusSummary> {
  const publication = await ctx.store.publication();
  if (!publication) {
    const none = disclosure('NOT_YET_PUBLISHED');
    return { asAtOn: ctx.today, total: null, totalDisclosure: none, overdue: null, overdueDisclosure: none, groups: [] };
  }
  const { on, numbers } = publication;
  const { groups, count, overdue } = publishedSummary(numbers, askedActions(filter), groupBy);
  return {
    asAtOn: on,
    ...{ total: count.value, totalDisclosure: told(count, on) },
    ...{ overdue: overdue.value, overdueDisclosure: told(overdue, on) },
    groups: isRatingGrouping(groupBy) ? await unpublished(ctx, groupBy) : groups.map(toldGroup(publication, groupBy)),
  };
}

const toldGroup =
  ({ on, labels }: Publication, groupBy: SummaryGrouping) =>
  ({ key, count, overdue }: PublishedCounts & { readonly key: string | null }): SummaryGroup => ({
    ...{ key: shownKey(groupBy, key), label: key === null ? null : (labels[groupBy]?.[key] ?? null) },
    ...{ count: count.value, countDisclosure: told(count, on) },
    ...{ overdue: overdue.value, overdueDisclosure: told(overdue, on) },
  });

/** A rating follows from states and days that are published, so counts of both together would undo each other's protection. */
async function unpublished(ctx: Context, groupBy: RatingGrouping): Promise<SummaryGroup[]> {
  const none = disclosure('NOT_PUBLISHED');
  const labels = await labelsOf(ctx.store, groupBy);
  return [...labels].map(([key, label]) => ({
    ...{ key, label },
    ...{ count: null, countDisclosure: none, overdue: null, overdueDisclosure: none },
  }));
}

const told = ({ reason }: Disclosed, on: LocalDate) => disclosure(reason, on);

const shownKey = (groupBy: SummaryGrouping, key: string | null): string | null =>
  groupBy === 'LEAD_AGENCY' && key ? toGlobalId('Agency', key) : key;
