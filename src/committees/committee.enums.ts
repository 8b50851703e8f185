import { describedEnum } from '../api/describedEnum';

export const CommitteeKind = describedEnum('CommitteeKind', 'What the committee oversees.', {
  CHILD_PROTECTION: 'A Child Protection Committee.',
  PUBLIC_PROTECTION: 'A Public Protection Committee, which covers child protection with adult protection and more.',
});
export type CommitteeKind = keyof typeof CommitteeKind;
