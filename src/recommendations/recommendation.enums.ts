import { describedEnum } from '../api/describedEnum';

export const RecommendationStatus = describedEnum('RecommendationStatus', 'How far a recommendation has come.', {
  PROPOSED: 'Made by the source; the committee has not answered yet.',
  ACCEPTED: 'Accepted.',
  PARTLY_ACCEPTED: 'Accepted in part, with reasons.',
  NOT_ACCEPTED: 'Not accepted, with reasons; the chief officers are told.',
  IN_PROGRESS: 'Being carried out.',
  ON_HOLD: 'Waiting for something, with reasons.',
  IMPLEMENTED: 'Carried out.',
  CLOSED: 'Closed by the committee.',
  REOPENED: 'Opened again.',
});
export type RecommendationStatus = keyof typeof RecommendationStatus;

export const RecommendationAnswer = describedEnum('RecommendationAnswer', 'What the committee can say to a recommendation.', {
  ACCEPTED: 'It accepts the recommendation.',
  PARTLY_ACCEPTED: 'It accepts a part; a reason is needed.',
  NOT_ACCEPTED: 'It does not accept it; a reason is needed, and the chief officers are told.',
});
export type RecommendationAnswer = keyof typeof RecommendationAnswer;

export const RecommendationScope = describedEnum('RecommendationScope', 'Whom a recommendation is for.', {
  SINGLE_AGENCY: 'One agency.',
  MULTI_AGENCY: 'The partnership.',
  NATIONAL: 'National bodies.',
});
export type RecommendationScope = keyof typeof RecommendationScope;

export const RecommendationProgress = describedEnum(
  'RecommendationProgress',
  'Progress on the scale of the Inspectorate of Prosecution in Scotland; a judgement apart from the state.',
  {
    NOT_PROGRESSED: 'Nothing has been done.',
    IN_PROGRESS: 'Work is under way.',
    SUBSTANTIAL_PROGRESS: 'Most of it is done.',
    ACHIEVED: 'All of it is done.',
  },
);
export type RecommendationProgress = keyof typeof RecommendationProgress;
