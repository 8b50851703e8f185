import { shown, type Disclosed } from './disclosed';
import { numbersOf, placeOf, type DisclosedSummary, type Summary } from './summary';

/** Counts of all records, and of those among them that the readers may list anyway. */
export interface Counted {
  readonly all: Summary;
  readonly listable: Summary;
}

/** The counts of the records that are withheld from the readers: all without those they may list. */
export function withheldOf({ all, listable }: Counted): Summary {
  const known = countsIn(listable);
  const { total, parts, dimensions } = all;
  return {
    total: total - known(),
    parts: parts.map(({ key, count }) => ({ key, count: count - known('part', key) })),
    dimensions: dimensions.map((dimension) => ({
      ...dimension,
      groups: dimension.groups.map((group) => ({
        ...group,
        count: group.count - known('group', dimension.name, group.key),
        inPart: group.inPart.map((count, part) => count - known('cell', dimension.name, group.key, parts[part]?.key ?? '')),
      })),
    })),
  };
}

/** What is told of all records: where the number of those withheld is told, it and the number of those that can be listed. */
export function withListable({ total, parts, dimensions }: DisclosedSummary, listable: Summary): DisclosedSummary {
  const known = countsIn(listable);
  const together = (told: Disclosed, count: number): Disclosed => (told.value === null ? told : shown(told.value + count));
  return {
    total: together(total, known()),
    parts: parts.map(({ key, count }) => ({ key, count: together(count, known('part', key)) })),
    dimensions: dimensions.map(({ name, groups }) => ({
      name,
      groups: groups.map(({ key, count, inPart }) => ({
        key,
        count: together(count, known('group', name, key)),
        inPart: inPart.map((told, part) => together(told, known('cell', name, key, parts[part]?.key ?? ''))),
      })),
    })),
  };
}

function countsIn(summary: Summary): (...steps: readonly (string | null)[]) => number {
  const counts = new Map(numbersOf(summary));
  return (...steps) => counts.get(placeOf(...steps)) ?? 0;
}
