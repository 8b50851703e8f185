import { duty, may, type Permissions, state } from '../access/policy';
import type { Reading } from '../access/reading';
import { everyone, type Role } from '../access/roles';
import type { Member } from './member.entity';
import { hasEnded } from './member.rules';
import type { MemberIdentity } from './memberIdentity.entity';
import type { PracticeSharing } from './practiceSharing.entity';
import type { ServiceAccount } from './serviceAccount.entity';
import type { ServiceKey } from './serviceKey.entity';
import { needsConfirmation } from './serviceKey.rules';

/** Who manages access has no say over content, and nobody else manages access. */
const administrators: readonly Role[] = ['ADMIN'];

const ownAccess = 'Nobody changes their own access: ask another administrator.';

/**
 * Who manages access must not get a say by taking another role. It also means that the last one who manages access cannot
 * leave without a successor. It goes by person: an earlier membership of one's own is one's own too.
 */
const isAnothers = duty<Member>('access.own', ownAccess, ({ id }, { memberIds }) => !memberIds.includes(id));

const isCurrent = state<Member>(
  'membership.ended',
  (member, { today }) => !hasEnded(member, today),
  'This membership has ended already.',
);

export const memberPolicy = {
  addMember: may(administrators),
  endMembership: may(administrators, isAnothers, isCurrent),
  linkIdentity: may(administrators, isAnothers, isCurrent),
} satisfies Permissions<Member>;

const isLinkOfAnother = duty<MemberIdentity>(
  'access.own',
  ownAccess,
  ({ memberId }, { memberIds }) => !memberIds.includes(memberId),
);

const isLinked = state<MemberIdentity>('identity.ended', ({ endedAt }) => endedAt === null, 'This link has ended already.');

const isUnconfirmed = state<MemberIdentity>(
  'identity.confirmed',
  ({ confirmedAt }) => confirmedAt === null,
  'This link was confirmed already.',
);

const isAnothersLink = duty<MemberIdentity>(
  'identity.ownLink',
  'Nobody confirms a link that they made themselves.',
  ({ linkedById }, { memberIds }) => linkedById === null || !memberIds.includes(linkedById),
);

/** Those who can say whether an account is whose it is said to be, besides whoever linked it. */
export const confirmers: readonly Role[] = ['ADMIN', 'CHAIR'];

export const identityPolicy = {
  confirmIdentity: may(confirmers, isLinkOfAnother, isAnothersLink, isLinked, isUnconfirmed),
  unlinkIdentity: may(administrators, isLinkOfAnother, isLinked),
} satisfies Permissions<MemberIdentity>;

const isInUse = state<ServiceAccount>(
  'serviceAccount.ended',
  (account, { today }) => !hasEnded(account, today),
  'This service account has ended.',
);

/** Goes for whoever added the account, and for whoever issued a key of it. */
export const anothersWord = {
  rule: 'serviceAccount.ownProgram',
  sentence: 'Nobody confirms a program that they added or issued a key for themselves.',
} as const;

const isAnothersProgram = duty<ServiceAccount>(
  anothersWord.rule,
  anothersWord.sentence,
  ({ addedById }, { memberIds }) => addedById === null || !memberIds.includes(addedById),
);

const isMoreThanAPartner = state<ServiceAccount>(
  'serviceAccount.plain',
  needsConfirmation,
  'A program that reads what any partner may read needs no confirmation.',
);

const waitsForConfirmation = state<ServiceAccount>(
  'serviceAccount.confirmed',
  ({ confirmedAt }) => confirmedAt === null,
  'This service account was confirmed already, with all its keys.',
);

/** What a program may do beyond any partner is the chair’s to give. */
export const programConfirmers: readonly Role[] = ['CHAIR', 'VICE_CHAIR'];

export const serviceAccountPolicy = {
  addServiceAccount: may(administrators),
  issueServiceKey: may(administrators, isInUse),
  confirmServiceAccount: may(programConfirmers, isAnothersProgram, isInUse, isMoreThanAPartner, waitsForConfirmation),
} satisfies Permissions<ServiceAccount>;

const isUnrevoked = state<ServiceKey>(
  'serviceKey.revoked',
  ({ revokedAt }) => revokedAt === null,
  'This key was revoked already.',
);

export const serviceKeyPolicy = { revokeServiceKey: may(administrators, isUnrevoked) } satisfies Permissions<ServiceKey>;

const isTheirOwn = duty<PracticeSharing>(
  'practice.notYours',
  'Only whoever shares their practice can withdraw it.',
  ({ ownerMemberId }, { id }) => ownerMemberId === id,
);

const stands = state<PracticeSharing>(
  'practice.withdrawn',
  ({ withdrawnAt }) => withdrawnAt === null,
  'This was withdrawn already.',
);

/** One's own practice is nobody else's to share, so these go by who one is and not by role. */
export const practicePolicy = {
  sharePractice: may(everyone),
  withdrawPractice: may(everyone, isTheirOwn, stands),
} satisfies Permissions<PracticeSharing>;

/** An account and a key are the way to somebody's rights: they are shown to who manages access, to who checks that and to who confirms it. */
export const memberReading: Reading = {
  ...{ Viewer: everyone, Allowance: everyone, PageInfo: everyone },
  ...{ Member: everyone, ServiceAccount: everyone, PracticeSharing: everyone },
  ...{ MemberIdentity: [...confirmers, 'AUDITOR'], ServiceKey: ['ADMIN', 'AUDITOR', ...programConfirmers] },
};
