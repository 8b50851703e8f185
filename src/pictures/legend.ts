import type { ChartPicture, PicturePoint } from './chartPicture';
import { colours } from './colours';
import { lineStyles } from './lineStyles';
import { element, fragment, type Markup } from './markup';
import { drawMark, type MarkShape } from './marks';
import { type Font, textWidth } from './textWidth';
import { writing } from './writing';

export interface LegendItem {
  readonly symbol: MarkShape | 'PROVISIONAL' | 'GAP' | 'CARRIED' | 'LIMIT' | 'ZONE';
  readonly text: string;
}

const SYMBOL = 22;
const BETWEEN = 18;
export const LEGEND_ROW = 18;

type Occurs = (point: PicturePoint) => boolean;

const counted: Occurs = (point) => point.value !== null && !point.isExcluded;
const signals =
  (meaning: PicturePoint['signal']): Occurs =>
  (point) =>
    counted(point) && point.signal === meaning;

const meanings: readonly (readonly [LegendItem, Occurs])[] = [
  [{ symbol: 'BETTER', text: 'Signal of improvement' }, signals('BETTER')],
  [{ symbol: 'WORSE', text: 'Signal of concern' }, signals('WORSE')],
  [{ symbol: 'NEITHER', text: 'Signal of change' }, signals('NEITHER')],
  [{ symbol: 'EXCLUDED', text: 'Left out' }, (point) => point.value !== null && point.isExcluded],
  [{ symbol: 'PROVISIONAL', text: 'Provisional' }, (point) => counted(point) && point.isProvisional],
  [{ symbol: 'GAP', text: 'No figure' }, (point) => point.value === null],
  [{ symbol: 'CARRIED', text: 'Centre carried forward' }, (point) => point.centre !== null && !point.isInBaseline],
  [{ symbol: 'LIMIT', text: '3-sigma limits' }, (point) => point.lower !== null || point.upper !== null],
  [{ symbol: 'ZONE', text: '2 to 3 sigma' }, (point) => point.upper2 !== null || point.lower2 !== null],
];

/** What the marks and lines of this very chart mean, the most telling first, in rows no wider than `width` pixels. */
export function legendRows({ points }: ChartPicture, width: number, font: Font): LegendItem[][] {
  const items = meanings.filter(([, occurs]) => points.some(occurs)).map(([item]) => item);
  return items.reduce<LegendItem[][]>((rows, item) => {
    const row = rows.at(-1);
    if (row && rowWidth([...row, item], font) <= width) row.push(item);
    else rows.push([item]);
    return rows;
  }, []);
}

const itemWidth = ({ text }: LegendItem, font: Font): number => SYMBOL + textWidth(text, font) + BETWEEN;
const rowWidth = (items: readonly LegendItem[], font: Font): number =>
  items.reduce((width, item) => width + itemWidth(item, font), -BETWEEN);

interface LegendPlace {
  readonly left: number;
  readonly top: number;
  readonly font: Font;
  readonly pointsDown: boolean;
}

export function drawLegend(rows: readonly (readonly LegendItem[])[], place: LegendPlace): Markup {
  return fragment(rows.map((items, row) => drawRow(items, { ...place, top: place.top + row * LEGEND_ROW })));
}

function drawRow(items: readonly LegendItem[], { left, top, font, pointsDown }: LegendPlace): Markup {
  const middle = top + LEGEND_ROW / 2;
  let x = left;
  const drawn = items.map((item) => {
    const symbol = drawSymbol(item.symbol, { x: x + 8, y: middle, pointsDown });
    const label = writing(item.text, { x: x + SYMBOL, y: middle + font.size * 0.36, font });
    x += itemWidth(item, font);
    return fragment([symbol, label]);
  });
  return fragment(drawn);
}

function drawSymbol(symbol: LegendItem['symbol'], place: { x: number; y: number; pointsDown: boolean }): Markup {
  const { x, y, pointsDown } = place;
  if (symbol === 'GAP' || symbol === 'ZONE') {
    const fill = symbol === 'GAP' ? colours.gap : colours.zone;
    return element('rect', { x: x - 8, y: y - 6, width: 16, height: 12, fill, stroke: colours.axis, 'stroke-width': 0.5 });
  }
  if (symbol === 'CARRIED' || symbol === 'LIMIT')
    return element('path', { d: `M${x - 9},${y}H${x + 9}`, fill: 'none', ...lineStyles[symbol] });
  const shape = symbol === 'PROVISIONAL' ? 'ORDINARY' : symbol;
  const isHollow = symbol === 'PROVISIONAL' || symbol === 'EXCLUDED';
  return drawMark({ shape, isHollow, pointsDown, radius: 4 }, { x, y });
}
