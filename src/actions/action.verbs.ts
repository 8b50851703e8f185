import { verb } from '../api/verbs';
import { ClassifyInput } from '../tiers/classify.input';
import { ProposeActionInput, ReviseActionInput, TieActionInput } from './action.input';
import { ActionPayload } from './action.payloads';
import { classifyAction, approveAction, proposeAction, reviseAction, submitAction, tieAction } from './action.service';
import {
  CompleteActionInput,
  HoldActionInput,
  MoveActionForReasonInput,
  MoveActionInput,
  RedateActionInput,
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
  startAction,
  stopAction,
  supersedeAction,
} from './actionProgress.service';
import { Action } from './action.entity';
import { actionPolicy } from './action.policy';

const writing = [
  verb('proposeAction', {
    description: 'Propose an action, or draft one.',
    ...actionPolicy.proposeAction,
    input: ProposeActionInput,
    gives: ActionPayload,
    does: proposeAction,
  }),
  verb('reviseAction', {
    description: 'Rewrite an action that is not yet approved.',
    ...actionPolicy.reviseAction,
    on: Action,
    input: ReviseActionInput,
    gives: ActionPayload,
    does: reviseAction,
  }),
  verb('tieAction', {
    description: 'Tie more of the thread to an action: findings, recommendations, measures, change ideas, dependencies.',
    ...actionPolicy.tieAction,
    on: Action,
    input: TieActionInput,
    gives: ActionPayload,
    does: tieAction,
  }),
  verb('submitAction', {
    description: 'Put a drafted action before the committee.',
    ...actionPolicy.submitAction,
    on: Action,
    input: MoveActionInput,
    gives: ActionPayload,
    does: submitAction,
  }),
  verb('approveAction', {
    description:
      'Approve an action. It needs a lead agency and post, a due date, an intended outcome, a measure or why there is none, and a finding or a reasoned priority.',
    ...actionPolicy.approveAction,
    on: Action,
    input: MoveActionInput,
    gives: ActionPayload,
    does: approveAction,
  }),
  verb('classifyAction', {
    description:
      'Say who may read the texts of an action and of all that hangs on it. A privacy steward may only make it stricter.',
    ...actionPolicy.classifyAction,
    on: Action,
    input: ClassifyInput,
    gives: ActionPayload,
    does: classifyAction,
  }),
];

const moving = [
  verb('startAction', {
    description: 'Start an action, or go on after a hold or a reopening.',
    ...actionPolicy.startAction,
    on: Action,
    input: StartActionInput,
    gives: ActionPayload,
    does: startAction,
  }),
  verb('holdAction', {
    description: 'Put an action on hold until a day to look again.',
    ...actionPolicy.holdAction,
    on: Action,
    input: HoldActionInput,
    gives: ActionPayload,
    does: holdAction,
  }),
  verb('completeAction', {
    description: 'Say that an action is done; a meeting signs it off.',
    ...actionPolicy.completeAction,
    on: Action,
    input: CompleteActionInput,
    gives: ActionPayload,
    does: completeAction,
  }),
  verb('askForEvidence', {
    description: 'Send a completed action back for more evidence.',
    ...actionPolicy.askForEvidence,
    on: Action,
    input: MoveActionForReasonInput,
    gives: ActionPayload,
    does: askForEvidence,
  }),
  verb('embedAction', {
    description: 'Say that an action has become ordinary work, on evidence that practice changed.',
    ...actionPolicy.embedAction,
    on: Action,
    input: MoveActionInput,
    gives: ActionPayload,
    does: embedAction,
  }),
  verb('stopAction', {
    description: 'Stop an action, with the reason.',
    ...actionPolicy.stopAction,
    on: Action,
    input: MoveActionForReasonInput,
    gives: ActionPayload,
    does: (work, input) => stopAction(work, input),
  }),
  verb('supersedeAction', {
    description: 'Replace an action by another.',
    ...actionPolicy.supersedeAction,
    on: Action,
    input: SupersedeActionInput,
    gives: ActionPayload,
    does: (work, input) => supersedeAction(work, input),
  }),
  verb('reopenAction', {
    description: 'Open a signed-off action again.',
    ...actionPolicy.reopenAction,
    on: Action,
    input: MoveActionForReasonInput,
    gives: ActionPayload,
    does: reopenAction,
  }),
  verb('redateAction', {
    description: 'Give an approved action a new due date, with reason and approver. The original stays.',
    ...actionPolicy.redateAction,
    on: Action,
    input: RedateActionInput,
    gives: ActionPayload,
    does: redateAction,
  }),
];

export const actionVerbs = [...writing, ...moving];
