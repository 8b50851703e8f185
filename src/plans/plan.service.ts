import type { Work } from '../store/work';
import { Outcome, Plan, PlanDecision } from './plan.entity';
import type { PlanDecisionKind, PlanStatus } from './plan.enums';
import type {
  AddOutcomeInput,
  DecideOnPlanInput,
  DraftPlanInput,
  MovePlanInput,
  ReturnPlanInput,
  RevisePlanInput,
} from './plan.input';
import { requirePeriod } from './plan.rules';

export type PlanChange = { plan: Plan };

export async function draftPlan(work: Work, input: DraftPlanInput): Promise<PlanChange> {
  requirePeriod(input.startsOn, input.endsOn);
  const plan = await work.add(Plan, {
    ref: input.ref ?? (await work.nextReference(Plan, `PLAN-${input.startsOn.slice(0, 4)}-`, 2)),
    title: input.title,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    status: 'DRAFT',
    edition: 1,
  });
  const statements = input.outcomes ?? [];
  await work.addAll(
    Outcome,
    statements.map((statement, index) => ({ planId: plan.id, position: index + 1, statement })),
  );
  return { plan };
}

export async function revisePlan(work: Work, input: RevisePlanInput): Promise<PlanChange> {
  const plan = await work.forChange(Plan, input);
  plan.title = input.title ?? plan.title;
  plan.startsOn = input.startsOn ?? plan.startsOn;
  plan.endsOn = input.endsOn ?? plan.endsOn;
  requirePeriod(plan.startsOn, plan.endsOn);
  return { plan: await work.save(Plan, plan) };
}

export async function addOutcome(work: Work, input: AddOutcomeInput): Promise<PlanChange & { outcome: Outcome }> {
  const plan = await work.lock(Plan, input.planId, 'input.planId');
  const others = await work.store.children(Outcome, 'planId', plan.id, ['position']);
  const position = (others.at(-1)?.position ?? 0) + 1;
  const outcome = await work.add(Outcome, { planId: plan.id, position, statement: input.statement });
  return { plan, outcome };
}

export const submitPlan = (work: Work, input: MovePlanInput) => move(work, input, { to: 'SUBMITTED' });
export const approvePlan = (work: Work, input: DecideOnPlanInput) =>
  decide(work, input, { to: 'APPROVED_BY_CPC', kind: 'APPROVED' });
export const ratifyPlan = (work: Work, input: DecideOnPlanInput) =>
  decide(work, input, { to: 'RATIFIED_BY_COG', kind: 'RATIFIED' });
export const returnPlan = (work: Work, input: ReturnPlanInput) => decide(work, input, { to: 'RETURNED', kind: 'RETURNED' });
export const activatePlan = (work: Work, input: MovePlanInput) => move(work, input, { to: 'ACTIVE' });
export const reviewPlan = (work: Work, input: MovePlanInput) => move(work, input, { to: 'UNDER_REVIEW' });
export const closePlan = (work: Work, input: MovePlanInput) => move(work, input, { to: 'CLOSED' });

/** A reviewed plan goes on as a new edition. */
export const renewPlan = (work: Work, input: DecideOnPlanInput) =>
  decide(work, input, { to: 'ACTIVE', kind: 'RENEWED', makesEdition: true });

interface Step {
  readonly to: PlanStatus;
  readonly makesEdition?: boolean;
}

async function move(work: Work, input: MovePlanInput, step: Step): Promise<PlanChange> {
  const plan = await work.forChange(Plan, input);
  plan.status = step.to;
  if (step.makesEdition) plan.edition += 1;
  return { plan: await work.save(Plan, plan) };
}

async function decide(work: Work, input: DecideOnPlanInput, step: Step & { kind: PlanDecisionKind }): Promise<PlanChange> {
  const { plan } = await move(work, input, step);
  await work.add(PlanDecision, {
    planId: plan.id,
    edition: plan.edition,
    planVersion: input.version,
    kind: step.kind,
    reason: input.reason,
    decidedById: work.actor.id,
  });
  return { plan };
}
