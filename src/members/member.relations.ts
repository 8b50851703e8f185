import { relation, toFew, toMany, toOne } from '../api/relations';
import { Agency } from '../committees/agency.entity';
import { Committee } from '../committees/committee.entity';
import { members, serviceAccounts } from './member.lists';
import { Member } from './member.entity';
import { LocalDateScalar } from '../api/scalars';
import { MemberIdentity } from './memberIdentity.entity';
import { ServiceAccount } from './serviceAccount.entity';
import { ServiceKey, ServiceKeyUse } from './serviceKey.entity';

export const memberRelations = [
  relation(Committee, 'members', toMany(members, { by: 'committeeId' }, 'The people who work with it.')),
  relation(
    Member,
    'agency',
    toOne(() => Agency, 'agencyId', 'The agency this person comes from.', 'nullable'),
  ),
  relation(
    Member,
    'identities',
    toFew(
      MemberIdentity,
      'memberId',
      ['recordedAt'],
      'The accounts that sign in as this member. Shown to administrators, auditors and the chair only.',
    ),
  ),
  relation(
    MemberIdentity,
    'member',
    toOne(() => Member, 'memberId', 'The member it signs in as.'),
  ),
  relation(
    MemberIdentity,
    'linkedBy',
    toOne(() => Member, 'linkedById', 'The administrator who linked it; null for a link of the founding.', 'nullable'),
  ),
  relation(
    MemberIdentity,
    'confirmedBy',
    toOne(() => Member, 'confirmedById', 'Who confirmed it; null for a link of the founding or right after it.', 'nullable'),
  ),
  relation(MemberIdentity, 'subject', {
    type: () => String,
    nullable: true,
    description: 'Who the person is to the issuer.',
    resolve: ({ subject }) => subject,
  }),
  relation(
    Committee,
    'serviceAccounts',
    toMany(serviceAccounts, { by: 'committeeId' }, 'The programs that read for it, such as dashboards.'),
  ),
  relation(
    ServiceAccount,
    'agency',
    toOne(() => Agency, 'agencyId', 'The agency it reads for, if it reads for one.', 'nullable'),
  ),
  relation(
    ServiceAccount,
    'keys',
    toFew(
      ServiceKey,
      'serviceAccountId',
      ['recordedAt'],
      'The keys that were issued for it. Shown to administrators, auditors and the chairs only.',
    ),
  ),
  relation(
    ServiceAccount,
    'addedBy',
    toOne(
      () => Member,
      'addedById',
      'The administrator who added it; null when it was founded, or added before that was kept.',
      'nullable',
    ),
  ),
  relation(
    ServiceAccount,
    'confirmedBy',
    toOne(() => Member, 'confirmedById', 'Who confirmed it; null while it waits, and when it needs no confirmation.', 'nullable'),
  ),
  relation(
    ServiceKey,
    'issuedBy',
    toOne(
      () => Member,
      'issuedById',
      'The administrator who issued it; null when it was founded, or issued before that was kept.',
      'nullable',
    ),
  ),
  relation(
    ServiceKey,
    'serviceAccount',
    toOne(() => ServiceAccount, 'serviceAccountId', 'The service account it signs in.'),
  ),
  relation(ServiceKey, 'lastUsedOn', {
    type: () => LocalDateScalar,
    nullable: true,
    description: 'The last day on which it was used; null when it never was.',
    resolve: async ({ id }, { store }) => (await store.find(ServiceKeyUse, id))?.lastUsedOn ?? null,
  }),
];
