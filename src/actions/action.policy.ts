import { becomes, duty, may, type Permissions, state } from '../access/policy';
import type { Role } from '../access/roles';
import { classifiers } from '../tiers/tier.policy';
import type { Action } from './action.entity';
import type { ActionStatus } from './action.enums';
import { actionMoves, isWritten, openStatuses } from './action.rules';

const officers: readonly Role[] = ['LEAD_OFFICER'];
const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR', 'SUBGROUP_CHAIR'];
const doers: readonly Role[] = ['ACTION_LEAD', 'LEAD_OFFICER'];
const organisers: readonly Role[] = ['LEAD_OFFICER', 'SUBGROUP_CHAIR'];
const members: readonly Role[] = [...doers, 'SUBGROUP_CHAIR', 'MEMBER', 'IMPROVEMENT_ADVISER'];

const to = (status: ActionStatus) => becomes(actionMoves, 'action', status);

/** Going by the membership they act in now: what they led in an earlier one is no longer theirs to move. */
const leadsMoveTheirOwn = duty<Action>(
  'action.notYours',
  'An action lead moves and reports on only the actions they lead.',
  ({ leadMemberId }, { role, id }) => role !== 'ACTION_LEAD' || leadMemberId === id,
);

export const decidesForTheCommittee = duty<object>(
  'action.notDelegated',
  'The chair of a subgroup decides on actions only where the committee has delegated it.',
  (_, { role, subgroupsDecide }) => role !== 'SUBGROUP_CHAIR' || subgroupsDecide,
);

/** By person and not by membership, so that nobody gets around it in a new role. */
const isNotTheirOwn = duty<Action>(
  'action.signOffOwn',
  'Nobody signs off an action they lead.',
  ({ leadMemberId }, { memberIds }) => leadMemberId === null || !memberIds.includes(leadMemberId),
);

const isNotTheirWord = duty<Action>(
  'action.signOffOwnWord',
  'Nobody signs off an action that they said themselves was done.',
  ({ completedById }, { memberIds }) => completedById === null || !memberIds.includes(completedById),
);

const isNotTheirOwnDate = duty<Action>(
  'action.redateOwn',
  'Nobody gives a new due date to an action they lead, or approves it: ask for one, and somebody else decides.',
  ({ leadMemberId }, { memberIds }) => leadMemberId === null || !memberIds.includes(leadMemberId),
);

/** What holds for whoever records a new due date, for the chair who approves it, and for that of the meeting that decides so. */
export const independentOfTheDate = { provided: [isNotTheirOwnDate] };

/** What holds for whoever signs off, and for the chair of the meeting in whose name they do. */
export const independentOfTheAction = { provided: [isNotTheirOwn, isNotTheirWord] };

const isUnapproved = state<Action>(
  'action.settled',
  ({ status }) => isWritten(status),
  ({ status }) => `This action is ${status}; only a draft or proposed action can be rewritten.`,
);

const awaitsNoSignOff = state<Action>(
  'action.transition',
  ({ status }) => status !== 'COMPLETE_AWAITING_SIGN_OFF',
  'This action awaits sign-off; a chair can ask for more evidence instead.',
);

const awaitsSignOff = state<Action>(
  'action.transition',
  ({ status }) => status === 'COMPLETE_AWAITING_SIGN_OFF',
  ({ status }) => `This action is ${status}; evidence is asked for one that awaits sign-off.`,
);

const isOpen = state<Action>(
  'action.redate',
  ({ status, dueOn }) => openStatuses.includes(status) && dueOn !== null,
  ({ status }) => `This action is ${status}; only an approved action that is not yet done is re-dated.`,
);

/**
 * The lead officer proposes, its lead carries out, and the chair decides, or a subgroup's where delegated (domain.md §10.2). What is signed off is
 * decided by a meeting, and a subgroup's may where that was delegated to the subgroup.
 */
export const actionPolicy = {
  classifyAction: may(classifiers),
  proposeAction: may(officers),
  reviseAction: may(officers, isUnapproved),
  tieAction: may([...officers, 'IMPROVEMENT_ADVISER']),
  submitAction: may(officers, to('PROPOSED')),
  approveAction: may(chairs, decidesForTheCommittee, to('APPROVED')),
  startAction: may(doers, leadsMoveTheirOwn, awaitsNoSignOff, to('IN_PROGRESS')),
  holdAction: may([...doers, ...chairs], leadsMoveTheirOwn, decidesForTheCommittee, to('ON_HOLD')),
  completeAction: may(doers, leadsMoveTheirOwn, to('COMPLETE_AWAITING_SIGN_OFF')),
  askForEvidence: may(chairs, decidesForTheCommittee, awaitsSignOff),
  signOffAction: may([...chairs, 'CHIEF_OFFICER'], ...independentOfTheAction.provided, to('SIGNED_OFF')),
  embedAction: may(chairs, decidesForTheCommittee, isNotTheirOwn, to('EMBEDDED')),
  stopAction: may(chairs, decidesForTheCommittee, to('STOPPED')),
  supersedeAction: may(chairs, decidesForTheCommittee, to('SUPERSEDED')),
  reopenAction: may(chairs, decidesForTheCommittee, to('REOPENED')),
  requestRedate: may([...doers, 'MEMBER', 'SUBGROUP_CHAIR'], leadsMoveTheirOwn, isOpen),
  redateAction: may([...officers, ...chairs], decidesForTheCommittee, ...independentOfTheDate.provided, isOpen),
  updateAction: may(members, leadsMoveTheirOwn),
  addEvidence: may(members, leadsMoveTheirOwn),
  addMilestone: may([...organisers, 'ACTION_LEAD'], leadsMoveTheirOwn),
  reachMilestone: may(members, leadsMoveTheirOwn),
  addContribution: may(organisers),
  reportContribution: may(members, leadsMoveTheirOwn),
} satisfies Permissions<Action>;

/** A new due date is approved by whoever decides on actions. */
export const mayApproveDates = (role: Role, subgroupsDecide: boolean): boolean =>
  chairs.includes(role) && (role !== 'SUBGROUP_CHAIR' || subgroupsDecide);
