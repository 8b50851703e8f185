import type { GraphNode } from './diagramGraph';

/** A place in a column: a node's, or one left free for a line that passes through the column. */
export interface Slot {
  /** The place of its node among all nodes; null where a line passes. */
  readonly node: number | null;
  readonly column: number;
}

/** A line between slots of neighbouring columns, named by their places among all slots. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly isFaded: boolean;
}

export interface Layers {
  /** Nodes first, in their own order. */
  readonly slots: readonly Slot[];
  readonly segments: readonly Segment[];
  /** For each column the places of its slots, from top to bottom. */
  readonly order: readonly (readonly number[])[];
}

const SWEEPS = 12;

/** Cuts lines that pass columns into pieces with room in each, and orders the columns so that fewer lines cross. */
export function layersOf(graph: readonly GraphNode[], columnCount: number): Layers {
  const slots: Slot[] = graph.map(({ column }, node) => ({ node, column }));
  const segments: Segment[] = [];
  graph.forEach((each, place) => {
    for (const to of each.right) joinAcross({ slots, segments, graph }, place, to);
  });
  const given = Array.from({ length: columnCount }, (_, column) =>
    slots.flatMap((slot, place) => (slot.column === column ? [place] : [])),
  );
  return { slots, segments, order: ordered(given, slots, segments) };
}

interface Cutting {
  readonly slots: Slot[];
  readonly segments: Segment[];
  readonly graph: readonly GraphNode[];
}

function joinAcross({ slots, segments, graph }: Cutting, from: number, to: number): void {
  const [start, end] = [graph[from], graph[to]];
  if (!start || !end) return;
  const isFaded = start.node.isFaded || end.node.isFaded;
  let last = from;
  for (let column = start.column + 1; column < end.column; column += 1) {
    slots.push({ node: null, column });
    segments.push({ from: last, to: slots.length - 1, isFaded });
    last = slots.length - 1;
  }
  segments.push({ from: last, to, isFaded });
}

export interface Neighbours {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

export function neighboursOf(slots: readonly Slot[], segments: readonly Segment[]): Neighbours[] {
  const all = slots.map(() => ({ left: [] as number[], right: [] as number[] }));
  for (const { from, to } of segments) {
    all[from]?.right.push(to);
    all[to]?.left.push(from);
  }
  return all;
}

type Order = readonly (readonly number[])[];
type Side = keyof Neighbours;

/**
 * Barycentre sweeps, from the order given and from those in which lines that pass a column already stand level with their ends.
 * The order given stays unless another has fewer crossings.
 */
function ordered(given: Order, slots: readonly Slot[], segments: readonly Segment[]): Order {
  const neighbours = neighboursOf(slots, segments);
  const passes: Moves = (slot) => slots[slot]?.node === null;
  const starts = [given, swept(given, neighbours, 'left', passes), swept(given, neighbours, 'right', passes)];
  let best = { order: given, crossings: crossingsOf(given, segments) };
  for (const order of starts.flatMap((start) => [...sweeps(start, neighbours, 'left'), ...sweeps(start, neighbours, 'right')])) {
    if (best.crossings === 0) break;
    const crossings = crossingsOf(order, segments);
    if (crossings < best.crossings) best = { order, crossings };
  }
  return best.order;
}

/** The beginning and what each of a number of sweeps makes of it, from the left and from the right in turn. */
function sweeps(start: Order, neighbours: readonly Neighbours[], first: Side): Order[] {
  const orders = [start];
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    orders.push(swept(orders[sweep] ?? start, neighbours, sweep % 2 === 0 ? first : opposite[first]));
  return orders;
}

type Moves = (slot: number) => boolean;

const opposite = { left: 'right', right: 'left' } as const;

/** Each column in turn by the middle of its neighbours on one side; what has none there stays where it was. */
function swept(order: Order, neighbours: readonly Neighbours[], side: Side, moves: Moves = () => true): Order {
  const places = placesIn(order);
  const result = order.map((column) => [...column]);
  const columns = side === 'left' ? [...result.keys()] : [...result.keys()].reverse();
  for (const column of columns) {
    const slots = result[column] ?? [];
    const wanted = (slot: number): number | null => (moves(slot) ? middle(neighbours[slot]?.[side] ?? [], places) : null);
    const keys = new Map(slots.map((slot) => [slot, wanted(slot) ?? places.get(slot) ?? 0]));
    slots.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
    slots.forEach((slot, index) => places.set(slot, (index + 0.5) / slots.length));
  }
  return result;
}

/** Where each slot stands in its column, from 0 to 1. */
const placesIn = (order: Order): Map<number, number> =>
  new Map(order.flatMap((column) => column.map((slot, index) => [slot, (index + 0.5) / column.length] as const)));

function middle(slots: readonly number[], places: ReadonlyMap<number, number>): number | null {
  if (slots.length === 0) return null;
  return slots.reduce((sum, slot) => sum + (places.get(slot) ?? 0), 0) / slots.length;
}

export function crossingsOf(order: Order, segments: readonly Segment[]): number {
  const places = placesIn(order);
  const at = (slot: number): number => places.get(slot) ?? 0;
  return order.reduce((sum, column) => {
    const here = new Set(column);
    const between = segments.filter(({ from }) => here.has(from)).sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to));
    const crossed = between.map((one, index) => between.slice(index + 1).filter((other) => at(other.to) < at(one.to)).length);
    return sum + crossed.reduce((found, count) => found + count, 0);
  }, 0);
}
