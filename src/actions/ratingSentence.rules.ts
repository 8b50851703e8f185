import type { RatingReason } from './rating.enums';
import type { Rating } from './rating.rules';

const sentences: Readonly<Record<RatingReason, (days: number) => string>> = {
  NOT_APPROVED: () => 'It is not approved yet.',
  STOPPED: () => 'It was stopped.',
  SUPERSEDED: () => 'Another action replaced it.',
  EMBEDDED: () => 'It has become ordinary work.',
  SIGNED_OFF: () => 'A meeting signed it off.',
  SIGNED_OFF_NOT_EMBEDDED: () => 'A meeting signed it off; it is not yet embedded.',
  SAID_TO_BE_DONE: () => 'Its lead says that it is done.',
  DONE_LATE: () => 'Its lead says that it is done, after this date; it awaits sign-off.',
  DONE_IN_TIME: () => 'Its lead says that it is done, in time; it awaits sign-off.',
  OVERDUE: (past) => `It is ${days(past)} overdue.`,
  JUST_OVERDUE: (past) => `It is ${days(past)} overdue, within the days of grace.`,
  HELD_PAST_DATE: () => 'It is on hold until this date or later.',
  MILESTONE_PAST_DATE: () => 'A milestone still to be reached is due after this date.',
  WAITS_PAST_DATE: () => 'An action that must be done first is due after this date.',
  HOLD_REVIEW_PASSED: () => 'It is on hold, and the day to look at it again has passed.',
  ON_HOLD: () => 'It is on hold.',
  REOPENED: () => 'It was opened again after sign-off.',
  NOT_STARTED_NEAR_DATE: (past) => `It is not started, and ${left(past)}.`,
  NOT_STARTED: () => 'It is approved and not started.',
  BLOCKED: () => 'The latest report says that something stands in the way.',
  MILESTONE_LATE: () => 'A milestone is overdue.',
  QUIET_NEAR_DATE: (past) => `Nothing has been reported for a while, and ${left(past)}.`,
  ON_TRACK: () => 'Nothing recorded speaks against delivery by this date.',
};

/** Why an action has its colour, in plain English. */
export const ratingSentence = ({ reason, daysPast }: Rating): string => sentences[reason](daysPast ?? 0);

const days = (count: number): string => (count === 1 ? 'a day' : `${count} days`);

const left = (past: number): string => (past === 0 ? 'this is the day' : `${days(-past)} ${past === -1 ? 'is' : 'are'} left`);
