import { InputType } from 'type-graphql';
import { ActionStatus } from '../actions/action.enums';
import { overdueSql } from '../actions/action.lists';
import { ChoicesInput, OptionalDayInput, OptionalFlagInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byDay, byReference, byText } from '../api/orders';
import { after, anyOf, before, whether, words } from '../store/conditions';
import { AgencyAction } from './agencyAction.entity';
import { AgencyPart } from './sharing.enums';

@InputType({ description: 'Which actions of your agency.' })
export class AgencyActionFilter {
  @ChoicesInput(() => ActionStatus, 'Only these states.')
  statuses?: ActionStatus[] | null;

  @ChoicesInput(() => AgencyPart, 'Only where your agency has one of these parts.')
  parts?: AgencyPart[] | null;

  @OptionalLineInput('Words that all occur in the name of the committee.')
  committeeName?: string | null;

  @OptionalFlagInput('Only those of your own committee (true) or of others (false).')
  isOwn?: boolean | null;

  @OptionalDayInput('Due before this day.')
  dueBefore?: string | null;

  @OptionalDayInput('Due after this day.')
  dueAfter?: string | null;

  @OptionalFlagInput('Only overdue ones (true) or only those that are not (false).')
  isOverdue?: boolean | null;
}

const reference = byReference('ref');

/** There is no search in texts and no total: what an agreement shares is the rows, each of which is noted when it is read. */
export const agencyActions = listing(AgencyAction, {
  filter: AgencyActionFilter,
  where: {
    statuses: anyOf('status'),
    parts: anyOf('part'),
    committeeName: words('committee_name'),
    isOwn: whether(({ alias, committee }) => `${alias}.committee_id = ${committee}`),
    dueBefore: before('due_on'),
    dueAfter: after('due_on'),
    isOverdue: whether(overdueSql),
  },
  orders: {
    COMMITTEE: {
      ...reference,
      sql: `(({row}.committee_name || chr(1)) || (${reference.sql})) collate "C"`,
      description: 'By committee, and within each by reference.',
    },
    DUE_ON: byDay('due_on', 'Due date; those without one last.'),
    ORIGINAL_DUE_ON: byDay('original_due_on', 'Original due date; those without one last.'),
    STATUS: byText('status', 'State, by name.'),
  },
  total: 'NONE',
});
