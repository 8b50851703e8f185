import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { ClassifyInput } from '../tiers/classify.input';
import { classifiers } from '../tiers/restrictedGroup.verbs';
import { Finding } from './finding.entity';
import {
  ConfirmFindingInput,
  RecordFindingInput,
  ReopenFindingInput,
  RespondToFindingInput,
  SupersedeFindingInput,
} from './finding.input';
import {
  classifyFinding,
  confirmFinding,
  recordFinding,
  reopenFinding,
  respondToFinding,
  supersedeFinding,
} from './finding.service';

@ObjectType({ implements: MutationPayload, description: 'A finding as it is after the change.' })
export class FindingPayload extends MutationPayload {
  @Field(() => Finding, { description: 'The finding.' })
  finding!: Finding;
}

export const findingVerbs = [
  verb('recordFinding', {
    description: 'Record what a source found.',
    by: ['LEAD_OFFICER', 'SUBGROUP_CHAIR'],
    input: RecordFindingInput,
    gives: FindingPayload,
    does: recordFinding,
  }),
  verb('confirmFinding', {
    description: 'Record a finding that was a draft.',
    by: ['LEAD_OFFICER', 'SUBGROUP_CHAIR'],
    input: ConfirmFindingInput,
    gives: FindingPayload,
    does: confirmFinding,
  }),
  verb('respondToFinding', {
    description: 'Say for the committee whether a finding is accepted.',
    by: ['CHAIR', 'VICE_CHAIR'],
    input: RespondToFindingInput,
    gives: FindingPayload,
    does: respondToFinding,
  }),
  verb('supersedeFinding', {
    description: 'Replace a finding by another; the old one stays to be read.',
    by: ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER'],
    input: SupersedeFindingInput,
    gives: FindingPayload,
    does: supersedeFinding,
  }),
  verb('reopenFinding', {
    description: 'Open a finding again that was thought settled.',
    by: ['CHAIR', 'VICE_CHAIR'],
    input: ReopenFindingInput,
    gives: FindingPayload,
    does: reopenFinding,
  }),
  verb('classifyFinding', {
    description:
      'Say who may read the texts of a finding and of all that hangs on it. A privacy steward may only make it stricter.',
    by: classifiers,
    input: ClassifyInput,
    gives: FindingPayload,
    does: classifyFinding,
  }),
];
