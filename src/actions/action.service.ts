import { ChangeIdea } from '../aims/changeIdea.entity';
import { Agency } from '../committees/agency.entity';
import { Finding } from '../findings/finding.entity';
import { ruleBroken } from '../kernel/errors';
import { Measure } from '../measures/measure.entity';
import { Member } from '../members/member.entity';
import { Outcome } from '../plans/plan.entity';
import { Recommendation } from '../recommendations/recommendation.entity';
import type { Work } from '../store/work';
import type { ClassifyInput } from '../tiers/classify.input';
import { classify, tierOf } from '../tiers/classify.service';
import { Action } from './action.entity';
import type { ProposeActionInput, ReviseActionInput, TieActionInput } from './action.input';
import { openStatuses, requireComplete, requireOrigin, requireOtherLead, type Lead } from './action.rules';
import {
  ActionChangeIdea,
  ActionDependency,
  ActionFinding,
  ActionMeasure,
  ActionRecommendation,
  findingsOfAction,
  measuresOfAction,
} from './actionLinks.entity';
import type { MoveActionInput } from './actionProgress.input';
import { Contribution, Milestone } from './actionRecord.entity';

export type ActionChange = { action: Action };

export async function proposeAction(work: Work, input: ProposeActionInput): Promise<ActionChange> {
  const [firstFinding] = await work.store.getAll(Finding, input.findingIds, 'input.findingIds');
  const origin = { origin: input.origin ?? 'FINDING', originReason: input.originReason ?? null } as const;
  if (!input.isDraft) requireOrigin(origin, firstFinding ? 1 : 0);
  const outcome = input.outcomeId ? await work.store.get(Outcome, input.outcomeId, 'input.outcomeId') : null;
  const action = await work.add(Action, {
    ref: input.ref ?? (await work.nextReference(Action, `${firstFinding?.ref ?? `PP-${work.today.slice(0, 4)}`}/A`)),
    outcomeId: outcome?.id,
    title: input.title,
    description: input.description,
    intendedOutcome: input.intendedOutcome,
    changeType: input.changeType,
    ...origin,
    status: input.isDraft ? 'DRAFT' : 'PROPOSED',
    ...(await leadOf(work, input)),
    leadRole: input.leadRole,
    originalDueOn: input.dueOn,
    dueOn: input.dueOn,
    noMeasureReason: input.noMeasureReason,
    ...(await tierOf(work, input)),
  });
  await tie(work, action, input);
  await addParts(work, action, input);
  return { action };
}

export async function reviseAction(work: Work, input: ReviseActionInput): Promise<ActionChange> {
  const action = await work.forChange(Action, input);
  const lead = await leadOf(work, input);
  action.title = input.title ?? action.title;
  action.description = input.description ?? action.description;
  action.intendedOutcome = input.intendedOutcome ?? action.intendedOutcome;
  action.leadAgencyId = lead.leadAgencyId ?? action.leadAgencyId;
  action.leadMemberId = lead.leadMemberId ?? action.leadMemberId;
  action.leadRole = input.leadRole ?? action.leadRole;
  action.noMeasureReason = input.noMeasureReason ?? action.noMeasureReason;
  if (input.dueOn) Object.assign(action, { dueOn: input.dueOn, originalDueOn: input.dueOn });
  return { action: await work.save(Action, action) };
}

export async function tieAction(work: Work, input: TieActionInput): Promise<ActionChange> {
  const action = await work.forChange(Action, input);
  await tie(work, action, input);
  return { action: await work.save(Action, action) };
}

export async function submitAction(work: Work, input: MoveActionInput): Promise<ActionChange> {
  const action = await work.forChange(Action, input);
  requireOrigin(action, (await findingsOf(work, action)).length);
  action.status = 'PROPOSED';
  return { action: await work.save(Action, action) };
}

export async function approveAction(work: Work, input: MoveActionInput): Promise<ActionChange> {
  const action = await work.forChange(Action, input);
  requireOrigin(action, (await findingsOf(work, action)).length);
  const measures = await work.store.linked(Measure, measuresOfAction, action.id, []);
  requireComplete(action, measures.length);
  action.status = 'APPROVED';
  return { action: await work.save(Action, action) };
}

