import { ChangeIdea } from '../aims/changeIdea.entity';
import { whyNot } from '../access/policy';
import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { Meeting } from '../meetings/meeting.entity';
import { Member } from '../members/member.entity';
import { hasEnded } from '../members/member.rules';
import type { Work } from '../store/work';
import { Action } from './action.entity';
import type { ActionStatus } from './action.enums';
import type {
  CompleteActionInput,
  HoldActionInput,
  MoveActionForReasonInput,
  MoveActionInput,
  RedateActionInput,
  StartActionInput,
  SupersedeActionInput,
} from './actionProgress.input';
import { independentOfTheAction, independentOfTheDate, mayApproveDates } from './action.policy';
import { requireEmbeddable, requireGoesOn, requireOtherDate } from './action.rules';
import type { ActionChange } from './action.service';
import { ideasOfAction } from './actionLinks.entity';
import { DueDateChange, EvidenceItem, SignOff } from './actionRecord.entity';
import { grantWaiting, refuseWaiting } from './redateRequest.service';

export async function startAction(work: Work, input: StartActionInput): Promise<ActionChange> {
  const startedOn = notAhead(work, input.startedOn, 'input.startedOn');
  return move(work, input, 'IN_PROGRESS', (before) => ({
    startedOn: before.startedOn ?? startedOn,
    statusReason: null,
    reviewOn: null,
  }));
}

export const holdAction = (work: Work, input: HoldActionInput) =>
  move(work, input, 'ON_HOLD', () => ({ statusReason: input.reason, reviewOn: input.reviewOn }));

export async function completeAction(work: Work, input: CompleteActionInput): Promise<ActionChange> {
  const completedOn = notAhead(work, input.completedOn, 'input.completedOn');
  const said = { completedOn, completedById: work.actor.id, statusReason: null };
  return move(work, input, 'COMPLETE_AWAITING_SIGN_OFF', () => said);
}

/** The committee wants to see more before it signs off. */
export const askForEvidence = (work: Work, input: MoveActionForReasonInput) =>
  move(work, input, 'IN_PROGRESS', () => ({ ...undone, statusReason: input.reason }));

/** @param settledById who decided, where that is not whoever records it */
export async function stopAction(
  work: Work,
  input: MoveActionForReasonInput,
  settledById?: string | null,
): Promise<ActionChange> {
  const change = await move(work, input, 'STOPPED', () => ({ statusReason: input.reason }));
  await needsNoDate(work, change, { settledById, settledReason: 'The action was stopped.' });
  return change;
}

export const reopenAction = (work: Work, input: MoveActionForReasonInput) =>
  move(work, input, 'REOPENED', () => ({ ...undone, statusReason: input.reason }));

const undone = { completedOn: null, completedById: null };

export async function supersedeAction(
  work: Work,
  input: SupersedeActionInput,
  settledById?: string | null,
): Promise<ActionChange> {
  const successor = await work.store.get(Action, input.supersededById, 'input.supersededById');
  const change = await move(work, input, 'SUPERSEDED', ({ id }) => {
    if (successor.id === id) throw ruleBroken('action.successor', 'An action cannot replace itself.', 'input.supersededById');
    requireGoesOn(successor, 'input.supersededById');
    return { supersededById: successor.id, statusReason: input.reason ?? null };
  });
  await needsNoDate(work, change, { settledById, settledReason: `The action was replaced by ${successor.ref}.` });
  return change;
}

/** What a meeting is told of a sign-off. */
export type SignOffFacts = MoveActionInput & { readonly minuteRef: string; readonly sustainMonths?: number | null };

/** The chair of the meeting must be as independent of the action as whoever records it. */
export async function signOffAt(work: Work, input: SignOffFacts, meeting: Meeting): Promise<ActionChange> {
  await requireIndependentChair(work, input, meeting);
  const { action } = await move(work, input, 'SIGNED_OFF', (before) => ({
    statusReason: null,
    sustainMonths: input.sustainMonths ?? before.sustainMonths,
  }));
  if ((await evidenceOf(work, action)).length === 0) {
    throw ruleBroken('action.evidence', 'An action is signed off on at least one piece of evidence.', 'input.id');
  }
  await needsNoDate(work, { action }, { settledById: meeting.chairId, settledReason: 'The action was signed off.' });
  await work.add(SignOff, {
    ...{ actionId: action.id, signedOffById: work.actor.id, actionVersion: input.version },
    ...{ meetingId: meeting.id, meetingOn: meeting.meetsOn, minuteRef: input.minuteRef },
  });
  return { action };
}

