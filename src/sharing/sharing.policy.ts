import { type Condition, duty, may, type Permissions, state } from '../access/policy';
import type { Role } from '../access/roles';
import { whyNotMove } from '../kernel/machine';
import type { AgreementState } from './sharing.enums';
import { agreementMoves, stateOf } from './sharing.rules';
import type { SharingAgreement } from './sharingAgreement.entity';

/** To stop sharing takes less than to begin it: two sides agree, and any of these ends it. */
const forTheCommittee: readonly Role[] = ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER', 'CHIEF_OFFICER'];

/** The agency's people in other committees have the document too; it is not theirs to change from there. */
const isOurs = duty<SharingAgreement>(
  'agreement.notYours',
  'This agreement belongs to another committee.',
  (agreement, { committeeId }) => agreement.committeeId === committeeId,
);

/** Where an agreement stands follows from its days, so it is asked for a day. */
const canBecome = (to: AgreementState): Condition<SharingAgreement> => ({
  code: 'RULE_BROKEN',
  rule: 'agreement.transition',
  whyNot: (agreement, { today }) => {
    const from = stateOf(agreement, today);
    return agreementMoves[from].includes(to) ? null : whyNotMove(agreementMoves, 'agreement', from, to);
  },
});

const isNotOfAgency = duty<SharingAgreement>(
  'agreement.ownAgency',
  'Nobody signs for the committee an agreement with their own agency.',
  (agreement, { agencyId }) => agreement.agencyId !== agencyId,
);

/** Either side may end it; whoever represents another agency is neither. */
const membersSpeakForTheirAgency = duty<SharingAgreement>(
  'agreement.otherAgency',
  'A member speaks only for the agency they represent.',
  (agreement, { role, agencyId }) => role !== 'MEMBER' || agreement.agencyId === agencyId,
);

const isUnsigned = state<SharingAgreement>(
  'agreement.signed',
  ({ signedOn }) => signedOn === null,
  'The committee has signed this already.',
);

const isUnaccepted = state<SharingAgreement>(
  'agreement.accepted',
  ({ acceptedOn }) => acceptedOn === null,
  'The agency has accepted this already.',
);

export const agreementPolicy = {
  proposeSharingAgreement: may(['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER']),
  signSharingAgreement: may(['CHAIR', 'CHIEF_OFFICER'], isOurs, canBecome('AGREED'), isNotOfAgency, isUnsigned),
  acceptSharingAgreement: may(['MEMBER'], isOurs, canBecome('AGREED'), membersSpeakForTheirAgency, isUnaccepted),
  reviewSharingAgreement: may(forTheCommittee, isOurs, canBecome('ENDED')),
  endSharingAgreement: may([...forTheCommittee, 'MEMBER'], isOurs, canBecome('ENDED'), membersSpeakForTheirAgency),
  revokeSharingAgreement: may(forTheCommittee, isOurs, canBecome('REVOKED')),
} satisfies Permissions<SharingAgreement>;
