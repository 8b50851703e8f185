import { colours } from './colours';
import type { DiagramColumn, DiagramNode } from './driverDiagramPicture';
import { wrapped } from './fitText';
import { element, type Markup } from './markup';
import type { Font } from './textWidth';
import { writing } from './writing';

/** No statement that a committee would read is longer; beyond it, an ellipsis says that there is more. */
const MOST_LINES = 60;
const PADDING = { across: 9, down: 7 };

export interface DiagramFonts {
  readonly text: Font;
  readonly small: Font;
}

export interface Line {
  readonly words: string;
  readonly font: Font;
  readonly colour: string;
}

/** The lines in a box and the room they need, in pixels. */
export interface BoxContent {
  readonly lines: readonly Line[];
  readonly height: number;
}

/** @param caption stands above the text, where no heading says what kind of thing it is */
export function boxContent(node: DiagramNode, width: number, fonts: DiagramFonts, caption: string | null = null): BoxContent {
  const room = width - 2 * PADDING.across;
  const font = node.column === 'AIM' ? { ...fonts.text, isBold: true } : fonts.text;
  const quiet = { font: fonts.small, colour: colours.quietText };
  const text = { font, colour: node.isFaded ? colours.quietText : colours.text };
  const lines: Line[] = [
    ...wrapped(caption ?? '', room, fonts.small, 1).map((words) => ({ words, ...quiet })),
    ...wrapped(node.text, room, font, MOST_LINES).map((words) => ({ words, ...text })),
    ...wrapped(node.detail ?? '', room, fonts.small, MOST_LINES).map((words) => ({ words, ...quiet })),
  ];
  return { lines, height: 2 * PADDING.down + Math.max(fonts.text.size, heightOf(lines)) };
}

const lineHeight = ({ font }: Pick<Line, 'font'>): number => font.size + 4;
const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + lineHeight(line), 0);

/** Kinds differ by rim and corners, so that they can be told apart without colour. */
const rims: Readonly<Record<DiagramColumn, { readonly width: number; readonly corner: number; readonly fill: string }>> = {
  AIM: { width: 2.5, corner: 0, fill: colours.cycleFill },
  PRIMARY: { width: 2, corner: 0, fill: colours.zone },
  SECONDARY: { width: 1, corner: 0, fill: colours.paper },
  CHANGE_IDEA: { width: 1, corner: 9, fill: colours.paper },
};

export interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function drawBox({ column, isFaded }: DiagramNode, { lines, height }: BoxContent, place: BoxPlace): Markup {
  const rim = rims[column];
  const rect = {
    ...{ x: place.x, y: place.y, width: place.width, height, rx: rim.corner === 0 ? null : rim.corner },
    fill: isFaded ? colours.paper : rim.fill,
    stroke: isFaded ? colours.axis : colours.text,
    'stroke-width': rim.width,
    'stroke-dasharray': isFaded ? '5 3' : null,
  };
  return element('g', {}, [
    element('rect', rect),
    ...drawLines(lines, { x: place.x + PADDING.across, y: place.y + PADDING.down }),
  ]);
}

/** Lines of text below each other, the first beginning at `y`. */
export function drawLines(lines: readonly Line[], { x, y }: { readonly x: number; readonly y: number }): Markup[] {
  let top = y;
  return lines.map((line) => {
    const drawn = writing(line.words, { x, y: top + line.font.size, font: line.font, colour: line.colour });
    top += lineHeight(line);
    return drawn;
  });
}
