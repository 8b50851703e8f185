import { protectedNumbers } from '../api/protectedNumbers';
import { relation, toOne } from '../api/relations';
import { Meeting } from '../meetings/meeting.entity';
import { Member } from '../members/member.entity';
import { signalHiddenBecause } from './agenda.reading';
import { AgendaItem } from './agendaItem.entity';

export const agendaRelations = [
  ...protectedNumbers(AgendaItem, {
    numbers: { why: { type: () => String, description: 'Why it is there, in words.' } },
    hiddenBecause: (item, { store }) => signalHiddenBecause(item, store),
  }),
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
