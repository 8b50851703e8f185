import { describedEnum } from '../api/describedEnum';

export const CycleStatus = describedEnum(
  'CycleStatus',
  'Which stage a PDSA cycle is in. There is no way back; a correction is an addendum.',
  {
    PLANNING: 'Plan: the questions, predictions, tasks and data are being written. Only now can they change.',
    DOING: 'Do: it is being carried out. The plan and its predictions are frozen.',
    STUDYING: 'Study: what happened is compared with what was predicted.',
    ACTING: 'Act: it remains to be decided what follows.',
    CLOSED: 'Decided; the decision says what follows.',
    CANCELLED: 'Given up before it was started.',
  },
);
export type CycleStatus = keyof typeof CycleStatus;

export const CycleIntent = describedEnum('CycleIntent', 'What a cycle is for.', {
  COLLECT_INFORMATION: 'To learn how things are now.',
  DEVELOP_CHANGE: 'To work out a change.',
  TEST_CHANGE: 'To try a change out; failing is informative.',
  IMPLEMENT_CHANGE: 'To make a change permanent.',
});
export type CycleIntent = keyof typeof CycleIntent;

export const TestScale = describedEnum('TestScale', 'How large a test is, from smallest to largest.', {
  SINGLE: 'One person, one professional, one time.',
  VERY_SMALL: 'A handful of times, by one or two people.',
  SMALL: 'Several people of one team.',
  MULTI_TEAM: 'More than one team.',
  LARGE: 'A large part of the system.',
  WHOLE_SYSTEM: 'Everywhere.',
});
export type TestScale = keyof typeof TestScale;

export const CycleDecision = describedEnum('CycleDecision', 'What a cycle led to.', {
  ADOPT: 'The change works: test it at a larger scale, or implement it.',
  ADAPT: 'The change is altered and tested again in a next cycle.',
  ABANDON: 'The change is not pursued.',
});
export type CycleDecision = keyof typeof CycleDecision;

export const PredictionDirection = describedEnum('PredictionDirection', 'Which way a measure is predicted to move.', {
  INCREASE: 'Up.',
  DECREASE: 'Down.',
  NO_CHANGE: 'It stays as it is.',
});
export type PredictionDirection = keyof typeof PredictionDirection;

export const PredictionVerdict = describedEnum('PredictionVerdict', 'What people say became of a prediction.', {
  MET: 'It came true.',
  PARTLY: 'It came true in part.',
  NOT_MET: 'It did not come true.',
  CANNOT_TELL: 'What was seen does not tell.',
});
export type PredictionVerdict = keyof typeof PredictionVerdict;
