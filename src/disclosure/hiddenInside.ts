import { cornersOf, hiddenCells } from './hiddenCells';
import { isSensitive, type DisclosurePolicy } from './policy';
import type { Dimension, Part, SummarisedGroup } from './summary';
import { isInOnePart } from './summarySums';

export interface CrossedDimension {
  readonly dimension: Dimension;
  readonly parts: readonly Part[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenParts: ReadonlySet<number>;
  readonly beforeIn: (group: number, part: number) => readonly number[];
}

/**
 * Which numbers inside "group by part" are hidden. The hidden groups together are a row that anyone can work out, and the hidden
 * parts together a column; so the table is protected with these sums in the place of what they hide.
 */
export function hiddenInside(given: CrossedDimension, policy: DisclosurePolicy): (group: number, part: number) => boolean {
  const hasKnownCells = given.dimension.groups.some(({ neverInPart }) => neverInPart && neverInPart.length > 0);
  // Hidden groups that cannot all be in the same parts cannot be exchanged there: dividing any group could tell them apart.
  if (hasKnownCells && given.hiddenRows.size > 0) return () => true;
  const crossed = { ...given, hiddenRows: undivided(given, policy) };
  const { dimension, hiddenRows, hiddenParts } = crossed;
  const table = folded(crossed);
  const isInHiddenLine = (group: number, part: number): boolean => hiddenRows.has(group) || hiddenParts.has(part);
  if (dimension.overlaps) {
    // All must be in some group: beside divided groups, what is left of a part would tell of the undivided ones.
    return hiddenRows.size > 0 || isAnySensitive(table, crossed, policy) ? () => true : (_, part) => hiddenParts.has(part);
  }
  const rectangles = hiddenCells(table.inside, policy);
  if (rectangles === null || isAnyChangePlain(table, crossed, policy)) return () => true;
  const corners = new Set(rectangles.flatMap(cornersOf).map(String));
  return (group, part) =>
    isInHiddenLine(group, part) || corners.has(String([table.rowOf.get(group) ?? -1, table.columnOf.get(part) ?? -1]));
}

/**
 * The groups that are not divided into the parts, by their counts alone: hidden ones, and those too few to give every part a
 * showable number, since whether such a group is divided would itself tell something. What is left undivided can be worked out
 * as a sum and must be enough too, so the smallest groups join it until it is.
 */
function undivided({ dimension, parts, hiddenRows }: CrossedDimension, { threshold }: DisclosurePolicy): ReadonlySet<number> {
  const { groups, overlaps } = dimension;
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const isTooFew = (count: number): boolean => count > 0 && count < parts.length * threshold;
  const isFixed = (group: SummarisedGroup): boolean => isInOnePart(group, parts);
  const isUndivided = (group: SummarisedGroup): boolean =>
    !isFixed(group) && (isTooFew(group.count) || (overlaps && isTooFew(total - group.count)));
  const rows = new Set(groups.flatMap((group, row) => (hiddenRows.has(row) || isUndivided(group) ? [row] : [])));
  const rest = (): number => [...rows].reduce((sum, group) => sum + (groups[group]?.count ?? 0), 0);
  while (!overlaps && isTooFew(rest()) && rows.size < groups.length) {
    const divided = groups.filter((group, row) => group.count > 0 && !rows.has(row) && !isFixed(group));
    if (divided.length === 0) return new Set(groups.keys());
    const smallest = Math.min(...divided.map(({ count }) => count));
    for (const [row, group] of groups.entries()) if (group.count === smallest && !isFixed(group)) rows.add(row);
  }
  return rows;
}

interface Folded {
  readonly inside: Parameters<typeof hiddenCells>[0];
  readonly rows: readonly (readonly number[])[];
  readonly columns: readonly (readonly number[])[];
  readonly rowOf: ReadonlyMap<number, number>;
  readonly columnOf: ReadonlyMap<number, number>;
}

/** The table with one row for all hidden groups and one column for all hidden parts. */
function folded({ dimension, parts, hiddenRows, hiddenParts, beforeIn }: CrossedDimension): Folded {
  const { groups } = dimension;
  const lines = (count: number, hiddenLines: ReadonlySet<number>): number[][] => {
    const single = Array.from({ length: count }, (_, line) => [line]).filter(([line]) => !hiddenLines.has(line ?? -1));
    return hiddenLines.size > 0 ? [...single, [...hiddenLines]] : single;
  };
  const rows = lines(groups.length, hiddenRows);
  const columns = lines(parts.length, hiddenParts);
  const count = (row: readonly number[], column: readonly number[]): number =>
    row.reduce((sum, group) => sum + column.reduce((inRow, part) => inRow + (groups[group]?.inPart[part] ?? 0), 0), 0);
  const isKnown = (row: number, part: number): boolean => {
    const group = groups[row];
    if (!group) return false;
    const isFixed = !hiddenRows.has(row) && isInOnePart(group, parts);
    return isFixed || (group.neverInPart?.includes(parts[part]?.key ?? '') ?? false);
  };
  return {
    rows,
    columns,
    rowOf: new Map(rows.flatMap((row, place) => row.map((group) => [group, place] as const))),
    columnOf: new Map(columns.flatMap((column, place) => column.map((part) => [part, place] as const))),
    inside: {
      cells: rows.map((row) => columns.map((column) => count(row, column))),
      before: (row, column) => {
        const [group, ...moreGroups] = rows[row] ?? [];
        const [part, ...moreParts] = columns[column] ?? [];
        const isSingle = group !== undefined && part !== undefined && moreGroups.length + moreParts.length === 0;
        return isSingle ? beforeIn(group, part) : [];
      },
      hiddenRows: hiddenRows.size > 0 ? new Set([rows.length - 1]) : new Set(),
      hiddenColumns: hiddenParts.size > 0 ? new Set([columns.length - 1]) : new Set(),
      isKnown: (row, column) => (rows[row] ?? []).every((group) => (columns[column] ?? []).every((part) => isKnown(group, part))),
    },
  };
}

/** Overlapping groups do not add up, so no exchange between them is sure to be possible: all of the inside is shown, or none. */
function isAnySensitive({ inside, columns }: Folded, { parts }: CrossedDimension, policy: DisclosurePolicy): boolean {
  const inPart = columns.map((column) => column.reduce((sum, part) => sum + (parts[part]?.count ?? 0), 0));
  return inside.cells.some((row, r) =>
    row.some(
      (count, c) =>
        !inside.isKnown(r, c) &&
        (isSensitive(count, inside.before(r, c), policy) || isSensitive((inPart[c] ?? 0) - count, [], policy)),
    ),
  );
}

/** Whether for a hidden group of which something was shown before, no value that could be shown fits into what is left undivided. */
function isAnyChangePlain({ inside, rowOf, columnOf }: Folded, crossed: CrossedDimension, policy: DisclosurePolicy): boolean {
  const { dimension, hiddenRows, parts, beforeIn } = crossed;
  return [...hiddenRows].some((group) =>
    parts.some((_, part) => {
      const [before, count] = [beforeIn(group, part), dimension.groups[group]?.inPart[part] ?? 0];
      if (before.length === 0 || !isSensitive(count, before, policy)) return false;
      const most = inside.cells[rowOf.get(group) ?? -1]?.[columnOf.get(part) ?? -1] ?? 0;
      return !Array.from({ length: most + 1 }, (_, value) => value).some((value) => !isSensitive(value, before, policy));
    }),
  );
}
