import { colours } from './colours';
import { boxContent, type BoxContent, type DiagramFonts, drawBox, drawLines, type Line } from './diagramBox';
import { columnNames, diagramColumns, type GraphNode } from './diagramGraph';
import { type Layers, layersOf, type Segment } from './diagramOrder';
import { topsOf } from './diagramPlaces';
import { element, fragment, type Markup, rounded } from './markup';

export const MARGIN = 12;
const GAP = 14;
const PASSING = 2;
const STUB = 7;
const BETWEEN_PORTS = 9;

/** Part of the drawing with the room it takes below `top`, in pixels. */
export interface Drawn {
  readonly parts: readonly Markup[];
  readonly height: number;
}

export interface DiagramFrame {
  readonly width: number;
  readonly top: number;
  readonly fonts: DiagramFonts;
}

interface Columns {
  readonly layers: Layers;
  readonly contents: readonly BoxContent[];
  readonly heights: readonly number[];
  readonly tops: readonly number[];
  readonly top: number;
  /** Of each column, and its width. */
  readonly lefts: readonly number[];
  readonly width: number;
}

/** Four columns, the aim at the left. All boxes of a column have the same sides, so a line between columns crosses none. */
export function drawColumns(graph: readonly GraphNode[], { width, top, fonts }: DiagramFrame): Drawn {
  const between = Math.min(72, Math.max(34, width * 0.055));
  const columnWidth = (width - 2 * MARGIN - between * (diagramColumns.length - 1)) / diagramColumns.length;
  const lefts = diagramColumns.map((_, column) => MARGIN + column * (columnWidth + between));
  const headings = headingsOf(graph, fonts);
  const layers = layersOf(graph, diagramColumns.length);
  const contents = graph.map(({ node }) => boxContent(node, columnWidth, fonts));
  const heights = layers.slots.map(({ node }) => (node === null ? PASSING : (contents[node]?.height ?? 0)));
  const begin = top + headings.height + 14;
  const columns = { layers, contents, heights, tops: topsOf(layers, heights, GAP), top: begin, lefts, width: columnWidth };
  const tallest = Math.max(0, ...columns.tops.map((each, slot) => each + (heights[slot] ?? 0)));
  const parts = [
    ...lefts.map((left, column) =>
      drawHeading(headings.lines[column] ?? [], { left, top, width: columnWidth, height: headings.height }),
    ),
    element('g', { fill: 'none', stroke: colours.data, 'stroke-width': 1.25 }, [fragment(drawSegments(columns))]),
    ...graph.map(({ node, column }, slot) =>
      drawBox(node, contents[slot] ?? { lines: [], height: 0 }, {
        x: lefts[column] ?? 0,
        y: topAt(columns, slot),
        width: columnWidth,
      }),
    ),
  ];
  return { parts, height: begin - top + tallest };
}

const topAt = ({ tops, top }: Columns, slot: number): number => top + (tops[slot] ?? 0);
const middleAt = (columns: Columns, slot: number): number => topAt(columns, slot) + (columns.heights[slot] ?? 0) / 2;

interface Headings {
  readonly lines: readonly (readonly Line[])[];
  readonly height: number;
}

function headingsOf(graph: readonly GraphNode[], { text, small }: DiagramFonts): Headings {
  const lines = diagramColumns.map((name, column): Line[] => [
    { words: columnNames[name].many, font: { ...text, isBold: true }, colour: colours.text },
    ...(graph.some((each) => each.column === column) ? [] : [{ words: 'None yet', font: small, colour: colours.quietText }]),
  ]);
  const height = Math.max(...lines.map((each) => each.reduce((sum, { font }) => sum + font.size + 4, 0)));
  return { lines, height: height + 5 };
}

interface HeadingPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function drawHeading(lines: readonly Line[], { left, top, width, height }: HeadingPlace): Markup {
  const rule = { x1: left, x2: left + width, y1: top + height, y2: top + height, stroke: colours.axis, 'stroke-width': 1 };
  return element('g', {}, [...drawLines(lines, { x: left, y: top }), element('line', rule)]);
}

function drawSegments(columns: Columns): Markup[] {
  const { layers, lefts, width } = columns;
  const [ends, starts] = [portsOf(columns, 'to'), portsOf(columns, 'from')];
  return layers.segments.map(({ from, to, isFaded }, index) => {
    const [one, other] = [layers.slots[from], layers.slots[to]];
    const start = rounded((lefts[one?.column ?? 0] ?? 0) + (one?.node === null ? 0 : width));
    const gutter = rounded((lefts[one?.column ?? 0] ?? 0) + width + STUB);
    const end = rounded(lefts[other?.column ?? 0] ?? 0);
    const [y, lastY] = [rounded(starts[index] ?? 0), rounded(ends[index] ?? 0)];
    const d = `M${start},${y}H${gutter}L${rounded(end - STUB)},${lastY}H${end}`;
    return element('path', { d, 'stroke-dasharray': isFaded ? '5 3' : null });
  });
}

/** Where each line meets the side of its box: beside each other, in the order of their other ends, so that none cross here. */
function portsOf(columns: Columns, side: 'from' | 'to'): number[] {
  const { layers, heights } = columns;
  const other = side === 'from' ? 'to' : 'from';
  const ports = layers.segments.map(() => 0);
  const bySlot = new Map<number, number[]>();
  layers.segments.forEach((segment, index) => bySlot.set(segment[side], [...(bySlot.get(segment[side]) ?? []), index]));
  for (const [slot, indexes] of bySlot) {
    const farAt = (index: number): number => middleAt(columns, (layers.segments[index] as Segment)[other]);
    const room = Math.max(0, (heights[slot] ?? 0) - 14);
    const step = indexes.length < 2 ? 0 : Math.min(BETWEEN_PORTS, room / (indexes.length - 1));
    const first = middleAt(columns, slot) - (step * (indexes.length - 1)) / 2;
    indexes.sort((a, b) => farAt(a) - farAt(b)).forEach((index, rank) => (ports[index] = first + step * rank));
  }
  return ports;
}
