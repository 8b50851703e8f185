import { whyNot } from '../access/policy';
import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { RowReads } from '../store/rowReads';
import type { Work } from '../store/work';
import { Meeting, Subgroup } from './meeting.entity';
import { canDecide } from './meeting.policy';
import { mayBodyDecide, nextOf, previousOf, wasHeld, type Decidable } from './meeting.rules';

export const previousMeeting = async (reads: RowReads, meeting: Meeting): Promise<Meeting | null> =>
  previousOf(await reads.all(Meeting), meeting);

export const nextMeetingAfter = async (reads: RowReads, meeting: Meeting): Promise<Meeting | null> =>
  nextOf(await reads.all(Meeting), meeting);

/** The first meeting of the same body after this one that is still planned. */
export const nextPlannedAfter = async (reads: RowReads, meeting: Meeting): Promise<Meeting | null> =>
  nextOf(
    (await reads.all(Meeting)).filter(({ status }) => status === 'PLANNED'),
    meeting,
  );

/** The meeting of a body that is to be held next. */
export async function nextPlannedMeeting(reads: RowReads, subgroupId: string | null): Promise<Meeting | null> {
  const planned = (await reads.all(Meeting)).filter(
    (each) => each.status === 'PLANNED' && each.subgroupId === subgroupId && each.meetsOn >= reads.today,
  );
  const [first] = planned.sort((one, other) => (whenOf(one) < whenOf(other) ? -1 : 1));
  return first ?? null;
}

const whenOf = ({ meetsOn, meetsAt }: Meeting): string => `${meetsOn} ${meetsAt ?? ''}`;

/** How a decision names its meeting: by its id, or by its day where only one meeting of that day may decide so. */
export interface NamedMeeting {
  readonly meetingId?: string | null;
  readonly meetingOn?: LocalDate | null;
}

/**
 * The held meeting that decides, and the subgroup whose meeting it is.
 * @throws RULE_BROKEN when there is none, or more than one
 */
export async function decidingMeeting(work: Work, named: NamedMeeting, kind: Decidable): Promise<Meeting> {
  const meeting = named.meetingId
    ? await work.lock(Meeting, named.meetingId, 'input.meetingId')
    : await onlyMeetingOn(work, named.meetingOn, kind);
  if (named.meetingOn && meeting.meetsOn !== named.meetingOn) {
    throw ruleBroken('meeting.otherDay', 'This meeting was on another day.', 'input.meetingOn');
  }
  const refusal = whyNot(canDecide, meeting, await work.store.asker(), named.meetingId ? 'input.meetingId' : 'input.meetingOn');
  if (refusal) throw refusal;
  return meeting;
}

async function onlyMeetingOn(work: Work, day: LocalDate | null | undefined, kind: Decidable): Promise<Meeting> {
  if (!day) throw ruleBroken('meeting.unnamed', 'Say which meeting decided.', 'input.meetingId');
  if (day > work.today) throw ruleBroken('meeting.notHeld', 'This meeting has not been held yet.', 'input.meetingOn');
  const subgroups = new Map((await work.store.all(Subgroup)).map((each) => [each.id, each]));
  const may = ({ subgroupId }: Meeting): boolean =>
    mayBodyDecide(kind, subgroupId === null ? null : (subgroups.get(subgroupId) ?? { delegated: [] }));
  const found = (await work.store.all(Meeting)).filter((each) => each.meetsOn === day && wasHeld(each) && may(each));
  const [first, second] = found;
  if (!first)
    throw ruleBroken('meeting.none', 'No meeting that may decide so is recorded as held on this day.', 'input.meetingOn');
  if (second) throw ruleBroken('meeting.several', 'More than one meeting was held on this day; name the one.', 'input.meetingId');
  return work.lock(Meeting, first.globalId, 'input.meetingOn');
}
