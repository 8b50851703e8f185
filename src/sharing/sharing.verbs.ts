import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import {
  AcceptSharingAgreementInput,
  EndSharingAgreementInput,
  ProposeSharingAgreementInput,
  ReviewSharingAgreementInput,
  RevokeSharingAgreementInput,
  SignSharingAgreementInput,
} from './sharing.input';
import { agreementPolicy } from './sharing.policy';
import {
  acceptSharingAgreement,
  endSharingAgreement,
  proposeSharingAgreement,
  reviewSharingAgreement,
  revokeSharingAgreement,
  signSharingAgreement,
} from './sharing.service';
import { SharingAgreement } from './sharingAgreement.entity';

@ObjectType({ implements: MutationPayload, description: 'A sharing agreement as it is after the change.' })
export class SharingAgreementPayload extends MutationPayload {
  @Field(() => SharingAgreement, { description: 'The agreement.' })
  agreement!: SharingAgreement;
}

const gives = SharingAgreementPayload;

export const sharingVerbs = [
  verb('proposeSharingAgreement', {
    description: 'Propose that an agency’s people in other committees see that agency’s own actions here. Nothing is shared yet.',
    ...agreementPolicy.proposeSharingAgreement,
    input: ProposeSharingAgreementInput,
    gives,
    does: proposeSharingAgreement,
  }),
  verb('signSharingAgreement', {
    description: 'Sign an agreement for the committee.',
    ...agreementPolicy.signSharingAgreement,
    on: SharingAgreement,
    input: SignSharingAgreementInput,
    gives,
    does: signSharingAgreement,
  }),
  verb('acceptSharingAgreement', {
    description: 'Accept an agreement for the agency, as the member who represents it here.',
    ...agreementPolicy.acceptSharingAgreement,
    on: SharingAgreement,
    input: AcceptSharingAgreementInput,
    gives,
    does: acceptSharingAgreement,
  }),
  verb('reviewSharingAgreement', {
    description: 'Record that the committee looked at an agreement again and lets it stand.',
    ...agreementPolicy.reviewSharingAgreement,
    on: SharingAgreement,
    input: ReviewSharingAgreementInput,
    gives,
    does: reviewSharingAgreement,
  }),
  verb('endSharingAgreement', {
    description: 'End an agreement after a last day; a member can do so for the agency they represent.',
    ...agreementPolicy.endSharingAgreement,
    on: SharingAgreement,
    input: EndSharingAgreementInput,
    gives,
    does: endSharingAgreement,
  }),
  verb('revokeSharingAgreement', {
    description: 'Revoke an agreement, or a proposal, at once: what is asked from now on is not answered.',
    ...agreementPolicy.revokeSharingAgreement,
    on: SharingAgreement,
    input: RevokeSharingAgreementInput,
    gives,
    does: revokeSharingAgreement,
  }),
];