/** @throws FORBIDDEN when the meeting was chaired by whoever leads the action or says that it is done */
async function requireIndependentChair(work: Work, { id }: MoveActionInput, { chairId }: Meeting): Promise<void> {
  if (chairId === null) return;
  const action = await work.store.get(Action, id, 'input.id');
  const refusal = whyNot(independentOfTheAction, action, await work.store.asker(chairId), 'input.id');
  if (refusal) throw refusal;
}

export async function embedAction(work: Work, input: MoveActionInput): Promise<ActionChange> {
  const { action } = await move(work, input, 'EMBEDDED');
  const evidence = await evidenceOf(work, action);
  const ideas = await work.store.linked(ChangeIdea, ideasOfAction, action.id, []);
  requireEmbeddable(
    action.changeType,
    evidence.map(({ impactLevel }) => impactLevel),
    ideas.map(({ status }) => status),
  );
  return { action };
}

export async function redateAction(work: Work, input: RedateActionInput): Promise<ActionChange> {
  const action = await work.forChange(Action, input);
  return redate(work, action, input, {
    approvedById: await approverOf(work, input.approvedById),
    meetingId: null,
    field: 'input.approvedById',
  });
}

/** A meeting that decides speaks through its chair. */
export async function redateAt(work: Work, input: RedateActionInput, { id, chairId }: Meeting): Promise<ActionChange> {
  if (!chairId)
    throw ruleBroken('meeting.chair', 'This meeting has no chair who could approve a new due date.', 'input.meetingId');
  return redate(work, await work.forChange(Action, input), input, {
    approvedById: chairId,
    meetingId: id,
    field: 'input.meetingId',
  });
}

type Approval = Pick<DueDateChange, 'approvedById' | 'meetingId'>;

async function redate(
  work: Work,
  action: Action,
  { dueOn, reason }: RedateActionInput,
  { field, ...approval }: Approval & { readonly field: string },
): Promise<ActionChange> {
  const refusal = whyNot(independentOfTheDate, action, await work.store.asker(approval.approvedById), field);
  if (refusal) throw refusal;
  requireOtherDate(action, dueOn);
  const facts = { fromOn: action.dueOn ?? dueOn, toOn: dueOn, reason };
  const change = await work.add(DueDateChange, { actionId: action.id, ...facts, ...approval });
  await grantWaiting(work, action, change);
  action.dueOn = dueOn;
  return { action: await work.save(Action, action) };
}

async function approverOf(work: Work, approvedById: string | null | undefined): Promise<string> {
  const field = 'input.approvedById';
  const { subgroupsDecide } = await work.store.asker();
  if (!approvedById && mayApproveDates(work.actor.role, subgroupsDecide)) return work.actor.id;
  if (!approvedById) throw ruleBroken('action.approver', 'Name the chair who approved the new due date.', field);
  const approver = await work.store.get(Member, approvedById, field);
  if (!mayApproveDates(approver.role, subgroupsDecide))
    throw ruleBroken('action.approver', 'A new due date is approved by a chair.', field);
  if (hasEnded(approver, work.today)) throw ruleBroken('action.approver', 'This member has left the committee.', field);
  return approver.id;
}

/** What is over gets no new date, so nobody waits for one any more. */
const needsNoDate = (
  work: Work,
  { action }: ActionChange,
  { settledById, settledReason }: { readonly settledById?: string | null; readonly settledReason: string },
): Promise<void> => refuseWaiting(work, action, { settledById: settledById ?? work.actor.id, settledReason });

async function move(
  work: Work,
  input: MoveActionInput,
  to: ActionStatus,
  facts: (before: Action) => Partial<Action> = () => ({}),
): Promise<ActionChange> {
  const action = await work.forChange(Action, input);
  Object.assign(action, facts(action), { status: to });
  return { action: await work.save(Action, action) };
}

const evidenceOf = (work: Work, action: Action): Promise<EvidenceItem[]> =>
  work.store.children(EvidenceItem, 'actionId', action.id);

function notAhead(work: Work, day: LocalDate | null | undefined, field: string): LocalDate {
  if (day && day > work.today) throw ruleBroken('action.dayAhead', 'This day has not come yet.', field);
  return day ?? work.today;
}
