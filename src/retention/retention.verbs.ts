import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Disposal } from './disposal.entity';
import { carryOutDisposal, declineDisposal, proposeDisposal } from './disposal.service';
import { LegalHold } from './legalHold.entity';
import {
  AgreeRetentionInput,
  CarryOutDisposalInput,
  DeclineDisposalInput,
  PlaceLegalHoldInput,
  ProposeDisposalInput,
  ReleaseLegalHoldInput,
} from './retention.input';
import { disposalPolicy, legalHoldPolicy, retentionRulePolicy } from './retention.policy';
import { agreeRetention, placeLegalHold, releaseLegalHold } from './retention.service';
import { RetentionRule } from './retentionRule.entity';

@ObjectType({ implements: MutationPayload, description: 'A retention rule as it is after the change.' })
export class RetentionRulePayload extends MutationPayload {
  @Field(() => RetentionRule, { description: 'The rule.' })
  rule!: RetentionRule;
}

@ObjectType({ implements: MutationPayload, description: 'A legal hold as it is after the change.' })
export class LegalHoldPayload extends MutationPayload {
  @Field(() => LegalHold, { description: 'The hold.' })
  hold!: LegalHold;
}

@ObjectType({ implements: MutationPayload, description: 'A disposal as it is after the change.' })
export class DisposalPayload extends MutationPayload {
  @Field(() => Disposal, { description: 'The disposal.' })
  disposal!: Disposal;
}

export const retentionVerbs = [
  verb('agreeRetention', {
    description: 'Agree how long a kind of record is kept and what becomes of it then.',
    ...retentionRulePolicy.agreeRetention,
    on: RetentionRule,
    input: AgreeRetentionInput,
    gives: RetentionRulePayload,
    does: agreeRetention,
  }),
  verb('placeLegalHold', {
    description: 'Keep records whatever their rule says, until the hold is released.',
    ...legalHoldPolicy.placeLegalHold,
    input: PlaceLegalHoldInput,
    gives: LegalHoldPayload,
    does: placeLegalHold,
  }),
  verb('releaseLegalHold', {
    description: 'Release a legal hold; what is due can be disposed of again.',
    ...legalHoldPolicy.releaseLegalHold,
    on: LegalHold,
    input: ReleaseLegalHoldInput,
    gives: LegalHoldPayload,
    does: releaseLegalHold,
  }),
  verb('proposeDisposal', {
    description: 'Propose what is to be done with a record whose time is over. Somebody else has to confirm it.',
    ...disposalPolicy.proposeDisposal,
    input: ProposeDisposalInput,
    gives: DisposalPayload,
    does: proposeDisposal,
  }),
  verb('carryOutDisposal', {
    description: 'Confirm a disposal and carry it out. What is destroyed cannot be brought back.',
    ...disposalPolicy.carryOutDisposal,
    on: Disposal,
    input: CarryOutDisposalInput,
    gives: DisposalPayload,
    does: carryOutDisposal,
  }),
  verb('declineDisposal', {
    description: 'Decline a disposal; nothing is done.',
    ...disposalPolicy.declineDisposal,
    on: Disposal,
    input: DeclineDisposalInput,
    gives: DisposalPayload,
    does: declineDisposal,
  }),
];
