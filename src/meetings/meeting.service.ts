import { Agency } from '../committees/agency.entity';
import { ruleBroken } from '../kernel/errors';
import { Member } from '../members/member.entity';
import type { Work } from '../store/work';
import { Attendance, Meeting, Subgroup } from './meeting.entity';
import type {
  AgreeMinutesInput,
  AttendanceInput,
  CancelMeetingInput,
  PlanMeetingInput,
  RecordAttendanceInput,
  ReplanMeetingInput,
} from './meeting.input';
import { mayChair } from './meeting.policy';
import { chairOf, stillChair } from './subgroup.service';

export type MeetingChange = { meeting: Meeting };

export async function planMeeting(work: Work, input: PlanMeetingInput): Promise<MeetingChange> {
  const subgroup = input.subgroupId ? await work.store.get(Subgroup, input.subgroupId, 'input.subgroupId') : null;
  if (subgroup?.endedOn) throw ruleBroken('subgroup.ended', 'This subgroup was wound up.', 'input.subgroupId');
  const own = mayChair(work.actor.role) ? work.actor.id : null;
  const { meetsOn } = input;
  const named = await chairOf(work, input.chairId, meetsOn);
  const chairId = named ?? (await stillChair(work, subgroup?.chairId, meetsOn)) ?? own;
  const facts = { subgroupId: subgroup?.id ?? null, meetsOn, meetsAt: input.meetsAt ?? null };
  await work.judge({ ...facts, chairId: null }, 'input.subgroupId');
  await requireFree(work, facts);
  const { kind, place } = input;
  return { meeting: await work.add(Meeting, { ...facts, kind: kind ?? 'ORDINARY', place, chairId, status: 'PLANNED' }) };
}

export async function replanMeeting(work: Work, input: ReplanMeetingInput): Promise<MeetingChange> {
  const meeting = await work.forChange(Meeting, input);
  const chairId = await chairOf(work, input.chairId, input.meetsOn ?? meeting.meetsOn);
  meeting.kind = input.kind ?? meeting.kind;
  meeting.meetsOn = input.meetsOn ?? meeting.meetsOn;
  meeting.meetsAt = input.meetsAt ?? meeting.meetsAt;
  meeting.place = input.place ?? meeting.place;
  meeting.chairId = chairId ?? meeting.chairId;
  await requireFree(work, meeting);
  return { meeting: await work.save(Meeting, meeting) };
}

export async function cancelMeeting(work: Work, input: CancelMeetingInput): Promise<MeetingChange> {
  const meeting = await work.forChange(Meeting, input);
  Object.assign(meeting, { status: 'CANCELLED', statusReason: input.reason });
  return { meeting: await work.save(Meeting, meeting) };
}

export async function agreeMinutes(work: Work, input: AgreeMinutesInput): Promise<MeetingChange> {
  const meeting = await work.forChange(Meeting, input);
  const agreedOn = input.agreedOn ?? work.today;
  if (agreedOn > work.today) throw ruleBroken('meeting.dayAhead', 'This day has not come yet.', 'input.agreedOn');
  if (agreedOn < meeting.meetsOn) {
    throw ruleBroken('meeting.minutesBefore', 'Minutes are agreed on the day of the meeting or later.', 'input.agreedOn');
  }
  Object.assign(meeting, { status: 'MINUTES_AGREED', minutesAgreedOn: agreedOn });
  return { meeting: await work.save(Meeting, meeting) };
}

export async function recordAttendance(work: Work, input: RecordAttendanceInput): Promise<MeetingChange> {
  const meeting = await work.lock(Meeting, input.meetingId, 'input.meetingId');
  const known = await work.store.children(Attendance, 'meetingId', meeting.id);
  const named = new Set<string>();
  for (const [index, person] of input.people.entries()) {
    const facts = await attendanceOf(work, meeting, person, `input.people.${index}`);
    const who = facts.memberId ?? facts.agencyId ?? '';
    if (named.has(who)) throw ruleBroken('attendance.twice', 'Somebody is named twice.', `input.people.${index}`);
    named.add(who);
    await keepAttendance(
      work,
      facts,
      known.find((each) => (each.memberId ?? each.agencyId) === who),
    );
  }
  return { meeting };
}

type Attending = Pick<Attendance, 'meetingId' | 'memberId' | 'agencyId' | 'presence'>;

async function attendanceOf(work: Work, meeting: Meeting, person: AttendanceInput, field: string): Promise<Attending> {
  const member = person.memberId ? await work.store.get(Member, person.memberId, `${field}.memberId`) : null;
  const agency = person.agencyId ? await work.store.get(Agency, person.agencyId, `${field}.agencyId`) : null;
  if (!member && !agency) throw ruleBroken('attendance.whose', 'Name a member or an agency.', `${field}.memberId`);
  if (person.presence !== 'APOLOGIES' && meeting.status === 'PLANNED') {
    throw ruleBroken('attendance.ahead', 'Before a meeting only apologies are known.', `${field}.presence`);
  }
  const agencyId = agency?.id ?? member?.agencyId ?? null;
  return { meetingId: meeting.id, memberId: member?.id ?? null, agencyId, presence: person.presence };
}

async function keepAttendance(work: Work, facts: Attending, known: Attendance | undefined): Promise<void> {
  if (!known) return void (await work.add(Attendance, facts));
  const row = await work.lock(Attendance, known.globalId, 'input.people');
  await work.save(Attendance, Object.assign(row, facts));
}

async function requireFree(
  work: Work,
  wanted: Pick<Meeting, 'subgroupId' | 'meetsOn' | 'meetsAt'> & { id?: string },
): Promise<void> {
  const all = await work.store.all(Meeting);
  const same = all.find(
    (each) =>
      each.id !== wanted.id &&
      each.status !== 'CANCELLED' &&
      each.subgroupId === wanted.subgroupId &&
      each.meetsOn === wanted.meetsOn &&
      each.meetsAt === wanted.meetsAt,
  );
  if (same) throw ruleBroken('meeting.twice', 'There is a meeting at this time already.', 'input.meetsOn');
}
