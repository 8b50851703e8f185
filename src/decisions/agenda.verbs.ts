import { verb } from '../api/verbs';
import { keepers, MeetingPayload } from '../meetings/meeting.verbs';
import { AddAgendaItemInput, DeferAgendaItemInput, HoldMeetingInput } from './agenda.input';
import { addAgendaItem, deferAgendaItem, holdMeeting } from './agenda.service';

export const agendaVerbs = [
  verb('holdMeeting', {
    description:
      'Record that a planned meeting is held. Its agenda is kept as it stands at this moment, and decisions can be recorded.',
    by: keepers,
    input: HoldMeetingInput,
    gives: MeetingPayload,
    does: holdMeeting,
  }),
  verb('addAgendaItem', {
    description: 'Put something on the agenda of a planned meeting.',
    by: [...keepers, 'MEMBER', 'ACTION_LEAD', 'IMPROVEMENT_ADVISER'],
    input: AddAgendaItemInput,
    gives: MeetingPayload,
    does: addAgendaItem,
  }),
  verb('deferAgendaItem', {
    description: 'Take something of an agenda at a later meeting, with the reason. It stays on this agenda as deferred.',
    by: keepers,
    input: DeferAgendaItemInput,
    gives: MeetingPayload,
    does: deferAgendaItem,
  }),
];
