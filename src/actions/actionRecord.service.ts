import { Agency } from '../committees/agency.entity';
import { ruleBroken } from '../kernel/errors';
import type { Work } from '../store/work';
import { Action } from './action.entity';
import type { ActionChange } from './action.service';
import { Contribution, EvidenceItem, Milestone, ProgressUpdate } from './actionRecord.entity';
import type {
  AddContributionInput,
  AddEvidenceInput,
  AddMilestoneInput,
  ReachMilestoneInput,
  ReportContributionInput,
  UpdateActionInput,
} from './actionRecord.input';

export async function updateAction(
  work: Work,
  input: UpdateActionInput,
): Promise<ActionChange & { progressUpdate: ProgressUpdate }> {
  const action = await actionForParts(work, input.actionId);
  if (input.basis && !input.confidence) throw ruleBroken('action.basis', 'A basis goes with a confidence.', 'input.basis');
  const asAtOn = input.asAtOn ?? work.today;
  if (asAtOn > work.today) throw ruleBroken('action.dayAhead', 'This day has not come yet.', 'input.asAtOn');
  const progressUpdate = await work.add(ProgressUpdate, {
    actionId: action.id,
    authorId: work.actor.id,
    asAtOn,
    text: input.text,
    confidence: input.confidence,
    basis: input.confidence ? (input.basis ?? 'NOW') : null,
    blockedBy: input.blockedBy,
    isBlocked: input.blockedBy != null,
  });
  return { action, progressUpdate };
}

export async function addEvidence(work: Work, input: AddEvidenceInput): Promise<ActionChange & { evidenceItem: EvidenceItem }> {
  const action = await actionForParts(work, input.actionId);
  if (input.datedOn > work.today) throw ruleBroken('action.dayAhead', 'This day has not come yet.', 'input.datedOn');
  const { kind, description, datedOn, impactLevel, url, sha256 } = input;
  const evidenceItem = await work.add(EvidenceItem, {
    actionId: action.id,
    kind,
    description,
    datedOn,
    impactLevel,
    url,
    sha256,
  });
  return { action, evidenceItem };
}

export async function addMilestone(work: Work, input: AddMilestoneInput): Promise<ActionChange & { milestone: Milestone }> {
  const action = await actionForParts(work, input.actionId);
  const others = await work.store.children(Milestone, 'actionId', action.id, ['position']);
  const position = (others.at(-1)?.position ?? 0) + 1;
  const milestone = await work.add(Milestone, { actionId: action.id, position, title: input.title, dueOn: input.dueOn });
  return { action, milestone };
}

export async function reachMilestone(work: Work, input: ReachMilestoneInput): Promise<ActionChange & { milestone: Milestone }> {
  const milestone = await work.forChange(Milestone, input);
  const reachedOn = input.reachedOn ?? work.today;
  if (reachedOn > work.today) throw ruleBroken('action.dayAhead', 'This day has not come yet.', 'input.reachedOn');
  milestone.reachedOn = reachedOn;
  return { action: await actionOf(work, milestone), milestone: await work.save(Milestone, milestone) };
}

export async function addContribution(
  work: Work,
  input: AddContributionInput,
): Promise<ActionChange & { contribution: Contribution }> {
  const action = await actionForParts(work, input.actionId);
  const agency = await work.store.get(Agency, input.agencyId, 'input.agencyId');
  const contribution = await work.add(Contribution, {
    actionId: action.id,
    agencyId: agency.id,
    part: input.part,
    state: 'NOT_STARTED',
  });
  return { action, contribution };
}

export async function reportContribution(
  work: Work,
  input: ReportContributionInput,
): Promise<ActionChange & { contribution: Contribution }> {
  const contribution = await work.forChange(Contribution, input);
  contribution.state = input.state;
  return { action: await actionOf(work, contribution), contribution: await work.save(Contribution, contribution) };
}

/** Locked, so that what is added stands beside the action as its writer saw it. */
const actionForParts = (work: Work, actionId: string): Promise<Action> => work.lock(Action, actionId, 'input.actionId');

async function actionOf(work: Work, { actionId }: { actionId: string }): Promise<Action> {
  const action = await work.store.find(Action, actionId);
  if (!action) throw new Error('A part of an action outlived it.');
  await work.judge(action, 'input.id');
  return action;
}
