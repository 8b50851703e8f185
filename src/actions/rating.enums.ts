import { describedEnum } from '../api/describedEnum';

export const RatingColour = describedEnum(
  'RatingColour',
  'The colours actions are rated by. What each means to a committee stands in its legend.',
  {
    BLUE: 'Usually: complete and signed off.',
    GREEN: 'Usually: on track.',
    AMBER: 'Usually: slipping or at risk.',
    RED: 'Usually: overdue, or will not be delivered without intervention.',
    GREY: 'Usually: not started, on hold or not due.',
  },
);
export type RatingColour = keyof typeof RatingColour;

export const BlueFrom = describedEnum('BlueFrom', 'From which state on an action counts as BLUE.', {
  COMPLETE_AWAITING_SIGN_OFF: 'Once its lead says that it is done.',
  SIGNED_OFF: 'Once a meeting has signed it off.',
  EMBEDDED: 'Once it has become ordinary work.',
});
export type BlueFrom = keyof typeof BlueFrom;

export const RatingReason = describedEnum('RatingReason', 'The rule that gave an action its colour: the first that applies.', {
  NOT_APPROVED: 'It is still being written or is before the committee.',
  STOPPED: 'It was stopped.',
  SUPERSEDED: 'Another action replaced it.',
  EMBEDDED: 'It has become ordinary work.',
  SIGNED_OFF: 'A meeting signed it off.',
  SIGNED_OFF_NOT_EMBEDDED: 'A meeting signed it off; blue here means embedded.',
  SAID_TO_BE_DONE: 'Its lead says that it is done, which is blue here.',
  DONE_LATE: 'Its lead says that it is done, after the date; no meeting has signed it off yet.',
  DONE_IN_TIME: 'Its lead says that it is done, in time; no meeting has signed it off yet.',
  OVERDUE: 'It is not done, and the date has passed.',
  JUST_OVERDUE: 'It is not done, and the date has passed by no more than the days of grace.',
  HELD_PAST_DATE: 'Forecast: it is on hold until the date or later.',
  MILESTONE_PAST_DATE: 'Forecast: a milestone that is still to be reached is due after the date.',
  WAITS_PAST_DATE: 'Forecast: an action that must be done first is due after the date.',
  HOLD_REVIEW_PASSED: 'It is on hold, and the day to look at it again has passed.',
  ON_HOLD: 'It is on hold.',
  REOPENED: 'It was opened again after sign-off and has not been taken up since.',
  NOT_STARTED_NEAR_DATE: 'It is not started, and the date is near.',
  NOT_STARTED: 'It is approved and not started.',
  BLOCKED: 'The latest report says that something stands in the way.',
  MILESTONE_LATE: 'A milestone is overdue.',
  QUIET_NEAR_DATE: 'The date is near, and nothing has been reported for a while.',
  ON_TRACK: 'Nothing recorded speaks against delivery by the date.',
});
export type RatingReason = keyof typeof RatingReason;

export const RatingCategory = describedEnum(
  'RatingCategory',
  'What the ratings against the date in force and against the original date say together. Each action is in exactly one.',
  {
    COMPLETE: 'Blue against the date in force.',
    ON_TRACK: 'Green against the date in force, and no worse against the original.',
    GREEN_BY_REDATING: 'Green against the date in force only because that was moved: amber or red against the original.',
    GREY_BY_REDATING:
      'Grey against the date in force only because that was moved: not started or on hold, and amber or red against the original.',
    AT_RISK: 'Amber against the date in force.',
    OFF_TRACK: 'Red against the date in force.',
    WAITING: 'Grey: not approved, not started, or on hold; and no worse against the original.',
    GIVEN_UP: 'Grey: stopped or replaced.',
  },
);
export type RatingCategory = keyof typeof RatingCategory;
