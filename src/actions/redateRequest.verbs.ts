import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { RedateRequest } from './redateRequest.entity';
import { RefuseRedateInput, RequestRedateInput, WithdrawRedateInput } from './redateRequest.input';
import { refuseRedate, requestRedate, withdrawRedate } from './redateRequest.service';

@ObjectType({ implements: MutationPayload, description: 'A request for a new date as it is after the change.' })
export class RedateRequestPayload extends MutationPayload {
  @Field(() => RedateRequest, { description: 'The request.' })
  redateRequest!: RedateRequest;
}

export const redateRequestVerbs = [
  verb('requestRedate', {
    description: 'Ask for a new due date. The date in force stays until a chair or a meeting decides.',
    by: ['ACTION_LEAD', 'LEAD_OFFICER', 'MEMBER', 'SUBGROUP_CHAIR'],
    input: RequestRedateInput,
    gives: RedateRequestPayload,
    does: requestRedate,
  }),
  verb('refuseRedate', {
    description: 'Refuse a request for a new date, with the reason. Giving the action a new date grants it.',
    by: ['CHAIR', 'VICE_CHAIR', 'SUBGROUP_CHAIR'],
    input: RefuseRedateInput,
    gives: RedateRequestPayload,
    does: refuseRedate,
  }),
  verb('withdrawRedate', {
    description: 'Take back a request for a new date.',
    by: ['ACTION_LEAD', 'LEAD_OFFICER', 'MEMBER', 'SUBGROUP_CHAIR'],
    input: WithdrawRedateInput,
    gives: RedateRequestPayload,
    does: withdrawRedate,
  }),
];
