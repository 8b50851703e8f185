import { whyNot } from '../access/policy';
import { dateInWords } from '../history/words.rules';
import { notFound, ruleBroken } from '../kernel/errors';
import { fromGlobalId } from '../kernel/globalId';
import { Meeting } from '../meetings/meeting.entity';
import { nextPlannedAfter } from '../meetings/meeting.reading';
import type { MeetingChange } from '../meetings/meeting.service';
import { chairOf, stillChair } from '../meetings/subgroup.service';
import type { CommitteeRow } from '../store/row';
import type { Work } from '../store/work';
import type { AddAgendaItemInput, DeferAgendaItemInput, HoldMeetingInput } from './agenda.input';
import { agendaOf, exceptionsFor } from './agenda.reading';
import { AgendaItem, agendaTypeOf, agendaTypes, subjectOfItem, type AgendaKey } from './agendaItem.entity';
import { takesMore } from './decision.policy';

/** From now on the agenda stays as it stands at this moment, which is not the day of the meeting where it is recorded late. */
export async function holdMeeting(work: Work, input: HoldMeetingInput): Promise<MeetingChange> {
  const meeting = await work.forChange(Meeting, input);
  const { meetsOn } = meeting;
  meeting.chairId = (await chairOf(work, input.chairId, meetsOn)) ?? (await stillChair(work, meeting.chairId, meetsOn));
  if (meetsOn > work.today) throw ruleBroken('meeting.dayAhead', 'This meeting is still to come.', 'input.id');
  if (!meeting.chairId) {
    const why = 'Say who chaired the meeting: no chair was planned who was still a member on that day.';
    throw ruleBroken('meeting.chair', why, 'input.chairId');
  }
  await keepAgenda(work, meeting);
  // The database sets the moment, which is that of the event.
  await work.save(Meeting, Object.assign(meeting, { status: 'HELD', heldAt: work.now }));
  return { meeting: await work.store.get(Meeting, input.id, 'input.id') };
}

export async function addAgendaItem(work: Work, input: AddAgendaItemInput): Promise<MeetingChange> {
  const about = input.subjectId ? keysOf(await subjectFor(work, input.subjectId)) : {};
  const meeting = await work.lock(Meeting, input.meetingId, 'input.meetingId');
  await put(work, meeting, { ...about, kind: 'ADDED', why: input.text });
  return { meeting };
}

export async function deferAgendaItem(work: Work, input: DeferAgendaItemInput): Promise<MeetingChange> {
  const meeting = await work.lock(Meeting, input.meetingId, 'input.meetingId');
  const about = await deferred(work, meeting, input);
  const later = await laterMeeting(work, meeting, input.toMeetingId);
  await requireNotDeferred(work, meeting, about, input.itemId ? 'input.itemId' : 'input.subjectId');
  await put(work, later, { ...about, kind: 'DEFERRED', why: input.reason, deferredFromId: meeting.id });
  return { meeting };
}

/** @throws RULE_BROKEN for what was deferred from this meeting already, unless the meeting that was to take it was cancelled */
async function requireNotDeferred(work: Work, { id }: Meeting, about: Deferred, field: string): Promise<void> {
  const earlier = (await work.store.children(AgendaItem, 'deferredFromId', id)).filter((each) => isSame(each, about));
  for (const { meetingId } of earlier) {
    const taker = await work.store.find(Meeting, meetingId);
    if (!taker || taker.status === 'CANCELLED') continue;
    const message = `This was deferred from this meeting already, to that of ${dateInWords(taker.meetsOn)}.`;
    throw ruleBroken('agenda.deferred', message, field);
  }
}

const isSame = (item: AgendaItem, about: Deferred): boolean =>
  (Object.keys(about) as (keyof Deferred)[]).every((key) => item[key] === about[key]);

type Deferred = Keys & Partial<Pick<AgendaItem, 'deferredItemId'>>;
type Keys = Partial<Pick<AgendaItem, AgendaKey>>;
type Putting = Keys & Pick<AgendaItem, 'kind' | 'why'> & Partial<Pick<AgendaItem, 'deferredFromId' | 'deferredItemId'>>;

