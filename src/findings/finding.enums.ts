import { describedEnum } from '../api/describedEnum';

export const FindingKind = describedEnum('FindingKind', 'What a source calls what it found.', {
  FINDING: 'A finding: how the system works, and why.',
  ISSUE_FOR_CONSIDERATION: 'An issue or question put to the committee, which decides its own response.',
  LEARNING_POINT: 'A learning point that may need sharing only.',
  PRIORITY_AREA_FOR_IMPROVEMENT: 'A numbered priority area of a joint inspection, for the whole partnership.',
  AREA_FOR_IMPROVEMENT: 'An area for improvement named by an inspection or audit.',
  REQUIREMENT: 'A requirement with legal backing.',
  GOOD_PRACTICE: 'A strength or good practice to spread.',
  KEY_MESSAGE: 'A key message of an overview report.',
});
export type FindingKind = keyof typeof FindingKind;

export const FindingPolarity = describedEnum('FindingPolarity', 'Whether a finding is good news.', {
  CONCERN: 'Something that has to get better.',
  STRENGTH: 'Something that works well.',
  MIXED: 'Both.',
});
export type FindingPolarity = keyof typeof FindingPolarity;

export const FindingLevel = describedEnum('FindingLevel', 'Whose gift the answer lies in.', {
  SINGLE_AGENCY: 'One agency.',
  MULTI_AGENCY: 'Several agencies of the partnership.',
  NATIONAL: 'National bodies.',
});
export type FindingLevel = keyof typeof FindingLevel;

export const FindingStatus = describedEnum('FindingStatus', 'How far the committee has come with a finding.', {
  DRAFT: 'Being written.',
  RECORDED: 'Recorded; the committee has not yet said whether it accepts it.',
  ACCEPTED: 'Accepted; a response is owed.',
  NOT_ACCEPTED: 'Not accepted, with reasons.',
  REFERRED_ELSEWHERE: 'Outside the committee’s gift; taken to another forum.',
  RESPONSE_AGREED: 'The response is agreed: actions, or reasons why there are none.',
  ADDRESSED: 'All its actions are closed.',
  ASSURED: 'Evidence shows that the response changed practice or outcomes.',
  REOPENED: 'Opened again, because it was not settled after all.',
  SUPERSEDED: 'Replaced by another finding.',
});
export type FindingStatus = keyof typeof FindingStatus;
