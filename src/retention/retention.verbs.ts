import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../access/roles';
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

/** The steward proposes what is to be done with a record, and who speaks for the committee decides. */
const deciders: readonly Role[] = ['CHAIR', 'LEAD_OFFICER'];

export const retentionVerbs = [
  verb('agreeRetention', {
    description: 'Agree how long a kind of record is kept and what becomes of it then.',
    by: deciders,
    input: AgreeRetentionInput,
    gives: RetentionRulePayload,
    does: agreeRetention,
  }),
  verb('placeLegalHold', {
    description: 'Keep records whatever their rule says, until the hold is released.',
    by: ['PRIVACY_STEWARD', ...deciders],
    input: PlaceLegalHoldInput,
    gives: LegalHoldPayload,
    does: placeLegalHold,
  }),
  verb('releaseLegalHold', {
    description: 'Release a legal hold; what is due can be disposed of again.',
    by: deciders,
    input: ReleaseLegalHoldInput,
    gives: LegalHoldPayload,
    does: releaseLegalHold,
  }),
  verb('proposeDisposal', {
    description: 'Propose what is to be done with a record whose time is over. Somebody else has to confirm it.',
    by: ['PRIVACY_STEWARD'],
    input: ProposeDisposalInput,
    gives: DisposalPayload,
    does: proposeDisposal,
  }),
  verb('carryOutDisposal', {
    description: 'Confirm a disposal and carry it out. What is destroyed cannot be brought back.',
    by: deciders,
    input: CarryOutDisposalInput,
    gives: DisposalPayload,
    does: carryOutDisposal,
  }),
  verb('declineDisposal', {
    description: 'Decline a disposal; nothing is done.',
    by: deciders,
    input: DeclineDisposalInput,
    gives: DisposalPayload,
    does: declineDisposal,
  }),
];
