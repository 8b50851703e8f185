import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { Machine } from '../kernel/machine';
import type { PlanStatus } from './plan.enums';

/** Life cycle of a plan (domain.md §10.2). */
export const planMoves: Machine<PlanStatus> = {
  DRAFT: ['SUBMITTED'],
  SUBMITTED: ['APPROVED_BY_CPC', 'RETURNED'],
  RETURNED: ['SUBMITTED'],
  APPROVED_BY_CPC: ['RATIFIED_BY_COG', 'RETURNED'],
  RATIFIED_BY_COG: ['ACTIVE'],
  ACTIVE: ['UNDER_REVIEW'],
  UNDER_REVIEW: ['ACTIVE', 'CLOSED'],
  CLOSED: [],
};

/** The text of a plan is settled once it is before the committee, and opens again while it is reviewed. */
export const isOpenToChange = (status: PlanStatus): boolean => ['DRAFT', 'RETURNED', 'UNDER_REVIEW'].includes(status);

/** @throws RULE_BROKEN when the period ends before it starts */
export function requirePeriod(startsOn: LocalDate, endsOn: LocalDate): void {
  if (endsOn < startsOn) throw ruleBroken('plan.period', 'A plan cannot end before it starts.', 'input.endsOn');
}
