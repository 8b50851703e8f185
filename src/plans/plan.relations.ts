import { relation, rootList, toFew, toOne } from '../api/relations';
import { Member } from '../members/member.entity';
import { Outcome, Plan, PlanDecision } from './plan.entity';
import { plans } from './plan.lists';

export const planRelations = [
  rootList('plans', plans, 'Your committee’s improvement plans.'),
  relation(Plan, 'outcomes', toFew(Outcome, 'planId', ['position'], 'The outcomes it works for, in order.')),
  relation(Plan, 'decisions', toFew(PlanDecision, 'planId', ['planVersion'], 'What was decided on it, oldest first.')),
  relation(
    Outcome,
    'plan',
    toOne(() => Plan, 'planId', 'The plan it belongs to.'),
  ),
  relation(
    PlanDecision,
    'plan',
    toOne(() => Plan, 'planId', 'The plan decided on.'),
  ),
  relation(
    PlanDecision,
    'decidedBy',
    toOne(() => Member, 'decidedById', 'Who recorded the decision.', 'nullable'),
  ),
];
