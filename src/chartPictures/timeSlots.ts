import { calendarDay, dayNumber, momentOf, monthNumber } from '../charts/calendar';
import type { Period } from '../charts/types';
import type { Timeline } from './timeline';

/** A place on the axis that could carry a label, with the date that it stands for. */
export interface Slot {
  readonly place: number;
  readonly date: Date;
}

/** Every period of a regular series, recorded or not; the starts of days, months or years of an irregular one. */
export function slotsOf(timeline: Timeline, periods: readonly Period[]): Slot[] {
  if (!timeline.isByDay) {
    return periods.flatMap((period, i) => {
      const day = calendarDay(period);
      return day ? [{ place: timeline.places[i] ?? i, date: momentOf(dayNumber(day)) }] : [];
    });
  }
  const { cadence } = timeline;
  if (cadence === 'DAILY') return daysBetween(timeline, 1, timeline.places[0] ?? 0);
  if (cadence === 'WEEKLY') return daysBetween(timeline, 7, timeline.places[0] ?? 0);
  if (cadence === 'IRREGULAR' || cadence === 'SERIAL') return irregular(timeline);
  const step = cadence === 'MONTHLY' ? 1 : cadence === 'QUARTERLY' ? 3 : 12;
  const first = calendarDay(periods[0] ?? '');
  return first ? monthsBetween(timeline, step, monthNumber(first), first.day) : [];
}

function daysBetween({ first, last }: Timeline, step: number, anchor: number): Slot[] {
  const slots: Slot[] = [];
  for (let day = anchor - Math.floor((anchor - first) / step) * step; day <= last; day += step) {
    slots.push({ place: day, date: momentOf(day) });
  }
  return slots;
}

/** A series dated by the last day of each month stays on last days: the 31st becomes the 30th, 29th or 28th. */
function monthsBetween({ first, last }: Timeline, step: number, anchor: number, dayOfMonth: number): Slot[] {
  const slots: Slot[] = [];
  const start = anchor - Math.ceil(((anchor % 12) + (calendarDistance(first, anchor) + 1)) / step) * step;
  for (let month = start; ; month += step) {
    const [year, index] = [Math.floor(month / 12), ((month % 12) + 12) % 12];
    const lastDay = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    const day = dayNumber({ year, month: index + 1, day: Math.min(dayOfMonth, lastDay), precision: 'DAY' });
    if (day > last) return slots;
    if (day >= first) slots.push({ place: day, date: momentOf(day) });
  }
}

const calendarDistance = (first: number, anchor: number): number => Math.max(0, anchor - monthOf(momentOf(first)));

const monthOf = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

function irregular(timeline: Timeline): Slot[] {
  const { first, last } = timeline;
  if (last - first <= 62) return daysBetween(timeline, 1, Math.ceil(first));
  const start = monthOf(momentOf(Math.floor(first)));
  return monthsBetween(timeline, last - first <= 366 * 8 ? 1 : 12, last - first <= 366 * 8 ? start : start - (start % 12), 1);
}
