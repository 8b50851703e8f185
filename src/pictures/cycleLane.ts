import type { ChartPicture, PictureCycle } from './chartPicture';
import { plainText } from './escapeXml';
import { shortened } from './fitText';
import { type Font, textWidth } from './textWidth';

/** A cycle in the lane: pixels from the left, and the row counted from 0. */
export interface LaneBar {
  readonly cycle: PictureCycle;
  readonly left: number;
  readonly right: number;
  readonly row: number;
  readonly label: string;
  readonly labelLeft: number;
}

export interface Lane {
  readonly bars: readonly LaneBar[];
  readonly rows: number;
  /** How many cycles found no place. */
  readonly hidden: number;
}

export interface LaneRoom {
  readonly left: number;
  readonly right: number;
  readonly font: Font;
  /** Rows at most. */
  readonly rows: number;
  readonly at: (date: string) => number | null;
}

const NARROWEST = 7;
const ARROW = 7;
const PADDING = 5;
const LEAST_PADDING = 3;
const BETWEEN = 4;
/** A label that stands beside its bar is the short one, and no longer than this. */
const LONGEST_ASIDE = 90;

/** Cycles as bars over the dates they ran, in the first row that is free; those that find none are counted. */
export function cycleLane({ cycles, hasDates }: ChartPicture, room: LaneRoom): Lane {
  if (!hasDates || room.rows === 0) return { bars: [], rows: 0, hidden: 0 };
  const ends: number[] = [];
  const bars: LaneBar[] = [];
  for (const cycle of [...cycles].sort(byStart)) {
    const bar = barOf(cycle, room);
    if (!bar) continue;
    const taken = { from: Math.min(bar.left, bar.labelLeft), to: Math.max(bar.right, endOfLabel(bar, room.font)) };
    const free = Array.from({ length: room.rows }, (_, row) => row).find((row) => (ends[row] ?? -Infinity) <= taken.from);
    if (free === undefined) continue;
    ends[free] = taken.to + BETWEEN;
    bars.push({ ...bar, row: free });
  }
  return { bars, rows: ends.length, hidden: cycles.length - bars.length };
}

const byStart = (a: PictureCycle, b: PictureCycle): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

function barOf(cycle: PictureCycle, { left, right, at, font }: LaneRoom): Omit<LaneBar, 'row'> | null {
  const from = at(cycle.from);
  const to = cycle.to === null ? right : at(cycle.to);
  if (from === null || to === null || from > right || Math.max(from, to) < left) return null;
  const start = Math.min(Math.max(left, from), right - NARROWEST - ARROW);
  const end = Math.min(right, Math.max(start + NARROWEST, to));
  return { cycle, left: start, right: end, ...labelOf(cycle, { start, end, right, left }, font) };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

/** Inside the bar, with the title where there is room; otherwise beside it, to the right or, at the edge, to the left. */
function labelOf(cycle: PictureCycle, { start, end, left, right }: Stretch, font: Font): { label: string; labelLeft: number } {
  const label = shortened(cycle.label, LONGEST_ASIDE, font);
  const width = textWidth(label, font);
  const inside = end - start - 2 * LEAST_PADDING - (cycle.to === null ? ARROW : 0);
  if (width <= inside) {
    const labelLeft = start + Math.min(PADDING, LEAST_PADDING + (inside - width) / 2);
    return { label: withTitle(cycle, label, { inside: inside - PADDING, font }), labelLeft };
  }
  if (end + PADDING + width <= right) return { label, labelLeft: end + PADDING };
  return start - PADDING - width >= left ? { label, labelLeft: start - PADDING - width } : { label: '', labelLeft: start };
}

function withTitle(cycle: PictureCycle, label: string, { inside, font }: { inside: number; font: Font }): string {
  const title = plainText(cycle.title);
  const both = shortened(`${plainText(cycle.label)} ${title}`, inside, font);
  const isTelling = both.length >= label.length + 8 || both.endsWith(title);
  return title !== '' && isTelling ? both : label;
}

const endOfLabel = ({ label, labelLeft }: Omit<LaneBar, 'row'>, font: Font): number => labelLeft + textWidth(label, font);
