import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../access/roles';
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

const officers: readonly Role[] = ['LEAD_OFFICER'];
const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR'];
const gives = PlanPayload;

const writing = [
  verb('draftPlan', { description: 'Draft an improvement plan.', by: officers, input: DraftPlanInput, gives, does: draftPlan }),
  verb('revisePlan', {
    description: 'Change a plan that is a draft, was returned or is under review.',
    by: officers,
    input: RevisePlanInput,
    gives,
    does: revisePlan,
  }),
  verb('addOutcome', {
    description: 'Add an outcome to a plan that is open to change.',
    by: officers,
    input: AddOutcomeInput,
    gives: OutcomePayload,
    does: addOutcome,
  }),
  verb('submitPlan', {
    description: 'Put a plan before the committee.',
    by: officers,
    input: MovePlanInput,
    gives,
    does: submitPlan,
  }),
];

const deciding = [
  verb('approvePlan', {
    description: 'Approve a plan for the committee.',
    by: chairs,
    input: DecideOnPlanInput,
    gives,
    does: approvePlan,
  }),
  verb('ratifyPlan', {
    description: 'Ratify a plan for the chief officers.',
    by: ['CHIEF_OFFICER'],
    input: DecideOnPlanInput,
    gives,
    does: ratifyPlan,
  }),
  verb('returnPlan', {
    description: 'Send a plan back to be changed.',
    by: [...chairs, 'CHIEF_OFFICER'],
    input: ReturnPlanInput,
    gives,
    does: returnPlan,
  }),
  verb('activatePlan', {
    description: 'Put a ratified plan in force.',
    by: [...chairs, ...officers],
    input: MovePlanInput,
    gives,
    does: activatePlan,
  }),
  verb('reviewPlan', {
    description: 'Begin the review of a plan in force.',
    by: [...chairs, ...officers],
    input: MovePlanInput,
    gives,
    does: reviewPlan,
  }),
  verb('renewPlan', {
    description: 'End a review: the plan goes on as a new edition.',
    by: chairs,
    input: DecideOnPlanInput,
    gives,
    does: renewPlan,
  }),
  verb('closePlan', { description: 'End a reviewed plan.', by: chairs, input: MovePlanInput, gives, does: closePlan }),
];

export const planVerbs = [...writing, ...deciding];
