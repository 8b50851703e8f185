import { colours } from './colours';
import { noteDay, numberedNotes } from './inWords';
import { element, fragment, type Markup, nothing } from './markup';
import type { Plan } from './plan';
import { NOTE_ROW } from './planOf';
import { textWidth } from './textWidth';
import { tooltip, writing } from './writing';

interface NoteMark {
  readonly first: number;
  readonly last: number;
  readonly x: number;
  readonly words: string;
}

const RADIUS = 8;
const BETWEEN = 3;

/** Numbered marks above the plot; neighbours too close to stand apart share one. The texts are in the description. */
export function drawNotes(plan: Plan): Markup {
  const top = plan.notesTop;
  return top === null ? nothing : fragment(marksOf(plan).map((mark) => drawNote(plan, mark, top)));
}

function marksOf(plan: Plan): NoteMark[] {
  const { picture, periods, plot } = plan;
  const marks = numberedNotes(picture).flatMap((note, index): NoteMark[] => {
    const x = periods.at(note.on);
    if (x === null || x < plot.left || x > plot.right) return [];
    const words = `${index + 1}. ${noteDay(note, picture)}: ${note.text}`;
    return [{ first: index + 1, last: index + 1, x, words }];
  });
  return marks.sort((a, b) => a.x - b.x).reduce<NoteMark[]>((kept, mark) => shared(kept, mark, plan), []);
}

function shared(kept: readonly NoteMark[], mark: NoteMark, plan: Plan): NoteMark[] {
  const before = kept.at(-1);
  if (!before || mark.x - before.x >= halfWidth(before, plan) + halfWidth(mark, plan) + BETWEEN) return [...kept, mark];
  const both = {
    first: Math.min(before.first, mark.first),
    last: Math.max(before.last, mark.last),
    x: (before.x + mark.x) / 2,
    words: `${before.words} ${mark.words}`,
  };
  return shared(kept.slice(0, -1), both, plan);
}

const nameOf = ({ first, last }: NoteMark): string => (first === last ? String(first) : `${first}\u2013${last}`);
const halfWidth = (mark: NoteMark, { font }: Plan): number => Math.max(RADIUS, textWidth(nameOf(mark), font) / 2 + 5);

function drawNote(plan: Plan, mark: NoteMark, top: number): Markup {
  const { plot, font } = plan;
  const half = halfWidth(mark, plan);
  const middle = top + NOTE_ROW / 2 - 1;
  const stem = {
    x1: mark.x,
    x2: mark.x,
    y1: middle + RADIUS,
    y2: plot.bottom,
    stroke: colours.axis,
    'stroke-width': 1,
    'stroke-dasharray': '1 4',
  };
  const badge = { x: mark.x - half, y: middle - RADIUS, width: 2 * half, height: 2 * RADIUS, rx: RADIUS };
  return element('g', {}, [
    tooltip(mark.words),
    element('line', stem),
    element('rect', { ...badge, fill: colours.paper, stroke: colours.text, 'stroke-width': 1 }),
    writing(nameOf(mark), { x: mark.x, y: middle + font.size * 0.36, font, anchor: 'middle' }),
  ]);
}
