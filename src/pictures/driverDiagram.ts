import { colours } from './colours';
import { drawColumns, MARGIN } from './diagramColumns';
import type { DiagramFonts } from './diagramBox';
import { graphOf } from './diagramGraph';
import { diagramInWords } from './diagramInWords';
import { drawList } from './diagramList';
import type { DriverDiagramPicture } from './driverDiagramPicture';
import { wrapped } from './fitText';
import { idPrefixOf } from './idPrefix';
import { element, fragment, type Markup, text } from './markup';
import { svgPng } from './svgPng';
import type { Font } from './textWidth';
import { writing } from './writing';

const FONTS = 'Roboto, Arial, sans-serif';
const DEFAULT_WIDTH = 1100;
const NARROW = 640;
const TITLE_LINES = 8;
const LARGEST_SIDE = 12_000;

/**
 * A driver diagram as an SVG document, which may also stand within HTML: 1100 CSS pixels wide unless a width is given (from 300 to
 * 2000), and as high as its texts need. Below 640 pixels the columns become an indented list. The same picture and width give the
 * same text. It holds no script, style or address, so any content security policy allows it.
 */
export const driverDiagramSvg = (picture: DriverDiagramPicture, width?: number): string => drawing(picture, width).svg.source;

/** The same as a PNG on white, `scale` device pixels for each CSS pixel (2 unless given), fewer where it would be huge. */
export function driverDiagramPng(picture: DriverDiagramPicture, width?: number, scale = 2): Promise<Buffer> {
  const { svg, longest } = drawing(picture, width);
  return svgPng(svg.source, Math.min(Math.max(0.5, scale), LARGEST_SIDE / longest));
}

function drawing(picture: DriverDiagramPicture, wanted = DEFAULT_WIDTH): { svg: Markup; longest: number } {
  const width = Number.isFinite(wanted) ? Math.round(Math.min(2000, Math.max(300, wanted))) : DEFAULT_WIDTH;
  const graph = graphOf(picture);
  const fonts = fontsFor(width);
  const header = headerOf(picture.title, width, fonts.text);
  const content = (width < NARROW ? drawList : drawColumns)(graph, { width, top: header.height, fonts });
  const height = Math.ceil(header.height + content.height + MARGIN);
  const prefix = idPrefixOf(`drivers-${picture.id}`);
  const [title, description] = [`${prefix}-title`, `${prefix}-desc`];
  const attributes = {
    ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height },
    ...{ role: 'img', 'aria-labelledby': `${title} ${description}`, 'font-family': FONTS },
  };
  const parts = [
    element('title', { id: title }, [text(picture.title)]),
    element('desc', { id: description }, [text(diagramInWords(graph))]),
    element('rect', { width, height, fill: colours.paper }),
    ...header.parts,
    ...content.parts,
  ];
  return { svg: element('svg', attributes, [fragment(parts)]), longest: Math.max(width, height) };
}

const fontsFor = (width: number): DiagramFonts =>
  width < 800 ? { text: regular(12), small: regular(11) } : { text: regular(13), small: regular(11.5) };

const regular = (size: number): Font => ({ size, isBold: false });

function headerOf(title: string, width: number, { size }: Font): { parts: Markup[]; height: number } {
  const font: Font = { size: size + 4, isBold: true };
  const lines = wrapped(title, width - 2 * MARGIN, font, TITLE_LINES);
  const parts = lines.map((line, index) => writing(line, { x: MARGIN, y: 8 + font.size + index * (font.size + 4), font }));
  return { parts, height: MARGIN + lines.length * (font.size + 4) + (lines.length > 0 ? 10 : 0) };
}
