import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Action } from './action.entity';
import { actionPolicy } from './action.policy';
import { redateRequestPolicy } from './redateRequest.policy';
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
    ...actionPolicy.requestRedate,
    on: Action,
    input: RequestRedateInput,
    gives: RedateRequestPayload,
    does: requestRedate,
  }),
  verb('refuseRedate', {
    description: 'Refuse a request for a new date, with the reason. Giving the action a new date grants it.',
    ...redateRequestPolicy.refuseRedate,
    on: RedateRequest,
    input: RefuseRedateInput,
    gives: RedateRequestPayload,
    does: refuseRedate,
  }),
  verb('withdrawRedate', {
    description: 'Take back a request for a new date.',
    ...redateRequestPolicy.withdrawRedate,
    on: RedateRequest,
    input: WithdrawRedateInput,
    gives: RedateRequestPayload,
    does: withdrawRedate,
  }),
];
