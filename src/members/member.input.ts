import { InputType } from 'type-graphql';
import type { Role } from '../access/roles';
import {
  ChangeInput,
  ChoiceInput,
  IdInput,
  LineInput,
  MutationInput,
  OptionalDayInput,
  OptionalIdInput,
} from '../api/inputFields';
import { RoleEnum } from './member.enums';

@InputType({ description: 'Someone who is to work with the committee here. Only the post is kept, not the private person.' })
export class AddMemberInput extends MutationInput {
  @LineInput('The post or work name to show, for example "Lead officer".')
  displayName!: string;

  @ChoiceInput(() => RoleEnum, 'What this person may do here. It stays: a new role is a new membership.')
  role!: Role;

  @OptionalIdInput('The agency this person comes from.')
  agencyId?: string | null;
}

@InputType({ description: 'Which membership ends, and when.' })
export class EndMembershipInput extends ChangeInput {
  @OptionalDayInput('The last day in this role. Left out, sign-in is refused from now on.')
  lastOn?: string | null;
}

@InputType({ description: 'Which account signs in as which member.' })
export class LinkIdentityInput extends MutationInput {
  @IdInput('The member.')
  memberId!: string;

  @LineInput('The address of the issuer, exactly as its tokens name it in iss.')
  issuer!: string;

  @LineInput('Who the person is to the issuer: what its tokens say in the configured subject claims, several joined by a colon.')
  subjectId!: string;
}

@InputType({ description: 'Which link is confirmed.' })
export class ConfirmIdentityInput extends ChangeInput {}

@InputType({ description: 'Which identity is linked no longer.' })
export class UnlinkIdentityInput extends ChangeInput {}
