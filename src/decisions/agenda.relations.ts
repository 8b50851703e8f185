import { relation, toOne } from '../api/relations';
import { Meeting } from '../meetings/meeting.entity';
import { Member } from '../members/member.entity';
import { AgendaItem } from './agendaItem.entity';

export const agendaRelations = [
  relation(
    AgendaItem,
    'meeting',
    toOne(() => Meeting, 'meetingId', 'The meeting.'),
  ),
  relation(
    AgendaItem,
    'addedBy',
    toOne(() => Member, 'addedById', 'Who put it there or deferred it.', 'nullable'),
  ),
  relation(
    AgendaItem,
    'deferredFrom',
    toOne(() => Meeting, 'deferredFromId', 'The meeting it was deferred from.', 'nullable'),
  ),
  relation(
    AgendaItem,
    'deferredItem',
    toOne(() => AgendaItem, 'deferredItemId', 'The item it was there, for one that is words only.', 'nullable'),
  ),
];
