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
