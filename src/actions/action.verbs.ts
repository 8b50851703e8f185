import type { Role } from '../access/roles';
import { verb } from '../api/verbs';
import { ClassifyInput } from '../tiers/classify.input';
import { classifiers } from '../tiers/restrictedGroup.verbs';
import { ProposeActionInput, ReviseActionInput, TieActionInput } from './action.input';
import { ActionPayload } from './action.payloads';
import { classifyAction, approveAction, proposeAction, reviseAction, submitAction, tieAction } from './action.service';
import {
  CompleteActionInput,
  HoldActionInput,
  MoveActionForReasonInput,
  MoveActionInput,
  RedateActionInput,
  SignOffActionInput,
  StartActionInput,
  SupersedeActionInput,
} from './actionProgress.input';
import {
  askForEvidence,
  completeAction,
  embedAction,
  holdAction,
  redateAction,
  reopenAction,
  signOffAction,
  startAction,
  stopAction,
  supersedeAction,
} from './actionProgress.service';

const officers: readonly Role[] = ['LEAD_OFFICER', 'SUBGROUP_CHAIR'];
const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR', 'SUBGROUP_CHAIR'];
const doers: readonly Role[] = ['ACTION_LEAD', 'LEAD_OFFICER'];

const writing = [
  verb('proposeAction', {
    description: 'Propose an action, or draft one.',
    by: officers,
    input: ProposeActionInput,
    gives: ActionPayload,
    does: proposeAction,
  }),
  verb('reviseAction', {
    description: 'Rewrite an action that is not yet approved.',
    by: officers,
    input: ReviseActionInput,
    gives: ActionPayload,
    does: reviseAction,
  }),
  verb('tieAction', {
    description: 'Tie more of the thread to an action: findings, recommendations, measures, change ideas, dependencies.',
    by: [...officers, 'IMPROVEMENT_ADVISER'],
    input: TieActionInput,
    gives: ActionPayload,
    does: tieAction,
  }),
  verb('submitAction', {
    description: 'Put a drafted action before the committee.',
    by: officers,
    input: MoveActionInput,
    gives: ActionPayload,
    does: submitAction,
  }),
  verb('approveAction', {
    description:
      'Approve an action. It needs a lead agency and post, a due date, an intended outcome, a measure or why there is none, and a finding or a reasoned priority.',
    by: chairs,
    input: MoveActionInput,
    gives: ActionPayload,
    does: approveAction,
  }),
  verb('classifyAction', {
    description:
      'Say who may read the texts of an action and of all that hangs on it. A privacy steward may only make it stricter.',
    by: classifiers,
    input: ClassifyInput,
    gives: ActionPayload,
    does: classifyAction,
  }),
];

const moving = [
  verb('startAction', {
    description: 'Start an action, or go on after a hold or a reopening.',
    by: doers,
    input: StartActionInput,
    gives: ActionPayload,
    does: startAction,
  }),
  verb('holdAction', {
    description: 'Put an action on hold until a day to look again.',
    by: [...doers, ...chairs],
    input: HoldActionInput,
    gives: ActionPayload,
    does: holdAction,
  }),
  verb('completeAction', {
    description: 'Say that an action is done; a meeting signs it off.',
    by: doers,
    input: CompleteActionInput,
    gives: ActionPayload,
    does: completeAction,
  }),
  verb('askForEvidence', {
    description: 'Send a completed action back for more evidence.',
    by: chairs,
    input: MoveActionForReasonInput,
    gives: ActionPayload,
    does: askForEvidence,
  }),
  verb('signOffAction', {
    description: 'Sign an action off for a meeting, on at least one piece of evidence; never by its own lead.',
    by: [...chairs, 'CHIEF_OFFICER'],
    input: SignOffActionInput,
    gives: ActionPayload,
    does: signOffAction,
  }),
  verb('embedAction', {
    description: 'Say that an action has become ordinary work, on evidence that practice changed.',
    by: chairs,
    input: MoveActionInput,
    gives: ActionPayload,
    does: embedAction,
  }),
  verb('stopAction', {
    description: 'Stop an action, with the reason.',
    by: chairs,
    input: MoveActionForReasonInput,
    gives: ActionPayload,
    does: stopAction,
  }),
  verb('supersedeAction', {
    description: 'Replace an action by another.',
    by: chairs,
    input: SupersedeActionInput,
    gives: ActionPayload,
    does: supersedeAction,
  }),
  verb('reopenAction', {
    description: 'Open a signed-off action again.',
    by: chairs,
    input: MoveActionForReasonInput,
    gives: ActionPayload,
    does: reopenAction,
  }),
  verb('redateAction', {
    description: 'Give an approved action a new due date, with reason and approver. The original stays.',
    by: [...officers, ...chairs],
    input: RedateActionInput,
    gives: ActionPayload,
    does: redateAction,
  }),
];

export const actionVerbs = [...writing, ...moving];
