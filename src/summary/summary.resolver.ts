import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { ActionFilter, actions, overdueSql } from '../actions/action.lists';
import { Context } from '../api/context';
import { describedEnum } from '../api/describedEnum';
import { LocalDateScalar } from '../api/scalars';
import { toGlobalId } from '../kernel/globalId';
import type { Group, Grouping } from '../store/groupSql';
import { isRatingGrouping, ratingGroups, type RatingGrouping } from './ratingGroups.reading';

const SummaryGrouping = describedEnum('SummaryGrouping', 'What the actions of a summary are grouped by.', {
  STATUS: 'The state of the action.',
  THEME: 'The themes of the findings it answers; an action with two themes is in two groups.',
  LEAD_AGENCY: 'The agency that leads it.',
  SOURCE_KIND: 'The kinds of source behind it; an action that answers two kinds is in two groups.',
  RATING: 'The colour it is rated against the due date in force.',
  ORIGINAL_RATING: 'The colour it is rated against its original due date.',
  RATING_CATEGORY: 'What both ratings say together.',
});
type SummaryGrouping = keyof typeof SummaryGrouping;

const findingsOf = 'left join action_finding gf on gf.action_id = {row}.id left join finding g on g.id = gf.finding_id';

const groupings: Readonly<Record<Exclude<SummaryGrouping, RatingGrouping>, Omit<Grouping, 'also'>>> = {
  STATUS: { key: '{row}.status', label: '{row}.status' },
  THEME: {
    join: `${findingsOf} left join finding_theme gt on gt.finding_id = g.id left join theme t on t.id = gt.theme_id`,
    key: 't.code',
    label: 't.label',
  },
  LEAD_AGENCY: { join: 'left join agency ga on ga.id = {row}.lead_agency_id', key: 'ga.id::text', label: 'ga.name' },
  SOURCE_KIND: { join: `${findingsOf} left join learning_source gs on gs.id = g.source_id`, key: 'gs.kind', label: 'gs.kind' },
};

/** All rows as one group, so that totals come from the same question as the groups. */
const whole: Omit<Grouping, 'also'> = { key: 'null::text', label: 'null::text' };

@ObjectType({ description: 'How many actions fall into one group.' })
export class SummaryGroup {
  @Field(() => String, {
    nullable: true,
    description:
      'What the group stands for: a state, a theme’s code, an agency’s id, a kind of source, a colour, a category. Null gathers the actions that have none.',
  })
  key!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in words.' })
  label!: string | null;

  @Field(() => Int, { description: 'Actions in the group, each counted once.' })
  count!: number;

  @Field(() => Int, { description: 'Those of them that are overdue.' })
  overdue!: number;
}

@ObjectType({ description: 'Counts of actions for a dashboard. Groups may overlap; total and overdue count each action once.' })
export class StatusSummary {
  @Field(() => LocalDateScalar, { description: 'The day for which overdue was worked out.' })
  asAtOn!: string;

  @Field(() => Int, { description: 'All actions that meet the filter.' })
  total!: number;

  @Field(() => Int, { description: 'Those approved, not yet done and past their due date.' })
  overdue!: number;

  @Field(() => [SummaryGroup], { description: 'The counts by group.' })
  groups!: SummaryGroup[];
}

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
    const ask = (grouping: Omit<Grouping, 'also'>): Promise<Group[]> =>
      ctx.store.groups(actions, filter, { ...grouping, also: overdueSql });
    const grouped = isRatingGrouping(groupBy) ? ratingGroups(ctx.store, filter, groupBy) : ask(groupings[groupBy]);
    const [[all], groups] = await Promise.all([ask(whole), grouped]);
    return {
      asAtOn: ctx.today,
      total: all?.count ?? 0,
      overdue: all?.also ?? 0,
      groups: groups.map(({ key, label, count, also }) => ({
        key: groupBy === 'LEAD_AGENCY' && key ? toGlobalId('Agency', key) : key,
        label,
        count,
        overdue: also,
      })),
    };
  }
}
