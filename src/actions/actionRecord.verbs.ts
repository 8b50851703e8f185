import type { Role } from '../access/roles';
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

const officers: readonly Role[] = ['LEAD_OFFICER', 'SUBGROUP_CHAIR'];
const members: readonly Role[] = ['ACTION_LEAD', 'LEAD_OFFICER', 'SUBGROUP_CHAIR', 'MEMBER', 'IMPROVEMENT_ADVISER'];

export const actionRecordVerbs = [
  verb('updateAction', {
    description: 'Report progress on an action; updates are only added.',
    by: members,
    input: UpdateActionInput,
    gives: ProgressUpdatePayload,
    does: updateAction,
  }),
  verb('addEvidence', {
    description: 'Add a piece of evidence to an action.',
    by: members,
    input: AddEvidenceInput,
    gives: EvidenceItemPayload,
    does: addEvidence,
  }),
  verb('addMilestone', {
    description: 'Add a step to an action.',
    by: [...officers, 'ACTION_LEAD'],
    input: AddMilestoneInput,
    gives: MilestonePayload,
    does: addMilestone,
  }),
  verb('reachMilestone', {
    description: 'Say that a step was reached.',
    by: members,
    input: ReachMilestoneInput,
    gives: MilestonePayload,
    does: reachMilestone,
  }),
  verb('addContribution', {
    description: 'Add an agency that contributes to an action.',
    by: officers,
    input: AddContributionInput,
    gives: ContributionPayload,
    does: addContribution,
  }),
  verb('reportContribution', {
    description: 'Say how far a contributing agency has come with its part.',
    by: members,
    input: ReportContributionInput,
    gives: ContributionPayload,
    does: reportContribution,
  }),
];

export const findingResponseVerbs = [
  verb('agreeFindingResponse', {
    description: 'Agree the response to an accepted finding: its actions, or why there are none.',
    by: ['CHAIR', 'VICE_CHAIR'],
    input: AgreeFindingResponseInput,
    gives: FindingPayload,
    does: agreeFindingResponse,
  }),
  verb('addressFinding', {
    description: 'Say that all actions of a finding are closed.',
    by: ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER'],
    input: AddressFindingInput,
    gives: FindingPayload,
    does: addressFinding,
  }),
  verb('assureFinding', {
    description: 'Say for a meeting that evidence shows the finding was answered: practice or outcomes changed.',
    by: ['CHAIR', 'VICE_CHAIR', 'CHIEF_OFFICER'],
    input: AssureFindingInput,
    gives: FindingPayload,
    does: assureFinding,
  }),
];
