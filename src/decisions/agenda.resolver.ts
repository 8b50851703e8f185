import { Arg, Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { disclosure } from '../api/disclosure.type';
import { countsHiddenBecause } from '../api/protectedNumbers';
import { Meeting } from '../meetings/meeting.entity';
import { wasHeld } from '../meetings/meeting.rules';
import { CommitteeRow } from '../store/row';
import { AgendaKind } from './agenda.enums';
import { agendaOf } from './agenda.reading';
import { agendaOrder } from './agenda.rules';
import { Agenda, AgendaEntry } from './agenda.type';
import { AgendaItem, subjectOfItem } from './agendaItem.entity';
import { MeetingDecision } from './meetingDecision.entity';
import { subjectTypes } from './subject.entity';

@Resolver(() => Meeting)
export class MeetingAgenda {
  @FieldResolver(() => Agenda, {
    description:
      'What needs its eye, by exception: what stands today while it is planned, and what stood when it was recorded as held from then on.',
  })
  async agenda(@Root() meeting: Meeting, @Ctx() ctx: Context): Promise<Agenda> {
    const [all, hiddenBecause] = await Promise.all([agendaOf(ctx.store, meeting), countsHiddenBecause(ctx)]);
    const kinds = agendaOrder.filter((kind) => all.some((entry) => entry.kind === kind));
    const counts = kinds.map((kind) => ({
      kind,
      count: hiddenBecause === null ? all.filter((entry) => entry.kind === kind).length : null,
      countDisclosure: disclosure(hiddenBecause),
    }));
    return { isKept: wasHeld(meeting), keptAt: meeting.heldAt, counts, all };
  }
}

@Resolver(() => Agenda)
export class AgendaEntries {
  @Extensions({ listSize: 50 })
  @FieldResolver(() => [AgendaEntry], { description: 'What is on it, decisions first.' })
  entries(
    @Root() { all }: Agenda,
    @Arg('kinds', () => [AgendaKind], { nullable: true, description: 'Only of these kinds.' }) kinds?: AgendaKind[] | null,
  ): AgendaEntry[] {
    return kinds ? all.filter(({ kind }) => kinds.includes(kind)) : all;
  }
}

@Resolver(() => AgendaEntry)
export class AgendaEntryFields {
  @FieldResolver(() => CommitteeRow, { nullable: true, description: 'What it is about, as it is now; null for words only.' })
  subject(@Root() { subject }: AgendaEntry, @Ctx() { store }: Context): Promise<CommitteeRow | null> {
    return subject ? store.find(subject.type, subject.id) : Promise.resolve(null);
  }

  @FieldResolver(() => [MeetingDecision], { description: 'What this meeting decided about it.' })
  async decisions(@Root() { subject, meetingId }: AgendaEntry, @Ctx() { store }: Context): Promise<MeetingDecision[]> {
    const decided = subjectTypes.find(({ key }) => key === subject?.key);
    if (!subject || !decided) return [];
    const all = await store.children(MeetingDecision, decided.key, subject.id, ['recordedAt']);
    return all.filter((decision) => decision.meetingId === meetingId);
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description: 'The item of a later meeting to which it was deferred, with the reason.',
  })
  async deferredTo(@Root() { subject, item, meetingId }: AgendaEntry, @Ctx() { store }: Context): Promise<AgendaItem | null> {
    const deferred = await store.children(AgendaItem, 'deferredFromId', meetingId, ['recordedAt']);
    const isIt = (each: AgendaItem): boolean =>
      subject ? subjectOfItem(each)?.id === subject.id : item !== null && each.deferredItemId === item.id;
    return deferred.findLast(isIt) ?? null;
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemSubject {
  @FieldResolver(() => CommitteeRow, { nullable: true, description: 'What it is about, as it is now; null for words only.' })
  subject(@Root() item: AgendaItem, @Ctx() { store }: Context): Promise<CommitteeRow | null> {
    const subject = subjectOfItem(item);
    return subject ? store.find(subject.type, subject.id) : Promise.resolve(null);
  }
}
