import { protectedNumbers } from '../api/protectedNumbers';
import { relation, rootList, toMany } from '../api/relations';
import { Member } from '../members/member.entity';
import { ServiceAccount } from '../members/serviceAccount.entity';
import { CommitteeRow, type RowType } from '../store/row';
import { Event, EventSubject } from './event.entity';
import { events } from './event.lists';
import { actorInWords, actorName, changesOf, readChange } from './event.reading';
import { EventChange } from './event.type';
import { sentenceOf } from './sentence.rules';

const about = { through: EventSubject, parent: 'subjectId', child: 'eventId' };

/** Declared once for the interface, so that every type that is versioned has its history. */
const versioned = CommitteeRow as unknown as RowType<CommitteeRow>;

export const historyRelations = [
  rootList('events', events, 'All that happened to the records of your committee.'),
  relation(versioned, 'history', toMany(events, about, 'What happened to it and to what belongs to it, from the first on.')),
  // Whoever knows the rest of an event could try out which number fits its hash.
  ...protectedNumbers(Event, {
    numbers: {
      hash: {
        type: () => String,
        description: 'SHA-256 over this event and the hash before it, in hex; see the README for how to compute it again.',
      },
    },
    hiddenBecause: async ({ hash }, { store }) =>
      hash !== null && (await store.smallestCountShown()) !== null ? 'NOT_PUBLISHED' : null,
  }),
  relation(Event, 'member', {
    type: () => Member,
    nullable: true,
    description: 'Who did it, when it was a person.',
    resolve: ({ actorKind, actorId }, ctx) => (actorKind === 'PERSON' && actorId ? ctx.store.find(Member, actorId) : null),
  }),
  relation(Event, 'serviceAccount', {
    type: () => ServiceAccount,
    nullable: true,
    description: 'Which program did it, when it was one.',
    resolve: ({ actorKind, actorId }, ctx) =>
      actorKind === 'SERVICE_ACCOUNT' && actorId ? ctx.store.find(ServiceAccount, actorId) : null,
  }),
  relation(Event, 'changes', {
    type: () => [EventChange],
    description: 'The rows it made, changed or took away, as far as you may read them.',
    resolve: async (event, ctx) => (await changesOf(event, ctx)).map((stored) => new EventChange(stored, ctx)),
  }),
  relation(Event, 'sentence', {
    type: () => String,
    description: 'What happened, in plain English.',
    resolve: async (event, ctx) => {
      const [rows, actor, name] = await Promise.all([changesOf(event, ctx), actorInWords(event, ctx), actorName(event, ctx)]);
      const changes = await Promise.all(rows.map((row) => readChange(row, ctx)));
      return sentenceOf({ verb: event.verb, actor, actorName: name, changes });
    },
  }),
];
