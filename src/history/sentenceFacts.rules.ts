/** A value as people read it; a key is the name of what it leads to. */
export interface ReadChange {
  /** The type of the row, such as Action, and what the row is called, such as LR-2026-01/F1/A1. */
  readonly typeName: string;
  readonly name: string | null;
  readonly how: 'MADE' | 'CHANGED' | 'REMOVED';
  readonly fields: readonly ReadField[];
}

export interface ReadField {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ReadEvent {
  readonly verb: string;
  /** In which role somebody did it, and how they are called. */
  readonly actor: string;
  readonly actorName?: string | null;
  readonly changes: readonly ReadChange[];
}

/**
 * The keys to what a row belongs to, the nearest first, each with its type. What has no name of its own is called by the first of them
 * that it has; a key to whoever wrote it down says nothing of what it is.
 */
export const ownerTypes: Readonly<Record<string, string>> = {
  ...{ actionId: 'Action', findingId: 'Finding', recommendationId: 'Recommendation', cycleId: 'PdsaCycle' },
  ...{ questionId: 'PdsaQuestion', predictionId: 'Prediction', measureId: 'Measure', changeIdeaId: 'ChangeIdea' },
  ...{ driverId: 'Driver', aimId: 'Aim', outcomeId: 'Outcome', planId: 'Plan', sourceId: 'LearningSource' },
  ...{ dataPointId: 'DataPoint', redateRequestId: 'RedateRequest', escalationId: 'Escalation', rampId: 'PdsaRamp' },
  ...{ decisionId: 'MeetingDecision', meetingId: 'Meeting', serviceAccountId: 'ServiceAccount' },
  ...{ restrictedGroupId: 'RestrictedGroup', memberId: 'Member', withMemberId: 'Member', agencyId: 'Agency' },
};

/** What meetings decide about, and what else stands on their agendas. */
export const subjectKeys: readonly string[] = [
  ...['actionId', 'findingId', 'recommendationId', 'cycleId', 'measureId', 'planId'],
  ...['rampId', 'redateRequestId', 'escalationId'],
];
