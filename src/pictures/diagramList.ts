import { colours } from './colours';
import { boxContent, drawBox, drawLines, type DiagramFonts, type Line } from './diagramBox';
import { type DiagramFrame, type Drawn, MARGIN } from './diagramColumns';
import { columnNames, type GraphNode } from './diagramGraph';
import { plainText } from './escapeXml';
import { shortened, wrapped } from './fitText';
import { element, type Markup, rounded } from './markup';

const INDENT = 18;
const TRUNK = 9;
const GAP = 8;
const TEXT_LINES = 2;

/** A node where it is met: in full the first time, named again wherever else it belongs. */
interface Entry {
  readonly place: number;
  readonly depth: number;
  /** The entry it hangs from, by its place among the entries. */
  readonly parent: number | null;
  readonly isAgain: boolean;
}

/** For narrow screens: the columns below each other, each thing indented below what it moves. */
export function drawList(graph: readonly GraphNode[], { width, top, fonts }: DiagramFrame): Drawn {
  const entries = entriesOf(graph);
  if (entries.length === 0) {
    const line = { words: 'Nothing has been put into this diagram yet.', font: fonts.small, colour: colours.quietText };
    return { parts: drawLines([line], { x: MARGIN, y: top }), height: fonts.small.size + 4 };
  }
  const parts: Markup[] = [];
  const middles: number[] = [];
  const bottoms: number[] = [];
  let y = top;
  for (const entry of entries) {
    const x = MARGIN + entry.depth * INDENT;
    const drawn = drawEntry(graph, entry, { x, y, width: width - MARGIN - x, fonts });
    middles.push(y + Math.min(drawn.height / 2, 16));
    bottoms.push(y + drawn.height);
    parts.push(...drawn.parts);
    y += drawn.height + GAP;
  }
  const lines = entries.map((entry, index) => branch(entry, middles[index] ?? 0, bottoms[entry.parent ?? -1]));
  return {
    parts: [element('g', { fill: 'none', stroke: colours.data, 'stroke-width': 1.25 }, lines), ...parts],
    height: y - GAP - top,
  };
}

/** From below its parent down and across to the entry; between them stand only things indented further. */
function branch({ depth, parent }: Entry, middle: number, from: number | undefined): Markup {
  if (parent === null || from === undefined) return { source: '' };
  const x = MARGIN + (depth - 1) * INDENT + TRUNK;
  return element('path', { d: `M${x},${rounded(from)}V${rounded(middle)}H${MARGIN + depth * INDENT}` });
}

/** Depth first from what leads to nothing else; what was met before is not followed again, so that the list ends. */
function entriesOf(graph: readonly GraphNode[]): Entry[] {
  const entries: Entry[] = [];
  const met = new Set<number>();
  const visit = (place: number, depth: number, parent: number | null): void => {
    const isAgain = met.has(place);
    met.add(place);
    const index = entries.push({ place, depth, parent, isAgain }) - 1;
    if (!isAgain) graph[place]?.right.forEach((next) => visit(next, depth + 1, index));
  };
  const roots = graph.map((_, place) => place).filter((place) => graph[place]?.left.length === 0);
  for (const place of [...roots].sort((a, b) => (graph[a]?.column ?? 0) - (graph[b]?.column ?? 0) || a - b))
    visit(place, 0, null);
  return entries;
}

interface EntryPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fonts: DiagramFonts;
}

function drawEntry(graph: readonly GraphNode[], { place, isAgain }: Entry, { x, y, width, fonts }: EntryPlace): Drawn {
  const node = graph[place]?.node;
  if (!node) return { parts: [], height: 0 };
  const { one } = columnNames[node.column];
  if (isAgain) return drawAgain(`${one}, as above: ${plainText(node.text)}`, { x, y, width, fonts });
  const content = boxContent(node, width, fonts, one);
  return { parts: [drawBox(node, content, { x, y, width })], height: content.height };
}

function drawAgain(words: string, { x, y, width, fonts: { small } }: EntryPlace): Drawn {
  const room = width - 6;
  const lines = wrapped(words, room, small, TEXT_LINES).map((line): Line => {
    return { words: shortened(line, room, small), font: small, colour: colours.quietText };
  });
  return { parts: [element('g', {}, drawLines(lines, { x: x + 4, y: y + 4 }))], height: 6 + lines.length * (small.size + 4) };
}
