import { relation, rootList, toFew, toOne } from '../api/relations';
import { Member } from '../members/member.entity';
import { ServiceAccount } from '../members/serviceAccount.entity';
import { ErasedText, Erasure } from './erasure.entity';
import { Quarantine, WithheldText } from './quarantine.entity';
import { erasures, quarantines } from './quarantine.lists';
import { TextCheck } from './textCheck.entity';
import { textChecks } from './textCheck.lists';
import { TextPlace } from './withheld.type';

const member = () => Member;

export const privacyRelations = [
  rootList('textChecks', textChecks, 'Texts that were kept with a warning or a confirmation.'),
  rootList('quarantines', quarantines, 'Texts that are withheld or were, with what has become of them.'),
  rootList('erasures', erasures, 'What was erased for good.'),
  relation(TextCheck, 'member', toOne(member, 'memberId', 'Whose text it was, when a person sent it.', 'nullable')),
  relation(
    TextCheck,
    'serviceAccount',
    toOne(() => ServiceAccount, 'serviceAccountId', 'Which program sent it, when one did.', 'nullable'),
  ),
  relation(Quarantine, 'withheldBy', toOne(member, 'withheldById', 'The privacy steward who withholds it.')),
  relation(Quarantine, 'releasedBy', toOne(member, 'releasedById', 'Who released it.', 'nullable')),
  relation(Quarantine, 'erasureAskedBy', toOne(member, 'erasureAskedById', 'Who asked for it to be erased.', 'nullable')),
  relation(
    Quarantine,
    'erasure',
    toOne(() => Erasure, 'erasureId', 'The record of its erasure.', 'nullable'),
  ),
  relation(Quarantine, 'text', {
    type: () => TextPlace,
    description: 'Which text it is about.',
    resolve: (quarantine, ctx) => new TextPlace(quarantine, ctx),
  }),
  relation(Quarantine, 'withheldTexts', {
    type: () => [TextPlace],
    description: 'All that is withheld: the text itself, and wherever else the same words are kept, such as the seal of a plan.',
    resolve: async ({ id }, ctx) =>
      (await ctx.store.children(WithheldText, 'quarantineId', id, ['kind', 'columnName'])).map(
        (place) => new TextPlace(place, ctx),
      ),
  }),
  relation(Erasure, 'askedBy', toOne(member, 'askedById', 'Who asked for it.')),
  relation(Erasure, 'confirmedBy', toOne(member, 'confirmedById', 'The second person, who confirmed it.')),
  relation(Erasure, 'texts', toFew(ErasedText, 'erasureId', ['kind'], 'The rows that lost texts.')),
  relation(
    ErasedText,
    'erasure',
    toOne(() => Erasure, 'erasureId', 'The erasure it belongs to.'),
  ),
  relation(ErasedText, 'places', {
    type: () => [TextPlace],
    description: 'The texts that were erased.',
    resolve: ({ kind, rowId, columns }, ctx) => columns.map((columnName) => new TextPlace({ kind, rowId, columnName }, ctx)),
  }),
];
