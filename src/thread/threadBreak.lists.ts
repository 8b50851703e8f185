import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalDayInput, OptionalIdsInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byReference, byRequiredDay, byRequiredWhole } from '../api/orders';
import { anyOf, before, rawIds, type Condition } from '../store/conditions';
import type { Grouping } from '../store/groupSql';
import { threadSources } from './answering.rules';
import { ThreadBreakKind } from './breakKind.enums';
import { ThreadBreak } from './threadBreak.type';

@InputType({ description: 'Which breaks of the thread.' })
export class ThreadBreakFilter {
  @ChoicesInput(() => ThreadBreakKind, 'Only these kinds.')
  kinds?: ThreadBreakKind[] | null;

  @OptionalIdsInput('Only what leads back to one of these sources.')
  sourceIds?: string[] | null;

  @OptionalIdsInput('Only breaks at these findings, recommendations, actions, change ideas, cycles, aims or measures.')
  rowIds?: string[] | null;

  @OptionalDayInput('Only what was broken before this day, and still is.')
  sinceBefore?: string | null;
}

const fromSource: Condition<readonly string[]> = (ids, { alias, bind }) =>
  `${alias}.row_id in (select ts.row_id from (${threadSources}) ts where ts.source_id = any(${bind(rawIds(ids))}::uuid[]))`;

export const threadBreaks = listing(ThreadBreak, {
  filter: ThreadBreakFilter,
  where: {
    kinds: anyOf('kind'),
    sourceIds: fromSource,
    rowIds: (ids, { alias, bind }) => `${alias}.row_id = any(${bind(rawIds(ids))}::uuid[])`,
    sinceBefore: before('since_on'),
  },
  orders: {
    SINCE: byRequiredDay('since_on', 'The day since when, the longest broken first.'),
    KIND: byRequiredWhole('place', 'The place on the thread, from the source to the figures.'),
    REF: byReference('ref'),
  },
});

const counted = { also: () => 'true' };
export const byKind: Grouping = { ...counted, key: '{row}.kind', label: '{row}.kind' };
export const bySource: Grouping = {
  ...counted,
  join: `left join (${threadSources}) ts on ts.row_id = {row}.row_id`,
  key: 'ts.source_id::text',
  label: 'null::text',
};
