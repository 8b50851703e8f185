import type { Disclosed } from './disclosed';
import type { DisclosurePolicy } from './policy';
import { protectSummary } from './protectSummary';

/** Counts by any number of dimensions, each record in exactly one cell; the last dimension runs fastest. */
export interface Table {
  readonly dimensions: readonly { readonly name: string; readonly keys: readonly string[] }[];
  readonly cells: readonly number[];
}

/** A table with its totals: of each line of the first dimension, of each combination of the others, and of all. */
export interface DisclosedTable {
  readonly total: Disclosed;
  readonly rowTotals: readonly Disclosed[];
  readonly columnTotals: readonly Disclosed[];
  /** In the order of the cells given. */
  readonly cells: readonly Disclosed[];
}

/**
 * A table that stands alone. More than two dimensions are protected as a two-way table of the first by the combinations of all
 * others; further totals are not published, though anyone may add up what is shown.
 * @throws RangeError where there are not as many cells as the dimensions ask for
 */
export function protectTable({ dimensions, cells }: Table, policy: DisclosurePolicy): DisclosedTable {
  const [first, ...others] = dimensions;
  const width = others.reduce((product, { keys }) => product * keys.length, 1);
  if (!first || first.keys.length * width !== cells.length) throw new RangeError('A table needs a count for every cell.');
  const rows = first.keys.map((key, row) => ({ key, counts: cells.slice(row * width, (row + 1) * width) }));
  const parts = Array.from({ length: width }, (_, column) => ({
    key: String(column),
    count: sumOf(rows.map(({ counts }) => counts[column] ?? 0)),
  }));
  const isOneWay = others.length === 0;
  const groups = rows.map(({ key, counts }) => ({ key, count: sumOf(counts), inPart: isOneWay ? [] : counts }));
  const summary = {
    total: sumOf(cells),
    parts: isOneWay ? [] : parts,
    dimensions: [{ name: first.name, overlaps: false, groups }],
  };
  const disclosed = protectSummary(summary, policy);
  const shownGroups = disclosed.dimensions[0]?.groups ?? [];
  const rowTotals = shownGroups.map(({ count }) => count);
  return {
    total: disclosed.total,
    rowTotals,
    columnTotals: disclosed.parts.map(({ count }) => count),
    cells: isOneWay ? rowTotals : shownGroups.flatMap(({ inPart }) => inPart),
  };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
