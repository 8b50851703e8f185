import { dateInWords } from '../history/words.rules';
import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { MeetingDecisionKind } from '../meetings/meeting.enums';

/** What a decision needs to be told besides what it is about, and what has no place in it. */
export interface Particulars {
  readonly kind: MeetingDecisionKind;
  readonly reason?: string | null;
  readonly dueOn?: string | null;
  readonly leadAgencyId?: string | null;
  readonly leadMemberId?: string | null;
  readonly leadRole?: string | null;
  readonly successorId?: string | null;
  readonly sustainMonths?: number | null;
}

const needReason: readonly MeetingDecisionKind[] = [
  'REQUEST_EVIDENCE',
  'REVISE_DATE',
  'ESCALATE_TO_COG',
  'REASSIGN',
  'STOP',
  'REOPEN',
];

const onlyFor: readonly (readonly [keyof Particulars, MeetingDecisionKind])[] = [
  ['dueOn', 'REVISE_DATE'],
  ['leadAgencyId', 'REASSIGN'],
  ['leadMemberId', 'REASSIGN'],
  ['leadRole', 'REASSIGN'],
  ['successorId', 'MERGE'],
  ['sustainMonths', 'ACCEPT_COMPLETION'],
];

/** @throws RULE_BROKEN naming the first field that is missing or has no place in the decision */
export function requireParticulars(given: Particulars): void {
  const { kind } = given;
  if (needReason.includes(kind) && !given.reason) {
    throw ruleBroken('decision.reason', `${kind} needs a reason.`, 'input.reason');
  }
  if (kind === 'MERGE' && !given.successorId) {
    throw ruleBroken('decision.successor', 'Name what goes on for both.', 'input.successorId');
  }
  if (kind === 'REASSIGN' && !given.leadAgencyId && !given.leadMemberId && !given.leadRole) {
    throw ruleBroken('decision.lead', 'Name the agency, member or post that leads from now on.', 'input.leadAgencyId');
  }
  const stray = onlyFor.find(([field, only]) => given[field] != null && kind !== only);
  if (stray) throw ruleBroken('decision.particulars', `This has no place in ${kind}.`, `input.${stray[0]}`);
}

/** What a decision presupposes, and the day of that; recorded late is not the same as later. */
export interface Presupposed {
  readonly what: string;
  readonly on: LocalDate | null;
}

/** @throws RULE_BROKEN for a meeting before the day of what it is said to have decided on */
export function requireTimely(kind: MeetingDecisionKind, { what, on }: Presupposed, meetsOn: LocalDate, field: string): void {
  if (on === null || on <= meetsOn) return;
  const message = `${what} on ${dateInWords(on)}; a meeting of ${dateInWords(meetsOn)} cannot have decided ${kind} about it.`;
  throw ruleBroken('decision.tooEarly', message, field);
}

/** @throws RULE_BROKEN for an answer from before the meeting that asked */
export function requireAskedBefore(askedOn: LocalDate, answeredOn: LocalDate): void {
  if (answeredOn >= askedOn) return;
  const message = `This was asked by the meeting of ${dateInWords(askedOn)}; it is answered on that day or later.`;
  throw ruleBroken('escalation.beforeAsked', message, 'input.answeredOn');
}
