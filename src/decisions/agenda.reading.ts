import { Meeting, Subgroup } from '../meetings/meeting.entity';
import { previousMeeting } from '../meetings/meeting.reading';
import type { SuppressionReason } from '../disclosure/disclosed';
import type { RowReads } from '../store/rowReads';
import { agendaOrder, isForBody } from './agenda.rules';
import type { AgendaEntry } from './agenda.type';
import { AgendaItem, agendaTypeOf, subjectOfItem } from './agendaItem.entity';
import { exceptionsOf, type Exception } from './exceptions.reading';
import { Escalation } from './meetingDecision.entity';

/**
 * The agenda of a meeting. While it is planned: what stands today, and what people put on it. Once it was held: what was
 * kept then, and nothing else.
 */
export async function agendaOf(reads: RowReads, meeting: Meeting): Promise<AgendaEntry[]> {
  const items = await shownItems(reads, meeting);
  const computed = meeting.status === 'PLANNED' ? await exceptionsFor(reads, meeting) : [];
  const entries = [
    ...computed.map((exception) => computedEntry(meeting, exception)),
    ...items.map((item) => keptEntry(meeting, item)),
  ];
  return entries.sort((one, other) => agendaOrder.indexOf(one.kind) - agendaOrder.indexOf(other.kind));
}

/** What was kept of a signal was worked out from all figures, so for readers below analyst there is none of it. */
export const signalHiddenBecause = async ({ kind }: AgendaItem, reads: RowReads): Promise<SuppressionReason | null> =>
  kind === 'SIGNAL' && (await reads.smallestCountShown()) !== null ? 'NOT_PUBLISHED' : null;

async function shownItems(reads: RowReads, { id }: Meeting): Promise<AgendaItem[]> {
  const items = await reads.children(AgendaItem, 'meetingId', id, ['position']);
  const hidden = await Promise.all(items.map((item) => signalHiddenBecause(item, reads)));
  return items.filter((_, index) => hidden[index] === null);
}

/** The exceptions that are for this meeting’s body and were not dealt with by its last one, the longest standing first. */
export async function exceptionsFor(reads: RowReads, meeting: Meeting): Promise<Exception[]> {
  const [all, previous, subgroup] = await Promise.all([
    exceptionsOf(reads, meeting.committeeId),
    previousMeeting(reads, meeting),
    meeting.subgroupId ? reads.find(Subgroup, meeting.subgroupId) : null,
  ]);
  const seen = previous ? await reads.children(AgendaItem, 'meetingId', previous.id, ['position']) : [];
  const isNews = async ({ kind, subject, sinceOn }: Exception): Promise<boolean> => {
    if (kind === 'SIGNAL')
      return !seen.some((each) => each.kind === kind && each.measureId === subject.id && each.sinceOn === sinceOn);
    if (subject instanceof Escalation) return subject.status === 'OPEN' || !(await wasShown(reads, subject, meeting));
    return true;
  };
  const forBody = all.filter(({ kind }) => isForBody(kind, subgroup));
  const news = await Promise.all(forBody.map(isNews));
  const mine = forBody.filter((_, index) => news[index]);
  return mine.sort((one, other) => placeOf(one) - placeOf(other) || order(one.sinceOn ?? '9999', other.sinceOn ?? '9999'));
}

/** Whether an earlier agenda of the body had the answer on it, which may have been entered long after it was given. */
async function wasShown(reads: RowReads, { id, version }: Escalation, meeting: Meeting): Promise<boolean> {
  const [items, meetings] = await Promise.all([reads.children(AgendaItem, 'escalationId', id), reads.all(Meeting)]);
  const ofBody = meetings
    .filter((each) => each.subgroupId === meeting.subgroupId && each.id !== meeting.id)
    .map((each) => each.id);
  return items.some(
    ({ kind, subjectVersion, meetingId }) => kind === 'ESCALATED' && subjectVersion === version && ofBody.includes(meetingId),
  );
}

const placeOf = ({ kind }: Exception): number => agendaOrder.indexOf(kind);

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function computedEntry({ id }: Meeting, { kind, why, sinceOn, subject }: Exception): AgendaEntry {
  const { type, key } = agendaTypeOf(subject);
  return {
    kind,
    why,
    sinceOn,
    subjectVersion: subject.version,
    meetingId: id,
    subject: { type, key, id: subject.id },
    item: null,
  };
}

function keptEntry({ id }: Meeting, item: AgendaItem): AgendaEntry {
  const { kind, why, sinceOn, subjectVersion } = item;
  return { kind, why, sinceOn, subjectVersion, meetingId: id, subject: subjectOfItem(item), item };
}
