import { InputType } from 'type-graphql';
import { OptionalDayInput, OptionalIdsInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byDay, byRecorded, byReference } from '../api/orders';
import { after, anyIdOf, before, words } from '../store/conditions';
import { Aim } from './aim.entity';

@InputType({ description: 'Which aims.' })
export class AimFilter {
  @OptionalDayInput('To be met after this day.')
  targetAfter?: string | null;

  @OptionalDayInput('To be met before this day.')
  targetBefore?: string | null;

  @OptionalIdsInput('Only those that these members answer for.')
  ownerMemberIds?: string[] | null;

  @OptionalLineInput('Words that all occur in the reference, statement, population or boundary.')
  text?: string | null;
}

export const aims = listing(Aim, {
  filter: AimFilter,
  where: {
    targetAfter: after('target_on'),
    targetBefore: before('target_on'),
    ownerMemberIds: anyIdOf('owner_member_id'),
    text: words('ref', 'statement', 'population', 'system_boundary'),
  },
  orders: {
    REF: byReference('ref'),
    TARGET_ON: byDay('target_on', 'Day it is to be met; those without one last.'),
    RECORDED_AT: byRecorded,
  },
});
