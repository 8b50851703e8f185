import { InputType } from 'type-graphql';
import type { Role } from '../access/roles';
import { ChoicesInput, OptionalIdsInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded, byText } from '../api/orders';
import { anyIdOf, anyOf, words } from '../store/conditions';
import { Member } from './member.entity';
import { RoleEnum } from './member.enums';
import { ServiceAccount } from './serviceAccount.entity';

@InputType({ description: 'Which members.' })
export class MemberFilter {
  @ChoicesInput(() => RoleEnum, 'Only these roles.')
  roles?: Role[] | null;

  @OptionalIdsInput('Only people of these agencies.')
  agencyIds?: string[] | null;

  @OptionalLineInput('Words that all occur in the post.')
  text?: string | null;
}

export const members = listing(Member, {
  total: 'OPEN',
  filter: MemberFilter,
  where: { roles: anyOf('role'), agencyIds: anyIdOf('agency_id'), text: words('display_name') },
  orders: { DISPLAY_NAME: byText('display_name', 'Post.'), RECORDED_AT: byRecorded },
});

@InputType({ description: 'Which service accounts.' })
export class ServiceAccountFilter {
  @OptionalLineInput('Words that all occur in what it is called.')
  text?: string | null;
}

export const serviceAccounts = listing(ServiceAccount, {
  total: 'OPEN',
  filter: ServiceAccountFilter,
  where: { text: words('display_name') },
  orders: { DISPLAY_NAME: byText('display_name', 'What it is called.'), RECORDED_AT: byRecorded },
});
