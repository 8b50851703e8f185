import { describedEnum } from '../api/describedEnum';

export const RetentionTrigger = describedEnum('RetentionTrigger', 'What the time for which a record is kept begins with.', {
  SOURCE_CLOSED: 'A learning source is closed, or the committee decided not to review.',
  ACTION_SIGNED_OFF: 'An action is signed off.',
  ACTION_ENDED: 'An action is stopped or superseded.',
  PLAN_CLOSED: 'A plan is closed.',
  CYCLE_CLOSED: 'A PDSA cycle is closed or cancelled.',
  MEMBER_ENDED: 'A membership ends.',
});
export type RetentionTrigger = keyof typeof RetentionTrigger;

export const Fate = describedEnum('Fate', 'What becomes of a record when its time is over.', {
  DESTROY: 'Its texts are erased; ids, dates, states and counts stay.',
  TRANSFER: 'It goes to an archive, and stays here.',
  REVIEW: 'Somebody looks at it and decides.',
  KEEP_PERMANENTLY: 'It is kept for good and never comes due.',
});
export type Fate = keyof typeof Fate;

export const DisposalDecision = describedEnum('DisposalDecision', 'What is to be done with a record that is due.', {
  DESTROY: 'Erase its texts, and those of what belongs to it.',
  TRANSFER: 'Hand it to an archive; the note says to which, and under which reference.',
  KEEP: 'Keep it until a day, when it is due again.',
});
export type DisposalDecision = keyof typeof DisposalDecision;

export const DisposalStatus = describedEnum('DisposalStatus', 'How far a disposal has come.', {
  PROPOSED: 'Proposed; a second person decides.',
  CARRIED_OUT: 'Confirmed and carried out.',
  DECLINED: 'Declined; nothing was done.',
});
export type DisposalStatus = keyof typeof DisposalStatus;
