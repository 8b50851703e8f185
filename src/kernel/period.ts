import { addDays, type LocalDate } from './localDate';

/** A stretch of days with both its ends; the month of March 2026 is 2026-03-01 to 2026-03-31. */
export interface Period {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** As people write it: "March 2026", "January to March 2026", "2026", "the week of 2 March 2026", "2 March 2026". */
export function periodInWords({ start, end }: Period): string {
  if (start === end) return dayInWords(start);
  if (isWholeMonths(start, end)) return monthsInWords(start, end);
  if (addDays(start, 6) === end) return `the week of ${dayInWords(start)}`;
  return `${dayInWords(start)} to ${dayInWords(end)}`;
}

/** A period inside a sentence: "in March 2026", "on 2 March 2026", "from 2 March 2026 to 9 April 2026". */
export function periodInSentence({ start, end }: Period): string {
  if (start === end) return `on ${dayInWords(start)}`;
  const isSpan = !isWholeMonths(start, end) && addDays(start, 6) !== end;
  return isSpan ? `from ${dayInWords(start)} to ${dayInWords(end)}` : `in ${periodInWords({ start, end })}`;
}

/** Where a stretch of periods begins: its first month, week or day. */
export function startInWords({ start, end }: Period): string {
  return isWholeMonths(start, end)
    ? wholeYearOr({ start, end }, monthInWords(start))
    : oneWeekOr({ start, end }, dayInWords(start));
}

/** Where a stretch of periods ends: its last month, week or day. */
export function endInWords({ start, end }: Period): string {
  return isWholeMonths(start, end) ? wholeYearOr({ start, end }, monthInWords(end)) : oneWeekOr({ start, end }, dayInWords(end));
}

const wholeYearOr = ({ start, end }: Period, month: string): string =>
  start.endsWith('-01-01') && end.endsWith('-12-31') && yearOf(start) === yearOf(end) ? yearOf(start) : month;
const oneWeekOr = ({ start, end }: Period, day: string): string =>
  start !== end && addDays(start, 6) === end ? `the week of ${dayInWords(start)}` : day;
const monthInWords = (day: LocalDate): string => `${monthOf(day)} ${yearOf(day)}`;

/** The same in a few characters, for a table or the end of an axis: "Mar 2026", "Jan–Mar 2026", "2 Mar 2026". */
export function periodLabel({ start, end }: Period): string {
  const words = periodInWords({ start, end }).replace('the week of ', '').replaceAll(' to ', '–');
  return months.reduce((label, month) => label.replaceAll(month, month.slice(0, 3)), words);
}

export function dayInWords(day: LocalDate): string {
  return `${Number(day.slice(8))} ${monthOf(day)} ${yearOf(day)}`;
}

const yearOf = (day: LocalDate): string => day.slice(0, 4);
const monthOf = (day: LocalDate): string => months[Number(day.slice(5, 7)) - 1] ?? '';
const isWholeMonths = (start: LocalDate, end: LocalDate): boolean => start.endsWith('-01') && addDays(end, 1).endsWith('-01');

function monthsInWords(start: LocalDate, end: LocalDate): string {
  if (start.slice(0, 7) === end.slice(0, 7)) return `${monthOf(start)} ${yearOf(start)}`;
  if (yearOf(start) !== yearOf(end)) return `${monthOf(start)} ${yearOf(start)} to ${monthOf(end)} ${yearOf(end)}`;
  if (start.endsWith('-01-01') && end.endsWith('-12-31')) return yearOf(start);
  return `${monthOf(start)} to ${monthOf(end)} ${yearOf(start)}`;
}

/** The same day so many months later; the last day of the month where that day does not exist. */
export function addMonths(day: LocalDate, count: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
