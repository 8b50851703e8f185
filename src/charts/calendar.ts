import type { Period } from './types';

/** A day of the calendar; months run from 1. `precision` says how much of it the period named: 2026, 2026-03 or 2026-03-31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly precision: 'YEAR' | 'MONTH' | 'DAY';
}

const pattern = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const msInDay = 86_400_000;

/** Null for serial numbers and for text that is no date. */
export function calendarDay(period: Period): CalendarDay | null {
  const parts = typeof period === 'string' ? pattern.exec(period) : null;
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { year, month, day, precision: parts[3] ? 'DAY' : parts[2] ? 'MONTH' : 'YEAR' };
}

/** Whole days since 1 January 1970. */
export const dayNumber = ({ year, month, day }: CalendarDay): number => Date.UTC(year, month - 1, day) / msInDay;

export const monthNumber = ({ year, month }: CalendarDay): number => year * 12 + month - 1;

export const isMonthEnd = ({ year, month, day }: CalendarDay): boolean => new Date(Date.UTC(year, month, 0)).getUTCDate() === day;

export const momentOf = (dayNumberGiven: number): Date => new Date(dayNumberGiven * msInDay);
