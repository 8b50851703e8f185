import { may, type Permissions, state } from '../access/policy';
import { allBut, type Reading } from '../access/reading';
import type { Role } from '../access/roles';
import type { Meeting } from '../meetings/meeting.entity';
import { canDecide, isTheirMeeting, meetingChairs, meetingKeepers } from '../meetings/meeting.policy';
import type { Escalation } from './meetingDecision.entity';

const isStillOpen = state<Meeting>(
  'agenda.kept',
  ({ status }) => status === 'PLANNED',
  ({ status }) => `This meeting is ${status}; its agenda stays as it was.`,
);

const canStillDefer = state<Meeting>(
  'agenda.settled',
  ({ status }) => status === 'PLANNED' || status === 'HELD',
  ({ status }) => `This meeting is ${status}; nothing of it is deferred any more.`,
);

/** The agenda that takes something must still be open, and theirs. */
export const takesMore = { provided: [isTheirMeeting, isStillOpen] };

/** Whoever works on the plan brings something before the committee; whose meeting it is says what else becomes of it. */
export const agendaPolicy = {
  addAgendaItem: may([...meetingKeepers, 'MEMBER', 'ACTION_LEAD', 'IMPROVEMENT_ADVISER'], ...takesMore.provided),
  deferAgendaItem: may(meetingKeepers, isTheirMeeting, canStillDefer),
  recordDecision: may(meetingChairs, isTheirMeeting, ...canDecide.provided),
} satisfies Permissions<Meeting>;

const isUnanswered = state<Escalation>(
  'escalation.answered',
  ({ status }) => status === 'OPEN',
  ({ status }) => `This escalation is ${status}; only one that is open is answered.`,
);

export const escalationPolicy = { answerEscalation: may(['CHIEF_OFFICER'], isUnanswered) } satisfies Permissions<Escalation>;

/** Chief officers sign off what was put before them, and nothing else. */
export const decidesOnlyWhatWasEscalated = (role: Role): boolean => role === 'CHIEF_OFFICER';

const withTheCommittee = allBut('PARTNER_VIEWER', 'ADMIN');

/** What comes before a meeting, what was said of it and what the chief officers answered is for those who work with the committee. */
export const decisionReading: Reading = {
  ...{ Agenda: withTheCommittee, AgendaEntry: withTheCommittee, AgendaCount: withTheCommittee, AgendaItem: withTheCommittee },
  ...{ MeetingDecision: withTheCommittee, Escalation: withTheCommittee },
};
