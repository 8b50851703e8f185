import { colours } from './colours';
import { type Attributes, element, type Markup, nothing, text } from './markup';
import type { Font } from './textWidth';

interface Place {
  /** Pixels; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly font: Font;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
  /** Over lines and points: a rim of paper keeps it readable. */
  readonly hasRim?: boolean;
}

/** A line of text in the drawing; nothing for an empty one. */
export function writing(content: string, place: Place): Markup {
  if (content === '') return nothing;
  const { x, y, font, anchor = 'start', colour = colours.text, hasRim = false } = place;
  const rim: Attributes = hasRim
    ? { stroke: colours.paper, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
    : {};
  const attributes = {
    x,
    y,
    'font-size': font.size,
    'font-weight': font.isBold ? 700 : null,
    'text-anchor': anchor === 'start' ? null : anchor,
    fill: colour,
    ...rim,
  };
  return element('text', attributes, [text(content)]);
}

/** What a pointer held over a part of the drawing shows. */
export const tooltip = (content: string): Markup => element('title', {}, [text(content)]);
