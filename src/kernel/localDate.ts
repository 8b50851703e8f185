/** A calendar date such as 2026-03-31, without time or zone: due dates, periods and publication dates are of this kind. */
export type LocalDate = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Service records start well after 1990, and a year beyond 2100 is a slip of the keyboard. */
export const EARLIEST_DATE = '1990-01-01';
export const LATEST_DATE = '2100-12-31';

/** True for a date that exists in the calendar (30 February does not) and lies between the earliest and latest date. */
export function isLocalDate(text: string): boolean {
  const parts = PATTERN.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && text >= EARLIEST_DATE && text <= LATEST_DATE;
}

const scottishDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The calendar date in Scotland at a moment: a due date passes at midnight there, not at midnight UTC. */
export const dateAt = (moment: Date): LocalDate => scottishDay.format(moment);

/** The last moment of a day in Scotland. Midnight there is at 23:00 UTC in summer. */
export function endOf(date: LocalDate): Date {
  const next = addDays(date, 1);
  const midnight = Date.parse(`${next}T00:00:00Z`);
  const isSummer = dateAt(new Date(midnight - HOUR_MS)) === next;
  return new Date(midnight - (isSummer ? HOUR_MS : 0) - 1);
}

const HOUR_MS = 3_600_000;

export function addDays(date: LocalDate, days: number): LocalDate {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

/** How many days later the second date is; below 0 when it is the earlier one. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
