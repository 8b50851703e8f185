import { Field, ObjectType } from 'type-graphql';
import { Action } from '../actions/action.entity';
import { ActionPayload } from '../actions/action.payloads';
import { actionPolicy } from '../actions/action.policy';
import { MutationPayload, verb } from '../api/verbs';
import { Meeting } from '../meetings/meeting.entity';
import { AnswerEscalationInput, RecordDecisionInput, SignOffActionInput } from './decision.input';
import { answerEscalation, recordDecision, signOffAction } from './decision.service';
import { agendaPolicy, escalationPolicy } from './decision.policy';
import { Escalation, MeetingDecision } from './meetingDecision.entity';

@ObjectType({
  implements: MutationPayload,
  description: 'A decision that was recorded, and what it put before the chief officers.',
})
export class MeetingDecisionPayload extends MutationPayload {
  @Field(() => MeetingDecision, { description: 'The decision.' })
  decision!: MeetingDecision;

  @Field(() => Escalation, { nullable: true, description: 'The escalation, where that was the decision.' })
  escalation!: Escalation | null;
}

@ObjectType({ implements: MutationPayload, description: 'An escalation as it is after the change.' })
export class EscalationPayload extends MutationPayload {
  @Field(() => Escalation, { description: 'The escalation.' })
  escalation!: Escalation;
}

export const decisionVerbs = [
  verb('recordDecision', {
    description:
      'Record what a held meeting decided about one version of something, and carry it out: sign off, ask for evidence, re-date, escalate, reassign, merge, stop or reopen.',
    ...agendaPolicy.recordDecision,
    on: Meeting,
    named: 'meetingId',
    input: RecordDecisionInput,
    gives: MeetingDecisionPayload,
    does: recordDecision,
  }),
  verb('signOffAction', {
    description:
      'Sign an action off for a meeting, on at least one piece of evidence; never by its own lead. A chief officer signs off what was escalated.',
    ...actionPolicy.signOffAction,
    on: Action,
    input: SignOffActionInput,
    gives: ActionPayload,
    does: signOffAction,
  }),
  verb('answerEscalation', {
    description: 'Record what the chief officers’ body decided.',
    ...escalationPolicy.answerEscalation,
    on: Escalation,
    input: AnswerEscalationInput,
    gives: EscalationPayload,
    does: answerEscalation,
  }),
];
