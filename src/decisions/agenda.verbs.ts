import { verb } from '../api/verbs';
import { Meeting } from '../meetings/meeting.entity';
import { meetingPolicy } from '../meetings/meeting.policy';
import { MeetingPayload } from '../meetings/meeting.verbs';
import { AddAgendaItemInput, DeferAgendaItemInput, HoldMeetingInput } from './agenda.input';
import { addAgendaItem, deferAgendaItem, holdMeeting } from './agenda.service';
import { agendaPolicy } from './decision.policy';

export const agendaVerbs = [
  verb('holdMeeting', {
    description:
      'Record that a planned meeting is held. Its agenda is kept as it stands at this moment, not as at an earlier day on which it met; so record it on the day. Decisions can then be recorded.',
    ...meetingPolicy.holdMeeting,
    on: Meeting,
    input: HoldMeetingInput,
    gives: MeetingPayload,
    does: holdMeeting,
  }),
  verb('addAgendaItem', {
    description: 'Put something on the agenda of a planned meeting.',
    ...agendaPolicy.addAgendaItem,
    on: Meeting,
    named: 'meetingId',
    input: AddAgendaItemInput,
    gives: MeetingPayload,
    does: addAgendaItem,
  }),
  verb('deferAgendaItem', {
    description: 'Take something of an agenda at a later meeting, with the reason. It stays on this agenda as deferred.',
    ...agendaPolicy.deferAgendaItem,
    on: Meeting,
    named: 'meetingId',
    input: DeferAgendaItemInput,
    gives: MeetingPayload,
    does: deferAgendaItem,
  }),
];
