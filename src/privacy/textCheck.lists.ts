import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalFlagInput, OptionalIdsInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded } from '../api/orders';
import { IdentifierKind } from '../committees/textGuard.enums';
import { anyIdOf, whether } from '../store/conditions';
import { TextCheck } from './textCheck.entity';

@InputType({ description: 'Which text checks.' })
export class TextCheckFilter {
  @ChoicesInput(() => IdentifierKind, 'Only those that were warned of one of these.')
  kinds?: IdentifierKind[] | null;

  @OptionalFlagInput('Whether the author confirmed.')
  isConfirmed?: boolean | null;

  @OptionalIdsInput('Only texts of these members.')
  memberIds?: string[] | null;
}

export const textChecks = listing(TextCheck, {
  filter: TextCheckFilter,
  where: {
    kinds: (kinds, { alias, bind }) =>
      `exists (select from jsonb_array_elements(${alias}.warnings) w where w ->> 'kind' = any(${bind(kinds)}::text[]))`,
    isConfirmed: whether(({ alias }) => `${alias}.is_confirmed`),
    memberIds: anyIdOf('member_id'),
  },
  orders: { RECORDED_AT: byRecorded },
});
