import type { DiagramColumn, DiagramEdge, DiagramNode, DriverDiagramPicture } from './driverDiagramPicture';

export const columnNames: Readonly<Record<DiagramColumn, { readonly one: string; readonly many: string }>> = {
  AIM: { one: 'Aim', many: 'Aim' },
  PRIMARY: { one: 'Primary driver', many: 'Primary drivers' },
  SECONDARY: { one: 'Secondary driver', many: 'Secondary drivers' },
  CHANGE_IDEA: { one: 'Change idea', many: 'Change ideas' },
};

/** Left to right. */
export const diagramColumns = Object.keys(columnNames) as DiagramColumn[];

/** A node with the places of its neighbours in the list of all nodes, in the order of that list. */
export interface GraphNode {
  readonly node: DiagramNode;
  /** From 0 at the left. */
  readonly column: number;
  /** What it moves, in columns to the left. */
  readonly left: readonly number[];
  /** What moves it, in columns to the right. */
  readonly right: readonly number[];
}

/** The graph behind a picture. An edge that names no node, or two of one column, is left out; of equal ids the first counts. */
export function graphOf({ nodes, edges }: DriverDiagramPicture): GraphNode[] {
  const places = new Map<string, number>();
  const columns = nodes.map(({ column }) => diagramColumns.indexOf(column));
  nodes.forEach(({ id }, place) => {
    if (!places.has(id)) places.set(id, place);
  });
  const left = nodes.map(() => new Set<number>());
  const right = nodes.map(() => new Set<number>());
  for (const edge of edges) {
    const ends = endsOf(edge, places, columns);
    if (!ends) continue;
    left[ends.later]?.add(ends.earlier);
    right[ends.earlier]?.add(ends.later);
  }
  return nodes.map((node, place) => ({
    node,
    column: columns[place] ?? 0,
    left: inOrder(left[place]),
    right: inOrder(right[place]),
  }));
}

function endsOf({ from, to }: DiagramEdge, places: ReadonlyMap<string, number>, columns: readonly number[]) {
  const [one, other] = [places.get(from), places.get(to)];
  if (one === undefined || other === undefined) return null;
  const difference = (columns[one] ?? 0) - (columns[other] ?? 0);
  if (difference === 0) return null;
  return difference < 0 ? { earlier: one, later: other } : { earlier: other, later: one };
}

const inOrder = (places: ReadonlySet<number> | undefined): number[] => [...(places ?? [])].sort((a, b) => a - b);
