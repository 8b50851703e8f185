import { becomes, may, type Permissions, state } from '../access/policy';
import type { Role } from '../access/roles';
import type { Plan } from './plan.entity';
import type { PlanStatus } from './plan.enums';
import { isOpenToChange, planMoves } from './plan.rules';

const officers: readonly Role[] = ['LEAD_OFFICER'];
const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR'];

const to = (status: PlanStatus) => becomes(planMoves, 'plan', status);

/** Where two steps lead to the same state, the one this step starts from. */
const from = (status: PlanStatus) =>
  state<Plan>(
    'plan.transition',
    (plan) => plan.status === status,
    (plan) => `This plan is ${plan.status}; this step starts from ${status}.`,
  );

const isOpen = state<Plan>(
  'plan.settled',
  ({ status }) => isOpenToChange(status),
  ({ status }) => `This plan is ${status}: return or review it before changing it.`,
);

/** The lead officer submits, the chair approves for the committee, and the chief officers ratify (domain.md §10.2). */
export const planPolicy = {
  draftPlan: may(officers),
  revisePlan: may(officers, isOpen),
  addOutcome: may(officers, isOpen),
  submitPlan: may(officers, to('SUBMITTED')),
  approvePlan: may(chairs, to('APPROVED_BY_CPC')),
  ratifyPlan: may(['CHIEF_OFFICER'], to('RATIFIED_BY_COG')),
  returnPlan: may([...chairs, 'CHIEF_OFFICER'], to('RETURNED')),
  activatePlan: may([...chairs, ...officers], from('RATIFIED_BY_COG')),
  reviewPlan: may([...chairs, ...officers], to('UNDER_REVIEW')),
  renewPlan: may(chairs, from('UNDER_REVIEW')),
  closePlan: may(chairs, to('CLOSED')),
} satisfies Permissions<Plan>;
