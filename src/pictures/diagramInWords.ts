import { counted } from '../kernel/text';
import { columnNames, diagramColumns, type GraphNode } from './diagramGraph';
import { plainText } from './escapeXml';

/** The theory in words, for those who do not see the picture: each part by its number, and what it leads to. */
export function diagramInWords(graph: readonly GraphNode[]): string {
  const sizes = diagramColumns.map((_, column) => graph.filter((each) => each.column === column).length);
  const counts = diagramColumns.map((column, index) => counted(sizes[index] ?? 0, columnNames[column].one.toLowerCase()));
  return [`A driver diagram with ${listed(counts)}.`, ...inColumns(graph).map((place) => sentenceOf(graph, place))].join(' ');
}

export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const inColumns = (graph: readonly GraphNode[]): number[] =>
  diagramColumns.flatMap((_, column) => graph.flatMap((each, place) => (each.column === column ? [place] : [])));

function sentenceOf(graph: readonly GraphNode[], place: number): string {
  const each = graph[place];
  if (!each) return '';
  const { text, detail } = each.node;
  const details = plainText(detail ?? '') === '' ? '' : ` (${plainText(detail ?? '')})`;
  const goals = each.left.map((goal) => nameOf(graph, goal).toLowerCase());
  const towards = goals.length > 0 ? `, for ${listed(goals)}` : each.column === 0 ? '' : ', not tied to anything yet';
  return `${nameOf(graph, place)}: ${plainText(text).replace(/\.$/, '')}${details}${towards}.`;
}

/** "Primary driver 2": its number among those of its column. */
function nameOf(graph: readonly GraphNode[], place: number): string {
  const { column } = graph[place] ?? { column: 0 };
  const number = graph.slice(0, place + 1).filter((each) => each.column === column).length;
  return `${columnNames[diagramColumns[column] ?? 'AIM'].one} ${number}`;
}
