import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { ClassifyInput } from '../tiers/classify.input';
import { Finding } from './finding.entity';
import {
  ConfirmFindingInput,
  RecordFindingInput,
  ReopenFindingInput,
  RespondToFindingInput,
  SupersedeFindingInput,
} from './finding.input';
import { findingPolicy } from './finding.policy';
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
    ...findingPolicy.recordFinding,
    input: RecordFindingInput,
    gives: FindingPayload,
    does: recordFinding,
  }),
  verb('confirmFinding', {
    description: 'Record a finding that was a draft.',
    ...findingPolicy.confirmFinding,
    on: Finding,
    input: ConfirmFindingInput,
    gives: FindingPayload,
    does: confirmFinding,
  }),
  verb('respondToFinding', {
    description: 'Say for the committee whether a finding is accepted.',
    ...findingPolicy.respondToFinding,
    on: Finding,
    input: RespondToFindingInput,
    gives: FindingPayload,
    does: respondToFinding,
  }),
  verb('supersedeFinding', {
    description: 'Replace a finding by another; the old one stays to be read.',
    ...findingPolicy.supersedeFinding,
    on: Finding,
    input: SupersedeFindingInput,
    gives: FindingPayload,
    does: supersedeFinding,
  }),
  verb('reopenFinding', {
    description: 'Open a finding again that was thought settled.',
    ...findingPolicy.reopenFinding,
    on: Finding,
    input: ReopenFindingInput,
    gives: FindingPayload,
    does: reopenFinding,
  }),
  verb('classifyFinding', {
    description:
      'Say who may read the texts of a finding and of all that hangs on it. A privacy steward may only make it stricter.',
    ...findingPolicy.classifyFinding,
    on: Finding,
    input: ClassifyInput,
    gives: FindingPayload,
    does: classifyFinding,
  }),
];
