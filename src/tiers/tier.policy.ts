import { may, type Permissions, state } from '../access/policy';
import type { Reading } from '../access/reading';
import { everyone, type Role } from '../access/roles';
import type { RestrictedGroup, RestrictedGroupMember } from './restrictedGroup.entity';

/** Who says what tier something has. A privacy steward may only make it stricter, which depends on what is then said. */
export const classifiers: readonly Role[] = ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER', 'PRIVACY_STEWARD'];

export const restrictedGroupPolicy = {
  foundRestrictedGroup: may(classifiers),
  admitToRestrictedGroup: may(classifiers),
} satisfies Permissions<RestrictedGroup>;

const isNotOver = state<RestrictedGroupMember>(
  'group.left',
  ({ untilOn }, { today }) => untilOn === null || untilOn > today,
  'This membership has ended already.',
);

export const groupMembershipPolicy = {
  leaveRestrictedGroup: may(classifiers, isNotOver),
} satisfies Permissions<RestrictedGroupMember>;

/** The log of reads is for those who oversee it; whoever sees a thing is told why a text of it is missing. */
export const tierReading: Reading = { RestrictedRead: ['PRIVACY_STEWARD', 'AUDITOR'], Withheld: everyone };
