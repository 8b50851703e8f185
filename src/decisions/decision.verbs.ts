import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../access/roles';
import { ActionPayload } from '../actions/action.payloads';
import { MutationPayload, verb } from '../api/verbs';
import { AnswerEscalationInput, RecordDecisionInput, SignOffActionInput } from './decision.input';
import { answerEscalation, recordDecision, signOffAction } from './decision.service';
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

const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR', 'SUBGROUP_CHAIR'];

export const decisionVerbs = [
  verb('recordDecision', {
    description:
      'Record what a held meeting decided about one version of something, and carry it out: sign off, ask for evidence, re-date, escalate, reassign, merge, stop or reopen.',
    by: chairs,
    input: RecordDecisionInput,
    gives: MeetingDecisionPayload,
    does: recordDecision,
  }),
  verb('signOffAction', {
    description:
      'Sign an action off for a meeting, on at least one piece of evidence; never by its own lead. A chief officer signs off what was escalated.',
    by: [...chairs, 'CHIEF_OFFICER'],
    input: SignOffActionInput,
    gives: ActionPayload,
    does: signOffAction,
  }),
  verb('answerEscalation', {
    description: 'Record what the chief officers’ body decided.',
    by: ['CHIEF_OFFICER'],
    input: AnswerEscalationInput,
    gives: EscalationPayload,
    does: answerEscalation,
  }),
];
