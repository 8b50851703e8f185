import { verb } from '../api/verbs';
import { FindingPayload } from '../findings/finding.verbs';
import { ContributionPayload, EvidenceItemPayload, MilestonePayload, ProgressUpdatePayload } from './action.payloads';
import {
  AddContributionInput,
  AddEvidenceInput,
  AddMilestoneInput,
  ReachMilestoneInput,
  ReportContributionInput,
  UpdateActionInput,
} from './actionRecord.input';
import {
  addContribution,
  addEvidence,
  addMilestone,
  reachMilestone,
  reportContribution,
  updateAction,
} from './actionRecord.service';
import { AddressFindingInput, AgreeFindingResponseInput, AssureFindingInput } from './findingResponse.input';
import { addressFinding, agreeFindingResponse, assureFinding } from './findingResponse.service';
import { Finding } from '../findings/finding.entity';
import { findingPolicy } from '../findings/finding.policy';
import { Action } from './action.entity';
import { actionPolicy } from './action.policy';

export const actionRecordVerbs = [
  verb('updateAction', {
    description: 'Report progress on an action; updates are only added.',
    ...actionPolicy.updateAction,
    on: Action,
    named: 'actionId',
    input: UpdateActionInput,
    gives: ProgressUpdatePayload,
    does: updateAction,
  }),
  verb('addEvidence', {
    description: 'Add a piece of evidence to an action.',
    ...actionPolicy.addEvidence,
    on: Action,
    named: 'actionId',
    input: AddEvidenceInput,
    gives: EvidenceItemPayload,
    does: addEvidence,
  }),
  verb('addMilestone', {
    description: 'Add a step to an action.',
    ...actionPolicy.addMilestone,
    on: Action,
    named: 'actionId',
    input: AddMilestoneInput,
    gives: MilestonePayload,
    does: addMilestone,
  }),
  verb('reachMilestone', {
    description: 'Say that a step was reached.',
    ...actionPolicy.reachMilestone,
    on: Action,
    input: ReachMilestoneInput,
    gives: MilestonePayload,
    does: reachMilestone,
  }),
  verb('addContribution', {
    description: 'Add an agency that contributes to an action.',
    ...actionPolicy.addContribution,
    on: Action,
    named: 'actionId',
    input: AddContributionInput,
    gives: ContributionPayload,
    does: addContribution,
  }),
  verb('reportContribution', {
    description: 'Say how far a contributing agency has come with its part.',
    ...actionPolicy.reportContribution,
    on: Action,
    input: ReportContributionInput,
    gives: ContributionPayload,
    does: reportContribution,
  }),
];

export const findingResponseVerbs = [
  verb('agreeFindingResponse', {
    description: 'Agree the response to an accepted finding: its actions, or why there are none.',
    ...findingPolicy.agreeFindingResponse,
    on: Finding,
    input: AgreeFindingResponseInput,
    gives: FindingPayload,
    does: agreeFindingResponse,
  }),
  verb('addressFinding', {
    description: 'Say that all actions of a finding are closed.',
    ...findingPolicy.addressFinding,
    on: Finding,
    input: AddressFindingInput,
    gives: FindingPayload,
    does: addressFinding,
  }),
  verb('assureFinding', {
    description: 'Say for a meeting that evidence shows the finding was answered: practice or outcomes changed.',
    ...findingPolicy.assureFinding,
    on: Finding,
    input: AssureFindingInput,
    gives: FindingPayload,
    does: assureFinding,
  }),
];
