import { type AxisLabel, areApart, labelAt } from './axisLabel';
import { plainText } from './escapeXml';
import { wrapped } from './fitText';
import { type Font, textWidth } from './textWidth';

export interface PointRoom {
  readonly labels: readonly string[];
  /** Pixels from the left, one for each label. */
  readonly xs: readonly number[];
  readonly font: Font;
  /** Pixels of the whole picture. */
  readonly width: number;
}

const BETWEEN = 8;
const NARROWEST = 62;
const WIDEST = 120;
const ROWS = 2;

/** The points' own labels, of every point or of every so many, each in at most two rows. */
export function pointLabels(room: PointRoom): AxisLabel[] {
  const { labels, xs, font } = room;
  const spacing = xs.length < 2 ? WIDEST : ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) / (xs.length - 1);
  const longest = Math.max(0, ...labels.map((label) => textWidth(plainText(label), font)));
  for (let stride = 1; stride <= labels.length; stride += 1) {
    const each = Math.min(WIDEST, stride * spacing - BETWEEN);
    if (each < Math.min(longest, NARROWEST)) continue;
    const chosen = everyOther(stride, each, room);
    if (
      [0, 1].every((row) =>
        areApart(
          chosen.filter((label) => label.row === row),
          font,
        ),
      )
    )
      return chosen;
  }
  return everyOther(labels.length, WIDEST, room);
}

const everyOther = (stride: number, each: number, room: PointRoom): AxisLabel[] =>
  room.labels.flatMap((label, index) => (index % stride === 0 ? rowsOf(label, each, { room, place: room.xs[index] ?? 0 }) : []));

const rowsOf = (label: string, each: number, { room, place }: { room: PointRoom; place: number }): AxisLabel[] =>
  wrapped(label, each, room.font, ROWS).map((line, row) => ({
    ...labelAt(line, place, room),
    row,
    tick: row === 0 ? place : null,
  }));
