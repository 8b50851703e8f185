import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { RestrictedGroup, RestrictedGroupMember } from './restrictedGroup.entity';
import { AdmitToRestrictedGroupInput, FoundRestrictedGroupInput, LeaveRestrictedGroupInput } from './restrictedGroup.input';
import { admitToRestrictedGroup, foundRestrictedGroup, leaveRestrictedGroup } from './restrictedGroup.service';
import { groupMembershipPolicy, restrictedGroupPolicy } from './tier.policy';

@ObjectType({ implements: MutationPayload, description: 'A group as it is after the change.' })
export class RestrictedGroupPayload extends MutationPayload {
  @Field(() => RestrictedGroup, { description: 'The group.' })
  group!: RestrictedGroup;
}

export const restrictedGroupVerbs = [
  verb('foundRestrictedGroup', {
    description: 'Found a group to which something can be restricted, with its first members.',
    ...restrictedGroupPolicy.foundRestrictedGroup,
    input: FoundRestrictedGroupInput,
    gives: RestrictedGroupPayload,
    does: foundRestrictedGroup,
  }),
  verb('admitToRestrictedGroup', {
    description: 'Let somebody into a group that you are in. A privacy steward may do it for any group.',
    ...restrictedGroupPolicy.admitToRestrictedGroup,
    on: RestrictedGroup,
    input: AdmitToRestrictedGroupInput,
    gives: RestrictedGroupPayload,
    does: admitToRestrictedGroup,
  }),
  verb('leaveRestrictedGroup', {
    description: 'End somebody’s membership of a group that you are in; it takes effect at once. The last member stays.',
    ...groupMembershipPolicy.leaveRestrictedGroup,
    on: RestrictedGroupMember,
    input: LeaveRestrictedGroupInput,
    gives: RestrictedGroupPayload,
    does: leaveRestrictedGroup,
  }),
];
