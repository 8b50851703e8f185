import { addDays, type LocalDate } from '../kernel/localDate';
import { addMonths } from '../kernel/period';

const MONTHS = 3;

/**
 * The days whose end is published: the last day of each quarter, from the first that ends on or after `from` up to the last that is
 * over before `day`. They depend on the calendar only, never on what happened.
 */
export function publicationDays(from: LocalDate, day: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  let start = `${from.slice(0, 4)}-01-01`;
  for (let next = addMonths(start, MONTHS); next <= day; next = addMonths(start, MONTHS)) {
    const end = addDays(next, -1);
    if (end >= from) days.push(end);
    start = next;
  }
  return days;
}
