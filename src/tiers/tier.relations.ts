import { relation, rootList, toFew, toOne } from '../api/relations';
import { Member } from '../members/member.entity';
import { ServiceAccount } from '../members/serviceAccount.entity';
import { CommitteeRow, Node, TieredRow, type RowType } from '../store/row';
import { ClassifiedRow } from './classified.entity';
import { RestrictedGroup, RestrictedGroupMember } from './restrictedGroup.entity';
import { RestrictedRead } from './restrictedRead.entity';
import { restrictedGroups, restrictedReads } from './tier.lists';
import { effectiveVisibilityOf, withheldOf } from './tier.reading';
import { Visibility } from './visibility.enums';
import { Withheld } from './withheld.type';

/** Declared once for the interfaces, so that every type says what is withheld of it. */
const tiered = TieredRow as unknown as RowType<TieredRow>;
const versioned = CommitteeRow as unknown as RowType<CommitteeRow>;
const classified = ClassifiedRow as unknown as RowType<ClassifiedRow>;

export const tierRelations = [
  relation(tiered, 'effectiveVisibility', {
    type: () => Visibility,
    description: 'The tier that holds for it: the strictest of its own and of all that is above it on the thread.',
    resolve: effectiveVisibilityOf,
  }),
  relation(versioned, 'withheld', {
    type: () => Withheld,
    nullable: true,
    description: 'Which of its texts are withheld from you, and why; null when none are.',
    resolve: (row) => withheldOf(row, row.constructor as RowType),
  }),
  relation(
    classified,
    'restrictedGroup',
    toOne(
      () => RestrictedGroup,
      'restrictedGroupId',
      'The group it is restricted to, if its own tier is RESTRICTED.',
      'nullable',
    ),
  ),
  rootList('restrictedGroups', restrictedGroups, 'The groups to which something of your committee can be restricted.'),
  relation(
    RestrictedGroup,
    'memberships',
    toFew(RestrictedGroupMember, 'restrictedGroupId', ['fromOn'], 'Who is in it, who was and who will be.'),
  ),
  relation(
    RestrictedGroupMember,
    'group',
    toOne(() => RestrictedGroup, 'restrictedGroupId', 'The group.'),
  ),
  relation(
    RestrictedGroupMember,
    'member',
    toOne(() => Member, 'memberId', 'Who is in it.'),
  ),
  rootList(
    'restrictedReads',
    restrictedReads,
    'Who had a text of something RESTRICTED before them. For auditors and privacy stewards.',
  ),
  relation(RestrictedRead, 'member', {
    type: () => Member,
    nullable: true,
    description: 'Who read it, when it was a person.',
    resolve: ({ actorKind, actorId }, { store }) => (actorKind === 'PERSON' ? store.find(Member, actorId) : null),
  }),
  relation(RestrictedRead, 'serviceAccount', {
    type: () => ServiceAccount,
    nullable: true,
    description: 'Which program read it, when it was one.',
    resolve: ({ actorKind, actorId }, { store }) =>
      actorKind === 'SERVICE_ACCOUNT' ? store.find(ServiceAccount, actorId) : null,
  }),
  relation(RestrictedRead, 'typeName', {
    type: () => String,
    description: 'The type of what was read, for example Finding.',
    resolve: ({ kind }, ctx) => ctx.typeNameOf(kind),
  }),
  relation(RestrictedRead, 'row', {
    type: () => Node,
    nullable: true,
    description: 'What was read, as it is; null where it was taken away.',
    resolve: ({ kind, rowId }, ctx) => {
      const type = ctx.nodeType(ctx.typeNameOf(kind));
      return type ? ctx.store.find(type, rowId) : null;
    },
  }),
];
