import type { Role } from '../access/roles';
import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { Machine } from '../kernel/machine';
import type { MeetingStatus, MeetingDecisionKind } from './meeting.enums';

export const meetingMoves: Machine<MeetingStatus> = {
  PLANNED: ['HELD', 'CANCELLED'],
  HELD: ['MINUTES_AGREED'],
  MINUTES_AGREED: [],
  CANCELLED: [],
};

export interface Placed {
  readonly id: string;
  readonly subgroupId: string | null;
  readonly meetsOn: LocalDate;
  readonly meetsAt: string | null;
  readonly status: MeetingStatus;
}

export const wasHeld = ({ status }: { status: MeetingStatus }): boolean => status === 'HELD' || status === 'MINUTES_AGREED';

/** A meeting without a time comes first on its day. */
const placeOf = ({ meetsOn, meetsAt, id }: Placed): string => `${meetsOn} ${meetsAt ?? ''} ${id}`;

const ofSameBody = <M extends Placed>(all: readonly M[], { subgroupId }: Placed): M[] =>
  all.filter((each) => each.subgroupId === subgroupId).sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));

/** The meeting of the same body that was held last before this one. */
export const previousOf = <M extends Placed>(all: readonly M[], meeting: Placed): M | null =>
  ofSameBody(all, meeting).findLast((each) => wasHeld(each) && placeOf(each) < placeOf(meeting)) ?? null;

/** The next meeting of the same body that was not cancelled. */
export const nextOf = <M extends Placed>(all: readonly M[], meeting: Placed): M | null =>
  ofSameBody(all, meeting).find((each) => each.status !== 'CANCELLED' && placeOf(each) > placeOf(meeting)) ?? null;

/** What every body may do with what is before it, without being told. */
const undelegated: readonly MeetingDecisionKind[] = ['NOTE', 'CONTINUE'];

/** What meetings are asked to decide: also that a finding was answered, which is never delegated. */
export type Decidable = MeetingDecisionKind | 'ASSURE';

/** The committee decides everything; a subgroup what was delegated to it. */
export const mayBodyDecide = (
  kind: Decidable,
  subgroup: { readonly delegated: readonly MeetingDecisionKind[] } | null,
): boolean => subgroup === null || [...undelegated, ...subgroup.delegated].some((each) => each === kind);

/** @throws RULE_BROKEN unless decisions of the meeting can be recorded */
export function requireHeld({ status }: { status: MeetingStatus }, field = 'input.meetingId'): void {
  if (status === 'PLANNED') throw ruleBroken('meeting.notHeld', 'This meeting has not been held yet.', field);
  if (status === 'CANCELLED') throw ruleBroken('meeting.notHeld', 'This meeting was cancelled.', field);
  if (status === 'MINUTES_AGREED') {
    throw ruleBroken('meeting.minutesAgreed', 'The minutes of this meeting are agreed; a later meeting decides.', field);
  }
}

export const chairRoles: readonly Role[] = ['CHAIR', 'VICE_CHAIR', 'SUBGROUP_CHAIR'];

/** @throws RULE_BROKEN unless the member may chair a meeting */
export function requireChair(member: { role: Role; endedOn: LocalDate | null }, today: LocalDate): void {
  if (!chairRoles.includes(member.role)) {
    throw ruleBroken(
      'meeting.chair',
      'A meeting is chaired by the chair, the vice chair or the chair of a subgroup.',
      'input.chairId',
    );
  }
  if (member.endedOn !== null && member.endedOn < today) {
    throw ruleBroken('meeting.chair', 'This member has left the committee.', 'input.chairId');
  }
}

/** The chair of a subgroup acts for the meetings they chair and the subgroups they chair, and for no other. */
export const mayActFor = (
  actor: { readonly id: string; readonly role: Role },
  meeting: { readonly subgroupId: string | null; readonly chairId: string | null },
  subgroup: { readonly chairId: string | null } | null,
): boolean =>
  actor.role !== 'SUBGROUP_CHAIR' ||
  (meeting.subgroupId !== null && (meeting.chairId === actor.id || subgroup?.chairId === actor.id));
