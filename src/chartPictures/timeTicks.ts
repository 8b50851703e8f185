import { utcFormat } from 'd3-time-format';
import type { Period } from '../charts/types';
import { textWidth } from './textWidth';
import { type Slot, slotsOf } from './timeSlots';
import type { HorizontalScale, Timeline } from './timeline';
import { cleaned } from './xml';

/** A label under the axis; the context (a month or a year) stands below the first label that it holds for. */
export interface Tick {
  readonly x: number;
  readonly text: string;
  readonly context: string | null;
}

interface Scheme {
  readonly keep: (slot: Slot, previous: Slot | null) => boolean;
  readonly text: (date: Date) => string;
  readonly context: ((date: Date) => string) | null;
}

const [day, month, year, monthYear] = [utcFormat('%-d'), utcFormat('%b'), utcFormat('%Y'), utcFormat('%b %Y')];
const all = (): boolean => true;
const monthIndex = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

/** The first slot of each stretch of so many months; the very first slot only where a stretch begins. */
const eachMonths =
  (step: number) =>
  ({ date }: Slot, previous: Slot | null): boolean => {
    const index = monthIndex(date);
    return previous === null ? index % step === 0 : Math.floor(index / step) !== Math.floor(monthIndex(previous.date) / step);
  };

const byDay: Scheme[] = [
  { keep: all, text: day, context: monthYear },
  { keep: ({ date }) => date.getUTCDay() === 1, text: day, context: monthYear },
];
const byWeek: Scheme[] = [{ keep: all, text: day, context: monthYear }];
const byMonth: Scheme[] = [1, 2, 3, 6].map((step) => ({ keep: step === 1 ? all : eachMonths(step), text: month, context: year }));
const monthStarts: Scheme[] = byMonth.map((scheme, i) => (i === 0 ? { ...scheme, keep: eachMonths(1) } : scheme));
const byYear: Scheme[] = [1, 2, 5, 10, 20, 50].map((step) => ({ keep: eachMonths(step * 12), text: year, context: null }));

function schemesFor({ cadence }: Timeline): Scheme[] {
  if (cadence === 'DAILY') return [...byDay, ...monthStarts, ...byYear];
  if (cadence === 'WEEKLY') return [...byWeek, ...monthStarts, ...byYear];
  if (cadence === 'MONTHLY' || cadence === 'QUARTERLY') return [...byMonth, ...byYear];
  if (cadence === 'YEARLY') return [{ keep: all, text: year, context: null }, ...byYear];
  return [...byDay.slice(0, 1), ...monthStarts, ...byYear];
}

/** The densest labels that do not touch each other. */
export function ticksOf(timeline: Timeline, periods: readonly Period[], x: HorizontalScale, size: number): Tick[] {
  const slots = slotsOf(timeline, periods);
  if (slots.length === 0) return serialTicks(timeline, periods, x, size);
  const isIrregular = timeline.cadence === 'IRREGULAR' || !timeline.isByDay;
  let best: Tick[] = [];
  for (const scheme of isIrregular ? irregularSchemes(timeline, slots) : schemesFor(timeline)) {
    const kept = slots.filter((slot, i) => scheme.keep(slot, slots[i - 1] ?? null));
    if (kept.length === 0) continue;
    best = ticksIn(kept, scheme, x);
    if (doFit(best, size)) return best;
  }
  return thinned(best.length > 0 ? best : ticksIn(slots, byDay[0] as Scheme, x), size);
}

/** Days are named only where each slot is a day; otherwise slots are the starts of months or of years. */
function irregularSchemes(timeline: Timeline, slots: readonly Slot[]): Scheme[] {
  const isOfDays = !timeline.isByDay || (slots[1] !== undefined && slots[1].place - (slots[0]?.place ?? 0) === 1);
  return isOfDays ? [...byDay.slice(0, 1), ...monthStarts, ...byYear] : [...monthStarts, ...byYear];
}

function ticksIn(slots: readonly Slot[], { text, context }: Scheme, x: HorizontalScale): Tick[] {
  let before: string | null = null;
  return slots.map(({ place, date }) => {
    const now: string | null = context?.(date) ?? null;
    const tick = { x: x(place), text: text(date), context: now === before ? null : now };
    before = now;
    return tick;
  });
}

const gap = 6;

function doFit(ticks: readonly Tick[], size: number): boolean {
  const contexts = ticks.filter(({ context }) => context !== null);
  return isClear(ticks, size, ({ text }) => text) && isClear(contexts.slice(1), size, ({ context }) => context ?? '');
}

function isClear(ticks: readonly Tick[], size: number, textOf: (tick: Tick) => string): boolean {
  return ticks.every((tick, i) => {
    const next = ticks[i + 1];
    return !next || next.x - tick.x >= (textWidth(textOf(tick), size) + textWidth(textOf(next), size)) / 2 + gap;
  });
}

/** Where nothing fits (dates in clusters), each label that would touch the one before it is left out. */
function thinned(ticks: readonly Tick[], size: number): Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (!last || doFit([last, tick], size)) kept.push(tick);
  }
  return kept;
}

/** Numbers and words are labelled as they are, every second, fifth or tenth of them where they are many. */
function serialTicks({ places }: Timeline, periods: readonly Period[], x: HorizontalScale, size: number): Tick[] {
  const ticks = periods.map((period, i) => ({ x: x(places[i] ?? i), text: cleaned(String(period)).slice(0, 12), context: null }));
  for (const step of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]) {
    const kept = ticks.filter((_, i) => (step === 1 ? true : (i + 1) % step === 0));
    if (isClear(kept, size, ({ text }) => text)) return kept.length > 0 ? kept : ticks.slice(0, 1);
  }
  return ticks.slice(0, 1);
}
