import { roles, type Role } from '../access/roles';
import { describedEnum } from '../api/describedEnum';

export const CommitteeKind = describedEnum('CommitteeKind', 'What the committee oversees.', {
  CHILD_PROTECTION: 'A Child Protection Committee.',
  PUBLIC_PROTECTION: 'A Public Protection Committee, which covers child protection with adult protection and more.',
});
export type CommitteeKind = keyof typeof CommitteeKind;

export const ProtectableRole = describedEnum(
  'ProtectableRole',
  'A role of the committee’s own that it may count among the readers below analyst, from whom small numbers are kept.',
  {
    MEMBER: roles.MEMBER,
    SUBGROUP_CHAIR: roles.SUBGROUP_CHAIR,
    ACTION_LEAD: roles.ACTION_LEAD,
    IMPROVEMENT_ADVISER: roles.IMPROVEMENT_ADVISER,
    CHIEF_OFFICER: roles.CHIEF_OFFICER,
  } satisfies Partial<Record<Role, string>>,
);
export type ProtectableRole = keyof typeof ProtectableRole;
