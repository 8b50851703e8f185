import type { ChartPicture } from './chartPicture';
import { colours } from './colours';
import { plainText } from './escapeXml';
import { isSign } from './formatValue';
import { shortened, wrapped } from './fitText';
import { fragment, type Markup } from './markup';
import type { Font } from './textWidth';
import { writing } from './writing';

export interface Header {
  readonly lines: readonly string[];
  readonly titleFont: Font;
  readonly subtitle: string;
  readonly font: Font;
  /** Pixels. */
  readonly height: number;
}

const MARGIN = 12;
const TITLE_LINES = 2;

const directions = { HIGHER: 'Higher is better', LOWER: 'Lower is better', NEITHER: null } as const;

/** Kind, what its lines can bear, direction and unit, with the unit last because only it can be long; a sign stands at the values. */
const subtitleOf = ({ kindName, caution, betterIs, unit }: ChartPicture): string =>
  [kindName, caution, directions[betterIs], unit !== null && isSign(unit) ? null : unit]
    .map((part) => plainText(part ?? ''))
    .filter((part) => part !== '')
    .join(' \u00b7 ');

/** The title in at most two lines, and one line on what is charted. */
export function headerOf(picture: ChartPicture, width: number, font: Font): Header {
  const titleFont: Font = { size: font.size + (font.size < 12 ? 3 : 4), isBold: true };
  const room = width - 2 * MARGIN;
  const lines = wrapped(picture.title, room, titleFont, TITLE_LINES);
  const subtitle = shortened(subtitleOf(picture), room, font);
  const height = 10 + lines.length * (titleFont.size + 4) + (subtitle === '' ? 0 : font.size + 4) + 8;
  return { lines, titleFont, subtitle, font, height };
}

export function drawHeader({ lines, titleFont, subtitle, font }: Header): Markup {
  const lineHeight = titleFont.size + 4;
  const title = lines.map((line, index) => writing(line, { x: MARGIN, y: 8 + lineHeight * (index + 1) - 4, font: titleFont }));
  const y = 8 + lineHeight * lines.length + font.size + 2;
  return fragment([...title, writing(subtitle, { x: MARGIN, y, font, colour: colours.quietText })]);
}
