import { becomes, duty, may, type Permissions, state } from '../access/policy';
import { allBut, type Reading } from '../access/reading';
import type { Role } from '../access/roles';
import type { Meeting, Subgroup } from './meeting.entity';
import type { MeetingStatus } from './meeting.enums';
import { meetingMoves } from './meeting.rules';

const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR'];
const officers: readonly Role[] = [...chairs, 'LEAD_OFFICER'];

/** Who chairs meetings, and records what they decided. */
export const meetingChairs: readonly Role[] = [...chairs, 'SUBGROUP_CHAIR'];

/** Who plans meetings and keeps their record. */
export const meetingKeepers: readonly Role[] = [...officers, 'SUBGROUP_CHAIR'];

export const mayChair = (role: Role): boolean => meetingChairs.includes(role);

/** They act for the meetings they chair and the subgroups they chair, and for no other. */
export const isTheirMeeting = duty<Meeting>(
  'meeting.notTheirs',
  'The chair of a subgroup acts only for the meetings of the subgroup they chair.',
  ({ subgroupId, chairId }, { role, id, chairedSubgroupIds }) =>
    role !== 'SUBGROUP_CHAIR' || (subgroupId !== null && (chairId === id || chairedSubgroupIds.includes(subgroupId))),
);

const to = (status: MeetingStatus) => becomes(meetingMoves, 'meeting', status);

const isPlanned = state<Meeting>(
  'meeting.planned',
  ({ status }) => status === 'PLANNED',
  ({ status }) => `This meeting is ${status}; only a planned one is changed.`,
);

const isUnsettled = state<Meeting>(
  'attendance.settled',
  ({ status }) => status === 'PLANNED' || status === 'HELD',
  ({ status }) => `This meeting is ${status}; who was there stays as recorded.`,
);

const wasHeld = state<Meeting>(
  'meeting.notHeld',
  ({ status }) => status !== 'PLANNED' && status !== 'CANCELLED',
  ({ status }) => (status === 'PLANNED' ? 'This meeting has not been held yet.' : 'This meeting was cancelled.'),
);

const minutesAreOpen = state<Meeting>(
  'meeting.minutesAgreed',
  ({ status }) => status !== 'MINUTES_AGREED',
  'The minutes of this meeting are agreed; a later meeting decides.',
);

/** Decisions of a meeting are recorded from when it was held until its minutes are agreed. */
export const canDecide = { provided: [wasHeld, minutesAreOpen] };

export const meetingPolicy = {
  planMeeting: may(meetingKeepers, isTheirMeeting),
  replanMeeting: may(meetingKeepers, isTheirMeeting, isPlanned),
  cancelMeeting: may(meetingKeepers, isTheirMeeting, to('CANCELLED')),
  holdMeeting: may(meetingKeepers, isTheirMeeting, to('HELD')),
  recordAttendance: may(meetingKeepers, isTheirMeeting, isUnsettled),
  agreeMinutes: may(meetingKeepers, isTheirMeeting, to('MINUTES_AGREED')),
} satisfies Permissions<Meeting>;

const isAtWork = state<Subgroup>('subgroup.ended', ({ endedOn }) => endedOn === null, 'This subgroup was wound up.');

/** What is delegated is the chair's to say: the lead officer runs the business, and decides nothing of it. */
export const subgroupPolicy = {
  formSubgroup: may(officers),
  reviseSubgroup: may(officers, isAtWork),
  delegateToSubgroup: may(chairs, isAtWork),
  windUpSubgroup: may(officers, isAtWork),
} satisfies Permissions<Subgroup>;

const withTheCommittee = allBut('PARTNER_VIEWER', 'ADMIN');

/** That there was a meeting is told to partners; who was there, and why one was cancelled, is the committee's own. */
export const meetingReading: Reading = { Attendance: withTheCommittee, 'Meeting.statusReason': withTheCommittee };
