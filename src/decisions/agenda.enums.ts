import { describedEnum } from '../api/describedEnum';

export const AgendaKind = describedEnum('AgendaKind', 'Why something is on an agenda.', {
  AWAITING_SIGN_OFF: 'An action whose lead says that it is done.',
  DATE_CHANGE_REQUESTED: 'A request for a new due date that waits for a decision.',
  ESCALATED: 'Something before the chief officers’ body, or answered by it since the last meeting.',
  OVERDUE: 'An action past its due date.',
  RATED_RED: 'An action that is not overdue and will not be delivered by its date, by what is recorded.',
  CONFIDENCE_RED: 'An open action that is not rated red, and whose latest confidence, as reported, is red.',
  RATED_AMBER: 'An action at risk for another reason than those named here.',
  HOLD_REVIEW_PASSED: 'An action on hold past the day to look at it again.',
  REDATED_OFTEN: 'An approved action that was re-dated more than once and is not over; also one that awaits sign-off.',
  BETTER_BY_REDATING: 'An action re-dated once that is rated better than against its original date only because of that.',
  NO_RESPONSE: 'An accepted finding without a live response.',
  STALLED: 'A cycle or ramp that has come to a stand.',
  SIGNAL: 'A measure with a signal that was not on the last agenda.',
  DEFERRED: 'Deferred from an earlier meeting.',
  ADDED: 'Put on the agenda by hand.',
});
export type AgendaKind = keyof typeof AgendaKind;
