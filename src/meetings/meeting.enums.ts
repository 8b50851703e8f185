import { describedEnum } from '../api/describedEnum';

export const MeetingKind = describedEnum('MeetingKind', 'What kind of meeting it is.', {
  ORDINARY: 'One of the regular meetings.',
  EXTRAORDINARY: 'Called for a matter that could not wait.',
  DEVELOPMENT: 'A development day.',
});
export type MeetingKind = keyof typeof MeetingKind;

export const MeetingStatus = describedEnum('MeetingStatus', 'How far a meeting has come.', {
  PLANNED: 'To be held. Its agenda shows what stands today.',
  HELD: 'Held. Its agenda stays as it was; decisions can be recorded.',
  MINUTES_AGREED: 'Its minutes are agreed; no more decisions are recorded.',
  CANCELLED: 'Not held, with the reason.',
});
export type MeetingStatus = keyof typeof MeetingStatus;

export const Presence = describedEnum('Presence', 'Whether someone was at a meeting.', {
  PRESENT: 'Present.',
  APOLOGIES: 'Sent apologies.',
  ABSENT: 'Neither present nor excused.',
});
export type Presence = keyof typeof Presence;

export const MeetingDecisionKind = describedEnum('MeetingDecisionKind', 'What a meeting decides about something before it.', {
  NOTE: 'Noted; nothing follows.',
  CONTINUE: 'To go on as it is; of an action also that the request for a new due date which waits is refused.',
  ACCEPT_COMPLETION: 'Accepted as complete: an action is signed off, a recommendation is closed.',
  REQUEST_EVIDENCE: 'Not accepted as complete; more evidence is asked for.',
  REVISE_DATE: 'Given a new due date.',
  ESCALATE_TO_COG: 'Put before the chief officers’ body.',
  REASSIGN: 'Given to another lead.',
  MERGE: 'Replaced by another, which goes on for both.',
  STOP: 'Stopped, with the reason.',
  REOPEN: 'Opened again, with the reason.',
});
export type MeetingDecisionKind = keyof typeof MeetingDecisionKind;