export const classifyAction = async (work: Work, input: ClassifyInput): Promise<ActionChange> => ({
  action: await classify(work, Action, input),
});

/** An action that is under way gets another lead; what was done before stays with it. */
export async function reassignAction(work: Work, input: MoveActionInput & Reassigned): Promise<ActionChange> {
  const action = await work.forChange(Action, input);
  if (!openStatuses.includes(action.status)) {
    throw ruleBroken(
      'action.reassign',
      `This action is ${action.status}; only one that is approved and not yet done is reassigned.`,
      'input.id',
    );
  }
  const named = await leadOf(work, input);
  const lead: Lead = {
    leadAgencyId: named.leadAgencyId ?? action.leadAgencyId,
    leadMemberId: named.leadMemberId ?? (input.leadRole ? null : action.leadMemberId),
    leadRole: input.leadRole ?? (named.leadMemberId ? null : action.leadRole),
  };
  requireOtherLead(action, lead, input);
  Object.assign(action, lead);
  return { action: await work.save(Action, action) };
}

type Reassigned = Pick<ProposeActionInput, 'leadAgencyId' | 'leadMemberId' | 'leadRole'>;

const findingsOf = (work: Work, action: Action): Promise<Finding[]> =>
  work.store.linked(Finding, findingsOfAction, action.id, []);

async function leadOf(
  work: Work,
  input: Pick<ProposeActionInput, 'leadAgencyId' | 'leadMemberId'>,
): Promise<Pick<Action, 'leadAgencyId' | 'leadMemberId'>> {
  const agency = input.leadAgencyId ? await work.store.get(Agency, input.leadAgencyId, 'input.leadAgencyId') : null;
  const member = input.leadMemberId ? await work.store.get(Member, input.leadMemberId, 'input.leadMemberId') : null;
  return { leadAgencyId: agency?.id ?? null, leadMemberId: member?.id ?? null };
}

async function tie(work: Work, action: Action, input: TieActionInput | ProposeActionInput): Promise<void> {
  const actionId = action.id;
  const findings = await work.store.getAll(Finding, input.findingIds, 'input.findingIds');
  const recommendations = await work.store.getAll(Recommendation, input.recommendationIds, 'input.recommendationIds');
  const measures = await work.store.getAll(Measure, input.measureIds, 'input.measureIds');
  const ideas = await work.store.getAll(ChangeIdea, input.changeIdeaIds, 'input.changeIdeaIds');
  const others = await work.store.getAll(Action, input.dependsOnIds, 'input.dependsOnIds');
  if (others.some(({ id }) => id === actionId)) {
    throw ruleBroken('action.ownDependency', 'An action cannot wait for itself.', 'input.dependsOnIds');
  }
  await work.link(
    ActionFinding,
    findings.map(({ id }) => ({ actionId, findingId: id })),
  );
  await work.link(
    ActionRecommendation,
    recommendations.map(({ id }) => ({ actionId, recommendationId: id })),
  );
  await work.link(
    ActionMeasure,
    measures.map(({ id }) => ({ actionId, measureId: id })),
  );
  await work.link(
    ActionChangeIdea,
    ideas.map(({ id }) => ({ actionId, changeIdeaId: id })),
  );
  await work.link(
    ActionDependency,
    others.map(({ id }) => ({ actionId, dependsOnId: id })),
  );
}

async function addParts(work: Work, action: Action, { contributions, milestones }: ProposeActionInput): Promise<void> {
  for (const [index, { agencyId, part }] of (contributions ?? []).entries()) {
    const agency = await work.store.get(Agency, agencyId, `input.contributions.${index}.agencyId`);
    await work.add(Contribution, { actionId: action.id, agencyId: agency.id, part, state: 'NOT_STARTED' });
  }
  const steps = milestones ?? [];
  await work.addAll(
    Milestone,
    steps.map(({ title, dueOn }, index) => ({ actionId: action.id, position: index + 1, title, dueOn })),
  );
}
