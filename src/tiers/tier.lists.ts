import { InputType } from 'type-graphql';
import { OptionalDayInput, OptionalIdsInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byMoment, byRecorded, byText } from '../api/orders';
import { anyIdOf, words } from '../store/conditions';
import { RestrictedGroup } from './restrictedGroup.entity';
import { RestrictedRead } from './restrictedRead.entity';

@InputType({ description: 'Which groups.' })
export class RestrictedGroupFilter {
  @OptionalLineInput('Words that all occur in the name or the purpose.')
  text?: string | null;
}

export const restrictedGroups = listing(RestrictedGroup, {
  filter: RestrictedGroupFilter,
  where: { text: words('name', 'purpose') },
  orders: { NAME: byText('name', 'Name.'), RECORDED_AT: byRecorded },
});

@InputType({ description: 'Which reads.' })
export class RestrictedReadFilter {
  @OptionalIdsInput('Only what these members or service accounts read.')
  actorIds?: string[] | null;

  @OptionalIdsInput('Only reads of these.')
  rowIds?: string[] | null;

  @OptionalDayInput('Only from this day on.')
  from?: string | null;

  @OptionalDayInput('Only up to this day, with it.')
  to?: string | null;
}

/** Days are Scotland's, as everywhere. */
const dayOf = (alias: string): string => `(${alias}.moment at time zone 'Europe/London')::date`;

export const restrictedReads = listing(RestrictedRead, {
  filter: RestrictedReadFilter,
  where: {
    actorIds: anyIdOf('actor_id'),
    rowIds: anyIdOf('row_id'),
    from: (day, { alias, bind }) => `${dayOf(alias)} >= ${bind(day)}::date`,
    to: (day, { alias, bind }) => `${dayOf(alias)} <= ${bind(day)}::date`,
  },
  orders: { MOMENT: byMoment('moment', 'When they were read.') },
});
