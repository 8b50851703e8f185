import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Member } from './member.entity';
import { AddMemberInput, ConfirmIdentityInput, EndMembershipInput, LinkIdentityInput, UnlinkIdentityInput } from './member.input';
import { addMember, confirmIdentity, endMembership, linkIdentity, unlinkIdentity } from './member.service';
import { MemberIdentity } from './memberIdentity.entity';
import { identityPolicy, memberPolicy } from './member.policy';

@ObjectType({ implements: MutationPayload, description: 'A membership as it is after the change.' })
export class MemberPayload extends MutationPayload {
  @Field(() => Member, { description: 'The member.' })
  member!: Member;
}

@ObjectType({ implements: MutationPayload, description: 'Who signs in as a member, as it is after the change.' })
export class MemberIdentityPayload extends MutationPayload {
  @Field(() => MemberIdentity, { description: 'The link between the account and the member.' })
  identity!: MemberIdentity;

  @Field(() => Member, { description: 'The member.' })
  member!: Member;
}

export const memberVerbs = [
  verb('addMember', {
    description: 'Add someone who works with the committee. They can sign in once an account is linked to them.',
    ...memberPolicy.addMember,
    input: AddMemberInput,
    gives: MemberPayload,
    does: addMember,
  }),
  verb('endMembership', {
    description: 'End a membership, at once or after a last day. What the member recorded stays.',
    ...memberPolicy.endMembership,
    on: Member,
    input: EndMembershipInput,
    gives: MemberPayload,
    does: endMembership,
  }),
  verb('linkIdentity', {
    description: 'Say which account of an issuer signs in as a member. Somebody else confirms it.',
    ...memberPolicy.linkIdentity,
    on: Member,
    named: 'memberId',
    input: LinkIdentityInput,
    gives: MemberIdentityPayload,
    does: linkIdentity,
  }),
  verb('confirmIdentity', {
    description: 'Confirm that an account is whose it is said to be. Before that it signs nobody in.',
    ...identityPolicy.confirmIdentity,
    on: MemberIdentity,
    input: ConfirmIdentityInput,
    gives: MemberIdentityPayload,
    does: confirmIdentity,
  }),
  verb('unlinkIdentity', {
    description: 'End the link between an account and a member; the account is refused at once.',
    ...identityPolicy.unlinkIdentity,
    on: MemberIdentity,
    input: UnlinkIdentityInput,
    gives: MemberIdentityPayload,
    does: unlinkIdentity,
  }),
];
