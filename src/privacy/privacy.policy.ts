import { duty, may, type Permissions, state } from '../access/policy';
import type { Actor } from '../access/actor';
import { allBut, type Reading } from '../access/reading';
import type { Role } from '../access/roles';
import type { Quarantine } from './quarantine.entity';

const stewards: readonly Role[] = ['PRIVACY_STEWARD'];

/** What cannot be brought back is decided by the committee's chair, or by another steward. */
const confirmers: readonly Role[] = ['CHAIR', ...stewards];

const said = {
  WITHHELD: 'is withheld',
  RELEASED: 'has been released',
  ERASURE_ASKED: 'is to be erased; decide on that first',
  ERASED: 'has been erased',
};

const isWithheld = state<Quarantine>(
  'quarantine.withheld',
  ({ status }) => status === 'WITHHELD',
  ({ status }) => `This text ${said[status]}.`,
);

const isErasureAsked = state<Quarantine>(
  'erasure.asked',
  ({ status }) => status === 'ERASURE_ASKED',
  'Nobody has asked for this text to be erased.',
);

/** By person and not by membership, so that nobody gets around it in a new role. */
const isSecondPerson = duty<Quarantine>(
  'erasure.twoPeople',
  'An erasure is confirmed by somebody else than who asked for it.',
  ({ erasureAskedById }, { memberIds }) => erasureAskedById === null || !memberIds.includes(erasureAskedById),
);

/** A steward withholds at once and alone; what is erased for good takes two people. */
export const quarantinePolicy = {
  quarantineText: may(stewards),
  releaseText: may(stewards, isWithheld),
  askErasure: may(stewards, isWithheld),
  confirmErasure: may(confirmers, isErasureAsked, isSecondPerson),
  declineErasure: may(confirmers, isErasureAsked),
} satisfies Permissions<Quarantine>;

const withTheCommittee = allBut('PARTNER_VIEWER', 'ADMIN');

/** What was withheld, erased or confirmed, and why, is for those who work with the committee. */
export const privacyReading: Reading = {
  Quarantine: withTheCommittee,
  Erasure: withTheCommittee,
  ErasedText: withTheCommittee,
  TextCheck: withTheCommittee,
};

/** What is held about someone is for a privacy steward, and for themselves. */
export const maySeeHeldAbout = ({ kind, role, id }: Actor, memberId: string | undefined): boolean =>
  stewards.includes(role) || (kind === 'PERSON' && memberId === id);
