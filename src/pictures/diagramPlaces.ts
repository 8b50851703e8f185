import { type Layers, type Neighbours, neighboursOf } from './diagramOrder';

const ROUNDS = 10;

/** The top of each slot in pixels, from 0: in the order of its column, never overlapping, and near what it is joined to. */
export function topsOf(layers: Layers, heights: readonly number[], gap: number): number[] {
  const { slots, segments, order } = layers;
  const tops = slots.map(() => 0);
  const neighbours = neighboursOf(slots, segments);
  const place = (column: readonly number[], wanted: (slot: number) => number): void => {
    const placed = apart(
      column.map(wanted),
      column.map((slot) => heights[slot] ?? 0),
      gap,
    );
    column.forEach((slot, index) => (tops[slot] = placed[index] ?? 0));
  };
  for (const column of order) place(column, () => 0);
  const near = (sides: readonly (keyof Neighbours)[]) => (slot: number) =>
    sides.map((side) => wantedTop(slot, neighbours[slot]?.[side] ?? [], { tops, heights })).find((top) => top !== null) ??
    tops[slot] ??
    0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const column of order) place(column, near(['left']));
    for (const column of [...order].reverse()) place(column, near(['right', 'left']));
  }
  const highest = tops.length === 0 ? 0 : Math.min(...tops);
  return tops.map((top) => top - highest);
}

interface Placed {
  readonly tops: readonly number[];
  readonly heights: readonly number[];
}

/** The top at which the middle of a slot is level with the middles of its neighbours. */
function wantedTop(slot: number, neighbours: readonly number[], { tops, heights }: Placed): number | null {
  if (neighbours.length === 0) return null;
  const middleOf = (each: number): number => (tops[each] ?? 0) + (heights[each] ?? 0) / 2;
  return neighbours.reduce((sum, each) => sum + middleOf(each), 0) / neighbours.length - (heights[slot] ?? 0) / 2;
}

/** The tops nearest to those wanted that keep the order and the gaps: isotonic regression by pooling adjacent violators. */
function apart(wanted: readonly number[], heights: readonly number[], gap: number): number[] {
  const pools: { sum: number; count: number }[] = [];
  const offsets: number[] = [];
  let offset = 0;
  wanted.forEach((top, index) => {
    offsets.push(offset);
    pools.push({ sum: top - offset, count: 1 });
    offset += (heights[index] ?? 0) + gap;
    for (let last = pools.length - 1; last > 0 && meanOf(pools[last - 1]) > meanOf(pools[last]); last -= 1) {
      const [one, other] = pools.splice(last - 1, 2);
      pools.push({ sum: (one?.sum ?? 0) + (other?.sum ?? 0), count: (one?.count ?? 0) + (other?.count ?? 0) });
    }
  });
  const shifts = pools.flatMap((pool) => Array.from({ length: pool.count }, () => meanOf(pool)));
  return offsets.map((each, index) => each + (shifts[index] ?? 0));
}

const meanOf = (pool: { sum: number; count: number } | undefined): number => (pool ? pool.sum / pool.count : 0);
