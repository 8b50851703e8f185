import { dateInWords } from '../history/words.rules';
import { Refusal, ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { Machine } from '../kernel/machine';
import type { ActionStatus, ChangeType } from './action.enums';

/** Life cycle of an action (domain.md §10.2). */
export const actionMoves: Machine<ActionStatus> = {
  DRAFT: ['PROPOSED'],
  PROPOSED: ['APPROVED'],
  APPROVED: ['IN_PROGRESS', 'STOPPED', 'SUPERSEDED'],
  IN_PROGRESS: ['COMPLETE_AWAITING_SIGN_OFF', 'ON_HOLD', 'STOPPED', 'SUPERSEDED'],
  ON_HOLD: ['IN_PROGRESS', 'STOPPED', 'SUPERSEDED'],
  COMPLETE_AWAITING_SIGN_OFF: ['SIGNED_OFF', 'IN_PROGRESS'],
  SIGNED_OFF: ['EMBEDDED', 'REOPENED'],
  EMBEDDED: ['REOPENED'],
  STOPPED: [],
  SUPERSEDED: [],
  REOPENED: ['IN_PROGRESS'],
};

/** Approved and not yet delivered: the only states in which an action can be late. */
export const openStatuses: readonly ActionStatus[] = ['APPROVED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED'];
/** Not yet signed off, so that its end is still open. */
export const unsettledStatuses: readonly ActionStatus[] = [...openStatuses, 'COMPLETE_AWAITING_SIGN_OFF'];
/** Approved, and neither stopped nor superseded. */
export const liveStatuses: readonly ActionStatus[] = [...unsettledStatuses, 'SIGNED_OFF', 'EMBEDDED'];

/** @throws RULE_BROKEN for a successor that does not go on: one that is not approved yet, or over already */
export function requireGoesOn({ ref, status }: { ref: string; status: ActionStatus }, field: string): void {
  if (openStatuses.includes(status) || status === 'COMPLETE_AWAITING_SIGN_OFF') return;
  const message = `${ref} is ${status}; only an action that is approved and not over goes on for another.`;
  throw ruleBroken('action.successor', message, field);
}

/** Nothing more is to be done. */
export const closedStatuses: readonly ActionStatus[] = ['SIGNED_OFF', 'EMBEDDED', 'STOPPED', 'SUPERSEDED'];

/** Overdue from the day after the due date; the one definition, here and in `overdueSql`. */
export const isOverdue = (action: { status: ActionStatus; dueOn: LocalDate | null }, today: LocalDate): boolean =>
  openStatuses.includes(action.status) && action.dueOn !== null && action.dueOn < today;

export interface Dated {
  readonly dueOn: LocalDate | null;
  readonly startedOn: LocalDate | null;
}

/** @throws RULE_BROKEN for the date that is in force, and for one before the work began */
export function requireOtherDate({ dueOn, startedOn }: Dated, wantedOn: LocalDate): void {
  if (wantedOn === dueOn) throw ruleBroken('action.sameDueDate', 'This is the due date it has already.', 'input.dueOn');
  if (startedOn === null || wantedOn >= startedOn) return;
  const message = `Work on this action started on ${dateInWords(startedOn)}; it is not due before that.`;
  throw ruleBroken('action.dueBeforeStart', message, 'input.dueOn');
}

const leadFields = ['leadAgencyId', 'leadMemberId', 'leadRole'] as const;
export type Lead = Readonly<Record<(typeof leadFields)[number], string | null>>;

/** @throws RULE_BROKEN for the lead it has already, naming the field that was given */
export function requireOtherLead(before: Lead, after: Lead, given: Partial<Record<keyof Lead, string | null>>): void {
  if (leadFields.some((field) => before[field] !== after[field])) return;
  const field = leadFields.find((each) => given[each] != null) ?? 'leadAgencyId';
  throw ruleBroken('action.sameLead', 'This is the lead it has already.', `input.${field}`);
}

export const isWritten = (status: ActionStatus): boolean => status === 'DRAFT' || status === 'PROPOSED';

export interface Approvable {
  readonly leadAgencyId: string | null;
  readonly leadRole: string | null;
  readonly leadMemberId: string | null;
  readonly dueOn: LocalDate | null;
  readonly intendedOutcome: string | null;
  readonly noMeasureReason: string | null;
}

/** @throws RULE_BROKEN `action.incomplete` naming every field that approval still needs */
export function requireComplete(action: Approvable, measureCount: number): void {
  const missing = [
    ...(action.leadAgencyId ? [] : [{ field: 'leadAgencyId', need: 'a lead agency' }]),
    ...(action.leadRole || action.leadMemberId ? [] : [{ field: 'leadRole', need: 'a lead post' }]),
    ...(action.dueOn ? [] : [{ field: 'dueOn', need: 'a due date' }]),
    ...(action.intendedOutcome ? [] : [{ field: 'intendedOutcome', need: 'an intended outcome' }]),
    ...(measureCount > 0 || action.noMeasureReason
      ? []
      : [{ field: 'measureIds', need: 'a measure of success, or why there is none' }]),
  ];
  if (missing.length === 0) return;
  const message = `Before it can be approved this action needs ${missing.map(({ need }) => need).join('; ')}.`;
  throw new Refusal('RULE_BROKEN', message, {
    rule: 'action.incomplete',
    field: missing[0]?.field,
    fields: missing.map(({ field, need }) => ({ field, messages: [`needs ${need}`] })),
  });
}

/** The golden thread: @throws RULE_BROKEN `action.orphan` for an action that answers nothing and says no reason */
export function requireOrigin(action: { origin: string; originReason: string | null }, findingCount: number): void {
  if (action.origin === 'FINDING' && findingCount === 0) {
    throw ruleBroken(
      'action.orphan',
      'An action answers at least one finding, or states a planned priority with its reason.',
      'input.findingIds',
    );
  }
  if (action.origin === 'PLANNED_PRIORITY' && !action.originReason?.trim()) {
    throw ruleBroken('action.orphan', 'A planned priority needs its reason.', 'input.originReason');
  }
}

const LEAST_IMPACT_TO_EMBED = 3;
const adoptedStatuses: readonly string[] = ['READY_TO_IMPLEMENT', 'IMPLEMENTING', 'SPREADING', 'SUSTAINED'];

/** @throws RULE_BROKEN unless practice changed and, for a test of change, a change idea was adopted */
export function requireEmbeddable(
  changeType: ChangeType,
  impactLevels: readonly number[],
  ideaStatuses: readonly string[],
): void {
  if (!impactLevels.some((level) => level >= LEAST_IMPACT_TO_EMBED)) {
    throw ruleBroken(
      'action.impact',
      'An embedded action needs evidence of impact level 3 or more: that practice changed.',
      'input.id',
    );
  }
  if (changeType === 'TEST_OF_CHANGE' && !ideaStatuses.some((status) => adoptedStatuses.includes(status))) {
    throw ruleBroken('action.adopted', 'A test of change is embedded only when one of its change ideas was adopted.', 'input.id');
  }
}
