import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Outcome, Plan } from './plan.entity';
import {
  AddOutcomeInput,
  DecideOnPlanInput,
  DraftPlanInput,
  MovePlanInput,
  ReturnPlanInput,
  RevisePlanInput,
} from './plan.input';
import {
  activatePlan,
  addOutcome,
  approvePlan,
  closePlan,
  draftPlan,
  ratifyPlan,
  renewPlan,
  returnPlan,
  reviewPlan,
  revisePlan,
  submitPlan,
} from './plan.service';
import { planPolicy } from './plan.policy';

@ObjectType({ implements: MutationPayload, description: 'A plan as it is after the change.' })
export class PlanPayload extends MutationPayload {
  @Field(() => Plan, { description: 'The plan.' })
  plan!: Plan;
}

@ObjectType({ implements: MutationPayload, description: 'An outcome that was added, and its plan.' })
export class OutcomePayload extends MutationPayload {
  @Field(() => Plan, { description: 'The plan.' })
  plan!: Plan;

  @Field(() => Outcome, { description: 'The outcome.' })
  outcome!: Outcome;
}

const gives = PlanPayload;

const writing = [
  verb('draftPlan', {
    description: 'Draft an improvement plan.',
    ...planPolicy.draftPlan,
    input: DraftPlanInput,
    gives,
    does: draftPlan,
  }),
  verb('revisePlan', {
    description: 'Change a plan that is a draft, was returned or is under review.',
    ...planPolicy.revisePlan,
    on: Plan,
    input: RevisePlanInput,
    gives,
    does: revisePlan,
  }),
  verb('addOutcome', {
    description: 'Add an outcome to a plan that is open to change.',
    ...planPolicy.addOutcome,
    on: Plan,
    named: 'planId',
    input: AddOutcomeInput,
    gives: OutcomePayload,
    does: addOutcome,
  }),
  verb('submitPlan', {
    description: 'Put a plan before the committee.',
    ...planPolicy.submitPlan,
    on: Plan,
    input: MovePlanInput,
    gives,
    does: submitPlan,
  }),
];

const deciding = [
  verb('approvePlan', {
    description: 'Approve a plan for the committee.',
    ...planPolicy.approvePlan,
    on: Plan,
    input: DecideOnPlanInput,
    gives,
    does: approvePlan,
  }),
  verb('ratifyPlan', {
    description: 'Ratify a plan for the chief officers.',
    ...planPolicy.ratifyPlan,
    on: Plan,
    input: DecideOnPlanInput,
    gives,
    does: ratifyPlan,
  }),
  verb('returnPlan', {
    description: 'Send a plan back to be changed.',
    ...planPolicy.returnPlan,
    on: Plan,
    input: ReturnPlanInput,
    gives,
    does: returnPlan,
  }),
  verb('activatePlan', {
    description: 'Put a ratified plan in force.',
    ...planPolicy.activatePlan,
    on: Plan,
    input: MovePlanInput,
    gives,
    does: activatePlan,
  }),
  verb('reviewPlan', {
    description: 'Begin the review of a plan in force.',
    ...planPolicy.reviewPlan,
    on: Plan,
    input: MovePlanInput,
    gives,
    does: reviewPlan,
  }),
  verb('renewPlan', {
    description: 'End a review: the plan goes on as a new edition.',
    ...planPolicy.renewPlan,
    on: Plan,
    input: DecideOnPlanInput,
    gives,
    does: renewPlan,
  }),
  verb('closePlan', {
    description: 'End a reviewed plan.',
    ...planPolicy.closePlan,
    on: Plan,
    input: MovePlanInput,
    gives,
    does: closePlan,
  }),
];

export const planVerbs = [...writing, ...deciding];
