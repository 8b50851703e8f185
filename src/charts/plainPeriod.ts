import type { Cadence } from './cadence';
import { type CalendarDay, calendarDay, isMonthEnd } from './calendar';
import type { Period } from './types';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

const monthName = (month: number): string => months[(((month - 1) % 12) + 12) % 12] ?? '';
const monthAndYear = ({ year, month }: CalendarDay): string => `${monthName(month)} ${year}`;
const fullDate = (day: CalendarDay): string => `${day.day} ${monthAndYear(day)}`;

/** "March 2026", "3 March 2026", "January to March 2026", "2026", "point 12": as the series would be spoken of. */
export function plainPeriod(period: Period, cadence: Cadence): string {
  const day = calendarDay(period);
  if (!day) return typeof period === 'number' ? `point ${period}` : period;
  if (day.precision === 'YEAR' || (cadence === 'YEARLY' && isCalendarYear(day))) return String(day.year);
  if (cadence === 'QUARTERLY') return quarter(day);
  return showsDay(day, cadence) ? fullDate(day) : monthAndYear(day);
}

/** "in March 2026", "on 3 March 2026", "at point 12". */
export function atPeriod(period: Period, cadence: Cadence): string {
  const day = calendarDay(period);
  if (!day) return `at ${plainPeriod(period, cadence)}`;
  return `${showsDay(day, cadence) ? 'on' : 'in'} ${plainPeriod(period, cadence)}`;
}

/** "3 March 2026"; text that is no date is left as it is. */
export function plainDate(date: string): string {
  const day = calendarDay(date);
  return day ? fullDate(day) : date;
}

const showsDay = ({ precision }: CalendarDay, cadence: Cadence): boolean =>
  precision === 'DAY' && (cadence === 'DAILY' || cadence === 'WEEKLY' || cadence === 'IRREGULAR' || cadence === 'SERIAL');

const isCalendarYear = ({ month, day }: CalendarDay): boolean => (month === 1 && day === 1) || (month === 12 && day === 31);

/** A quarter is dated by its first day or by its last; with any other date only the month is certain. */
function quarter(day: CalendarDay): string {
  if (day.day !== 1 && !isMonthEnd(day)) return monthAndYear(day);
  const first = day.day === 1 ? day.month : day.month - 2;
  const startYear = first < 1 ? day.year - 1 : day.year;
  const endYear = first > 10 ? day.year + 1 : day.year;
  const start = startYear === endYear ? monthName(first) : `${monthName(first)} ${startYear}`;
  return `${start} to ${monthName(first + 2)} ${endYear}`;
}
