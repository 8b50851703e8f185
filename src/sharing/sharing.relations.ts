import { relation, rootList, toMany, toOne } from '../api/relations';
import { Agency } from '../committees/agency.entity';
import { Member } from '../members/member.entity';
import { AgreementState } from './sharing.enums';
import { sharingAgreements, sharingUses } from './sharing.lists';
import { stateOf } from './sharing.rules';
import { SharingAgreement } from './sharingAgreement.entity';

/** Who did something is for the committee's own eyes: the agency's people elsewhere see that it was done, and when. */
const memberWho = (key: keyof SharingAgreement & `${string}ById`, did: string) =>
  relation(
    SharingAgreement,
    key.replace(/Id$/, ''),
    toOne(() => Member, key, `Who ${did}, for the committee that shares; null for everyone else.`, 'nullable'),
  );

export const sharingRelations = [
  rootList(
    'sharingAgreements',
    sharingAgreements,
    'The agreements by which your committee shares, and those by which your agency receives from other committees.',
  ),
  relation(SharingAgreement, 'state', {
    type: () => AgreementState,
    description: 'How it stands today.',
    resolve: (agreement, { today }) => stateOf(agreement, today),
  }),
  relation(SharingAgreement, 'isOwn', {
    type: () => Boolean,
    description: 'Whether it is your own committee that shares.',
    resolve: ({ committeeId }, { actor }) => committeeId === actor.committeeId,
  }),
  relation(
    SharingAgreement,
    'agency',
    toOne(() => Agency, 'agencyId', 'The agency that receives.', 'nullable'),
  ),
  memberWho('proposedById', 'proposed it'),
  memberWho('signedById', 'signed it for the committee'),
  memberWho('acceptedById', 'accepted it for the agency'),
  memberWho('reviewedById', 'last looked at it again'),
  memberWho('endedById', 'ended it'),
  memberWho('revokedById', 'revoked it'),
  relation(
    SharingAgreement,
    'supersededBy',
    toOne(() => SharingAgreement, 'supersededById', 'The agreement that took its place.', 'nullable'),
  ),
  relation(
    SharingAgreement,
    'uses',
    toMany(
      sharingUses,
      { by: 'agreementId' },
      'What was read under it, by day and reader, for the committee that shares; empty for everyone else.',
    ),
  ),
];
