import { describedEnum } from '../api/describedEnum';

export const EscalationStatus = describedEnum('EscalationStatus', 'Whether the chief officers’ body has answered.', {
  OPEN: 'Before the chief officers’ body.',
  ANSWERED: 'Answered.',
});
export type EscalationStatus = keyof typeof EscalationStatus;
