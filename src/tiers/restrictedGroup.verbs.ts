import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../access/roles';
import { MutationPayload, verb } from '../api/verbs';
import { RestrictedGroup } from './restrictedGroup.entity';
import { AdmitToRestrictedGroupInput, FoundRestrictedGroupInput, LeaveRestrictedGroupInput } from './restrictedGroup.input';
import { admitToRestrictedGroup, foundRestrictedGroup, leaveRestrictedGroup } from './restrictedGroup.service';

@ObjectType({ implements: MutationPayload, description: 'A group as it is after the change.' })
export class RestrictedGroupPayload extends MutationPayload {
  @Field(() => RestrictedGroup, { description: 'The group.' })
  group!: RestrictedGroup;
}

/** Who says what tier something has. A privacy steward may only make it stricter. */
export const classifiers: readonly Role[] = ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER', 'PRIVACY_STEWARD'];

export const restrictedGroupVerbs = [
  verb('foundRestrictedGroup', {
    description: 'Found a group to which something can be restricted, with its first members.',
    by: classifiers,
    input: FoundRestrictedGroupInput,
    gives: RestrictedGroupPayload,
    does: foundRestrictedGroup,
  }),
  verb('admitToRestrictedGroup', {
    description: 'Let somebody into a group that you are in. A privacy steward may do it for any group.',
    by: classifiers,
    input: AdmitToRestrictedGroupInput,
    gives: RestrictedGroupPayload,
    does: admitToRestrictedGroup,
  }),
  verb('leaveRestrictedGroup', {
    description: 'End somebody’s membership of a group that you are in; it takes effect at once. The last member stays.',
    by: classifiers,
    input: LeaveRestrictedGroupInput,
    gives: RestrictedGroupPayload,
    does: leaveRestrictedGroup,
  }),
];
