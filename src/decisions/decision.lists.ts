import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalFlagInput, OptionalIdsInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded } from '../api/orders';
import { MeetingDecisionKind } from '../meetings/meeting.enums';
import { anyIdOf, anyOf, whether, words } from '../store/conditions';
import { EscalationStatus } from './decision.enums';
import { Escalation, MeetingDecision } from './meetingDecision.entity';

@InputType({ description: 'Which decisions of meetings.' })
export class MeetingDecisionFilter {
  @ChoicesInput(() => MeetingDecisionKind, 'Only these.')
  kinds?: MeetingDecisionKind[] | null;

  @OptionalIdsInput('Only of these meetings.')
  meetingIds?: string[] | null;

  @OptionalFlagInput('Only those that stand (true) or only those that a later one supersedes (false).')
  stands?: boolean | null;

  @OptionalLineInput('Words that all occur in the reason or the place in the minutes.')
  text?: string | null;
}

export const meetingDecisions = listing(MeetingDecision, {
  filter: MeetingDecisionFilter,
  where: {
    kinds: anyOf('kind'),
    meetingIds: anyIdOf('meeting_id'),
    stands: whether(({ alias }) => `not exists (select 1 from meeting_decision l where l.supersedes_id = ${alias}.id)`),
    text: words('reason', 'minute_ref'),
  },
  orders: { RECORDED_AT: byRecorded },
});

@InputType({ description: 'Which escalations.' })
export class EscalationFilter {
  @ChoicesInput(() => EscalationStatus, 'Only these states.')
  statuses?: EscalationStatus[] | null;

  @OptionalLineInput('Words that all occur in the question or the answer.')
  text?: string | null;
}

export const escalations = listing(Escalation, {
  filter: EscalationFilter,
  where: { statuses: anyOf('status'), text: words('question', 'answer') },
  orders: { RECORDED_AT: byRecorded },
});
