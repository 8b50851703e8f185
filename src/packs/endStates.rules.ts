/** In which states the things of each type have come to their end. */
export const endStates: Readonly<Partial<Record<string, readonly string[]>>> = {
  LearningSource: ['CLOSED', 'NOT_PROCEEDING'],
  Finding: ['NOT_ACCEPTED', 'REFERRED_ELSEWHERE', 'ASSURED', 'SUPERSEDED'],
  Recommendation: ['NOT_ACCEPTED', 'CLOSED'],
  Plan: ['CLOSED'],
  Action: ['SIGNED_OFF', 'EMBEDDED', 'STOPPED', 'SUPERSEDED'],
  ChangeIdea: ['SUSTAINED', 'ABANDONED'],
  PdsaCycle: ['CLOSED', 'CANCELLED'],
  Measure: ['RETIRED'],
  Meeting: ['CANCELLED'],
};

/** In which states an action is under way or waits for its sign-off. */
export const openStates: readonly string[] = ['APPROVED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETE_AWAITING_SIGN_OFF', 'REOPENED'];
