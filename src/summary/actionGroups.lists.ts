import { describedEnum } from '../api/describedEnum';
import type { Grouping } from '../store/groupSql';

export const SummaryGrouping = describedEnum('SummaryGrouping', 'What the actions of a summary are grouped by.', {
  STATUS: 'The state of the action.',
  THEME: 'The themes of the findings it answers; an action with two themes is in two groups.',
  LEAD_AGENCY: 'The agency that leads it.',
  SOURCE_KIND: 'The kinds of source behind it; an action that answers two kinds is in two groups.',
  RATING: 'The colour it is rated against the due date in force.',
  ORIGINAL_RATING: 'The colour it is rated against its original due date.',
  RATING_CATEGORY: 'What both ratings say together.',
});
export type SummaryGrouping = keyof typeof SummaryGrouping;

/** What is worked out from an action and not stored. */
export type RatingGrouping = 'RATING' | 'ORIGINAL_RATING' | 'RATING_CATEGORY';
export type StoredGrouping = Exclude<SummaryGrouping, RatingGrouping>;

const findingsOf = 'left join action_finding gf on gf.action_id = {row}.id left join finding g on g.id = gf.finding_id';

/** How actions fall into groups, the same for every reader and every day. */
export const groupings: Readonly<Record<StoredGrouping, Omit<Grouping, 'also'>>> = {
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
export const whole: Omit<Grouping, 'also'> = { key: 'null::text', label: 'null::text' };
