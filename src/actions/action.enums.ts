import { describedEnum } from '../api/describedEnum';

export const ActionStatus = describedEnum(
  'ActionStatus',
  'How far an action has come: what people say was delivered. Being overdue is computed, never a state.',
  {
    DRAFT: 'Being written.',
    PROPOSED: 'Before the committee.',
    APPROVED: 'Approved; not started.',
    IN_PROGRESS: 'Under way.',
    ON_HOLD: 'Waiting, with a reason and a day to look again.',
    COMPLETE_AWAITING_SIGN_OFF: 'Its lead says it is done; the committee has not signed it off.',
    SIGNED_OFF: 'Signed off by a meeting, on evidence.',
    EMBEDDED: 'Part of ordinary work, with evidence that practice changed.',
    STOPPED: 'Stopped, with reasons.',
    SUPERSEDED: 'Replaced by another action.',
    REOPENED: 'Opened again after sign-off.',
  },
);
export type ActionStatus = keyof typeof ActionStatus;

export const ActionOrigin = describedEnum('ActionOrigin', 'Why an action exists.', {
  FINDING: 'It answers at least one finding.',
  PLANNED_PRIORITY: 'It is a priority the committee set itself, with reasons.',
});
export type ActionOrigin = keyof typeof ActionOrigin;

export const ChangeType = describedEnum(
  'ChangeType',
  'What kind of change an action makes. Only a test of change needs PDSA cycles.',
  {
    TEST_OF_CHANGE: 'A change that is tested in PDSA cycles.',
    TASK: 'A task to be done once.',
    POLICY_PROCEDURE: 'A policy or procedure.',
    TRAINING: 'Training.',
    RESOURCE: 'Staff, money or equipment.',
    GOVERNANCE: 'How the work is led and overseen.',
  },
);
export type ChangeType = keyof typeof ChangeType;

export const Confidence = describedEnum(
  'Confidence',
  'How confident the lead is. The committee’s legend says what each colour means.',
  {
    GREEN: 'On track.',
    AMBER: 'Slipping or at risk, with a plan to recover.',
    RED: 'Will not deliver without intervention.',
  },
);
export type Confidence = keyof typeof Confidence;

export const ConfidenceBasis = describedEnum('ConfidenceBasis', 'What a confidence is about.', {
  NOW: 'How things stand now.',
  FORECAST_TO_DUE_DATE: 'How things are expected to stand on the due date.',
});
export type ConfidenceBasis = keyof typeof ConfidenceBasis;

export const PartState = describedEnum('PartState', 'How far a contributing agency has come with its part.', {
  NOT_STARTED: 'Not started.',
  IN_PROGRESS: 'Under way.',
  DONE: 'Done.',
});
export type PartState = keyof typeof PartState;

export const RedateRequestStatus = describedEnum('RedateRequestStatus', 'What became of a request for a new due date.', {
  WAITING: 'It waits for a decision.',
  GRANTED: 'The action was given a new date.',
  REFUSED: 'It was refused, with the reason.',
  WITHDRAWN: 'It was taken back.',
});
export type RedateRequestStatus = keyof typeof RedateRequestStatus;

export const EvidenceKind = describedEnum('EvidenceKind', 'What a piece of evidence is.', {
  DOCUMENT: 'A document, procedure or minute.',
  ATTENDANCE: 'Who took part, for example in training.',
  AUDIT: 'An audit or re-audit.',
  MEASURE: 'Data of a measure.',
  FEEDBACK: 'What children, families or staff say.',
  OBSERVATION: 'Practice seen at work.',
  OTHER: 'Something else.',
});
export type EvidenceKind = keyof typeof EvidenceKind;
