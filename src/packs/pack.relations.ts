import { relation, rootList, toFew, toOne } from '../api/relations';
import { Meeting } from '../meetings/meeting.entity';
import { Member } from '../members/member.entity';
import { Pack } from './pack.entity';
import { packs } from './pack.lists';

export const packRelations = [
  rootList('packs', packs, 'The sealed packs of meetings of your committee and its subgroups.'),
  relation(Meeting, 'packs', toFew(Pack, 'meetingId', ['number'], 'Its sealed packs; the last is the one in force.')),
  relation(
    Pack,
    'meeting',
    toOne(() => Meeting, 'meetingId', 'The meeting it is for, as it is now.'),
  ),
  relation(
    Pack,
    'since',
    toOne(
      () => Pack,
      'sinceId',
      'The pack since which it tells what changed: the last of the same body for another meeting.',
      'nullable',
    ),
  ),
  relation(
    Pack,
    'sealedBy',
    toOne(() => Member, 'sealedById', 'Who sealed it.'),
  ),
];
