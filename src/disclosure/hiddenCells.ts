import { isSensitive, stepOut, type DisclosurePolicy } from './policy';

/** The inside of a two-way table whose row and column totals are dealt with already. */
export interface Inside {
  readonly cells: readonly (readonly number[])[];
  readonly before: (row: number, column: number) => readonly number[];
  /** Rows and columns that are hidden from the start. Their cells need protection like all others. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** A cell that everyone knows to be empty, such as finished actions that are overdue: it hides nothing. */
  readonly isKnown: (row: number, column: number) => boolean;
}

export type Cell = readonly [row: number, column: number];

/** A rectangle of hidden cells. Adding to two opposite corners and taking from the others changes no total. */
export interface Rectangle {
  readonly cell: Cell;
  readonly opposite: Cell;
}

/**
 * Which cells to hide: for every sensitive cell a rectangle of hidden cells whose other corners can give what the cell would need
 * to be showable (the hypercube method of Repsilber). Null where a cell has no such rectangle: then nothing inside may be shown.
 */
export function hiddenCells(inside: Inside, policy: DisclosurePolicy): readonly Rectangle[] | null {
  const places = inside.cells.flatMap((row, r) => row.map((_, c): Cell => [r, c]));
  const isInHiddenLine = ([r, c]: Cell): boolean => inside.hiddenRows.has(r) || inside.hiddenColumns.has(c);
  const countAt = ([r, c]: Cell): number => inside.cells[r]?.[c] ?? 0;
  const isOpenTo = (place: Cell): boolean => !inside.isKnown(...place);
  const sensitive = places.filter((place) => {
    return isOpenTo(place) && isSensitive(countAt(place), inside.before(...place), policy);
  });
  const chosen: Rectangle[] = [];
  const hiddenSoFar = new Set(places.filter((place) => isInHiddenLine(place) || sensitive.includes(place)).map(String));
  for (const cell of sensitive.sort((one, other) => countAt(one) - countAt(other))) {
    const best = cheapest(
      cell,
      { places, countAt, isOpenTo, hiddenSoFar },
      stepOut(countAt(cell), inside.before(...cell), policy),
    );
    if (!best) return null;
    chosen.push(best);
    for (const corner of cornersOf(best)) hiddenSoFar.add(String(corner));
  }
  return chosen;
}

export const cornersOf = ({ cell, opposite }: Rectangle): readonly [Cell, Cell, Cell, Cell] => [
  cell,
  [opposite[0], cell[1]],
  [cell[0], opposite[1]],
  opposite,
];

interface Search {
  readonly places: readonly Cell[];
  readonly countAt: (cell: Cell) => number;
  readonly isOpenTo: (cell: Cell) => boolean;
  readonly hiddenSoFar: ReadonlySet<string>;
}

/** The rectangle that hides the fewest further cells, and of those the smallest counts. */
function cheapest(cell: Cell, search: Search, step: number): Rectangle | null {
  const { places, countAt, isOpenTo, hiddenSoFar } = search;
  let best: { readonly rectangle: Rectangle; readonly cost: number } | null = null;
  for (const opposite of places) {
    if (opposite[0] === cell[0] || opposite[1] === cell[1]) continue;
    const rectangle = { cell, opposite };
    const [, inColumn, inRow] = cornersOf(rectangle);
    if (!cornersOf(rectangle).every(isOpenTo) || countAt(inColumn) < step || countAt(inRow) < step) continue;
    const fresh = cornersOf(rectangle).filter((corner) => !hiddenSoFar.has(String(corner)));
    const cost = fresh.reduce((sum, corner) => sum + COST_OF_A_CELL + countAt(corner), 0);
    if (!best || cost < best.cost) best = { rectangle, cost };
  }
  return best?.rectangle ?? null;
}

/** More than any count: one cell fewer is worth more than smaller ones. */
const COST_OF_A_CELL = 1e9;
