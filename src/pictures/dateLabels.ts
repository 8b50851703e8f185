import { utcFormat } from 'd3-time-format';
import { type AxisLabel, areApart, labelAt, laterOnes } from './axisLabel';
import { A_DAY, momentOf, monthOf, startOfMonth } from './calendar';
import type { Font } from './textWidth';

/** From and to, in milliseconds. */
export type Span = readonly [number, number];

export interface DateRoom {
  readonly span: Span;
  /** Milliseconds between neighbouring points. */
  readonly spacing: number;
  /** The month whose multiples are labelled, counted from January of year 0: financial quarters need not begin with one. */
  readonly firstMonth: number;
  /** From the start of a usual period to its middle. */
  readonly half: number;
  /** Where the label of a period that starts at a moment stands: under its point. */
  readonly x: (moment: number) => number;
  readonly font: Font;
  /** Pixels of the whole picture. */
  readonly width: number;
}

interface Step {
  readonly days: number;
  readonly months: number;
  readonly format: (date: Date) => string;
}

const dayAndMonth = utcFormat('%-d %b');
const month = utcFormat('%b');
const year = utcFormat('%Y');

const inDays = (days: number): Step => ({ days, months: 0, format: dayAndMonth });
const inMonths = (months: number): Step => ({ days: months * 30.4, months, format: months < 12 ? month : year });

const STEPS: readonly Step[] = [
  ...[1, 2, 7, 14].map(inDays),
  ...[1, 2, 3, 6].map(inMonths),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000].map((years) => inMonths(12 * years)),
];

/** A Monday, so that weeks are counted from Mondays. */
const MONDAY = momentOf('2001-01-01') ?? 0;
const QUARTER = 80 * A_DAY;

/** Labels as dense as the width allows and the data deserve, with the year in a second row where it begins. */
export function dateLabels(room: DateRoom): AxisLabel[] {
  const deserved = STEPS.filter(({ days, months }) => months >= 12 || days * A_DAY >= room.spacing * 0.9);
  for (const step of deserved) {
    const [from, to] = room.span;
    if ((to - from) / (step.days * A_DAY) > room.width / 10) continue;
    const starts = step.months === 0 ? everyDays(step.days, room.span) : everyMonths(step.months, room);
    const moments = starts.filter((start) => start + room.half <= to);
    const labels = moments.map((moment) => labelAt(step.format(new Date(moment)), room.x(moment), room));
    if (areApart(labels, room.font)) return step.months >= 12 ? labels : [...labels, ...yearLabels(moments, room)];
  }
  return [];
}

function everyDays(days: number, [from, to]: Span): number[] {
  const origin = days < 7 ? from : MONDAY;
  const step = days * A_DAY;
  return numbered(Math.ceil((from - origin) / step), Math.floor((to - origin) / step)).map((count) => origin + count * step);
}

function everyMonths(months: number, { span: [from, to], spacing, firstMonth }: DateRoom): number[] {
  const offset = spacing >= QUARTER && months < 12 ? ((firstMonth % months) + months) % months : 0;
  const count = (moment: number): number => (monthOf(moment) - offset) / months;
  return numbered(Math.ceil(count(from)), Math.floor(count(to)))
    .map((number) => startOfMonth(number * months + offset))
    .filter((moment) => moment >= from);
}

function yearLabels(moments: readonly number[], room: DateRoom): AxisLabel[] {
  const firsts = moments.filter((moment, index) => {
    const before = moments[index - 1];
    return before === undefined || year(new Date(before)) !== year(new Date(moment));
  });
  const labels = firsts.map((moment) => ({
    ...labelAt(year(new Date(moment)), room.x(moment), room),
    row: 1,
    tick: null,
    isYear: true,
  }));
  return laterOnes(labels, room.font);
}

const numbered = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
