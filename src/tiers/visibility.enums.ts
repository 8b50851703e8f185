import { describedEnum } from '../api/describedEnum';

export const Visibility = describedEnum(
  'Visibility',
  'Who may read the texts of something on the thread, the widest circle first.',
  {
    PUBLIC: 'Anyone who may sign in here; meant for what is published.',
    PARTNERSHIP: 'The committee and its partners, such as those who read its dashboard.',
    COMMITTEE: 'Those who work with the committee. What nobody has said a tier of is this.',
    RESTRICTED: 'The members of a named group only, and those who look after privacy or audit the committee.',
  },
);
export type Visibility = keyof typeof Visibility;

export const WithheldReason = describedEnum('WithheldReason', 'Why texts are withheld from you.', {
  QUARANTINED: 'A privacy steward withholds them from everyone.',
  ERASED: 'They were erased for good.',
  REDACTED: 'The tier of this, or of something above it on the thread, leaves you out.',
});
export type WithheldReason = keyof typeof WithheldReason;