async function put(work: Work, meeting: Meeting, facts: Putting): Promise<void> {
  const items = await work.store.children(AgendaItem, 'meetingId', meeting.id, ['position']);
  const position = (items.at(-1)?.position ?? 0) + 1;
  await work.add(AgendaItem, { ...facts, meetingId: meeting.id, position, addedById: work.actor.id });
}

/** The kept agenda: what was put on it gets the version it now has, and what stands today is written down. */
async function keepAgenda(work: Work, meeting: Meeting): Promise<void> {
  const exceptions = await exceptionsFor(work.store, meeting);
  const items = await work.store.children(AgendaItem, 'meetingId', meeting.id, ['position']);
  for (const item of items) {
    const subject = subjectOfItem(item);
    const row = subject && (await work.store.find(subject.type, subject.id));
    // Not locked by itself: the meeting is, and what is withheld from whoever holds the meeting is on its agenda all the same.
    const kept = row && (await work.store.find(AgendaItem, item.id));
    if (kept) await work.save(AgendaItem, Object.assign(kept, { subjectVersion: row.version }));
  }
  const from = (items.at(-1)?.position ?? 0) + 1;
  const rows = exceptions.map(({ kind, why, sinceOn, subject }, index) => ({
    ...{ meetingId: meeting.id, kind, why, sinceOn, position: from + index, subjectVersion: subject.version },
    ...keysOf(subject),
  }));
  await work.addAll(AgendaItem, rows);
}

/** Only what is on the agenda can be taken off to a later one. */
async function deferred(work: Work, meeting: Meeting, input: DeferAgendaItemInput): Promise<Deferred> {
  const entries = await agendaOf(work.store, meeting);
  if (input.itemId) {
    const item = await work.store.get(AgendaItem, input.itemId, 'input.itemId');
    const entry = entries.find((each) => each.item?.id === item.id);
    if (!entry) throw notOnIt('input.itemId');
    return entry.subject ? { [entry.subject.key]: entry.subject.id } : { deferredItemId: item.id };
  }
  if (!input.subjectId) throw ruleBroken('agenda.what', 'Say what is deferred.', 'input.subjectId');
  const subject = await subjectFor(work, input.subjectId);
  if (!entries.some((each) => each.subject?.id === subject.id)) throw notOnIt('input.subjectId');
  return keysOf(subject);
}

const notOnIt = (field: string) => ruleBroken('agenda.notOnIt', 'This is not on the agenda of the meeting.', field);

async function laterMeeting(work: Work, meeting: Meeting, toMeetingId: string | null | undefined): Promise<Meeting> {
  const field = 'input.toMeetingId';
  if (toMeetingId) {
    const later = await plannedMeeting(work, toMeetingId, field);
    if (later.id === meeting.id || later.meetsOn < meeting.meetsOn) {
      throw ruleBroken('agenda.later', 'What is deferred goes to a later meeting.', field);
    }
    return later;
  }
  const next = await nextPlannedAfter(work.store, meeting);
  if (!next) throw ruleBroken('agenda.later', 'No later meeting is planned; plan it first, or name one.', field);
  return plannedMeeting(work, next.globalId, field);
}

async function plannedMeeting(work: Work, id: string, field: string): Promise<Meeting> {
  const meeting = await work.lock(Meeting, id, field);
  const refusal = whyNot(takesMore, meeting, await work.store.asker(), field);
  if (refusal) throw refusal;
  return meeting;
}

async function subjectFor(work: Work, globalId: string): Promise<CommitteeRow> {
  const named = fromGlobalId(globalId)?.typeName;
  const known = agendaTypes.find(({ type }) => type.name === named);
  if (!known) throw notFound('thing that stands on agendas', 'input.subjectId');
  return work.store.get(known.type, globalId, 'input.subjectId');
}

const keysOf = (row: CommitteeRow): Keys => ({ [agendaTypeOf(row).key]: row.id });
