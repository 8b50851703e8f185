import { describedEnum } from '../api/describedEnum';

export const EscalationStatus = describedEnum('EscalationStatus', 'Whether the chief officers’ body has answered.', {
  OPEN: 'Before the chief officers’ body.',
  ANSWERED: 'Answered.',
  WITHDRAWN: 'No longer asked: a later decision superseded the one to escalate before there was an answer.',
});
export type EscalationStatus = keyof typeof EscalationStatus;
