import { ruleBroken } from '../kernel/errors';
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
