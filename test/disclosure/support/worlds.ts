import type { Summary } from '../../../src/disclosure/summary';

/** Every way to share out so many among so many places. */
export function* compositions(total: number, places: number): Generator<number[]> {
  if (places === 1) yield [total];
  else
    for (let first = 0; first <= total; first += 1)
      for (const rest of compositions(total - first, places - 1)) yield [first, ...rest];
}

/** All one-way tables of so many groups with totals up to so many. */
export function oneWayWorld(groups: number, most: number): Summary[] {
  return upTo(most).flatMap((total) =>
    [...compositions(total, groups)].map((counts) => ({
      total,
      parts: [],
      dimensions: [{ name: 'GROUP', overlaps: false, groups: counts.map((count, i) => ({ key: `G${i}`, count, inPart: [] })) }],
    })),
  );
}

export const tableOf = (cells: readonly (readonly number[])[], never: readonly (readonly number[])[] = []): Summary => ({
  total: sum(cells.flat()),
  parts: cells[0]!.map((_, part) => ({ key: `P${part}`, count: sum(cells.map((row) => row[part]!)) })),
  dimensions: [
    {
      name: 'GROUP',
      overlaps: false,
      groups: cells.map((row, i) => ({
        key: `G${i}`,
        count: sum(row),
        inPart: row,
        neverInPart: (never[i] ?? []).map((p) => `P${p}`),
      })),
    },
  ],
});

export function twoWayWorld(rows: number, columns: number, most: number): Summary[] {
  return upTo(most).flatMap((total) => [...compositions(total, rows * columns)].map((cells) => tableOf(inRows(cells, columns))));
}

/** Groups by two parts, where the last group by definition has none in the first part. */
export function neverWorld(rows: number, most: number): Summary[] {
  const never = Array.from({ length: rows }, (_, row) => (row === rows - 1 ? [0] : []));
  return upTo(most).flatMap((total) =>
    [...compositions(total, rows * 2 - 1)].map((cells) => tableOf(inRows([...cells.slice(0, -1), 0, cells.at(-1)!], 2), never)),
  );
}

/** One record: its part, its agency, and whether it has each theme. */
export interface Kind {
  readonly part: number;
  readonly agency: number;
  readonly themes: readonly boolean[];
}

export function kindsOf(parts: number, agencies: number, themes: number): Kind[] {
  const patterns = Array.from({ length: 2 ** themes }, (_, bits) =>
    Array.from({ length: themes }, (_, i) => ((bits >> i) & 1) === 1),
  );
  return upTo(parts - 1).flatMap((part) =>
    upTo(agencies - 1).flatMap((agency) => patterns.map((pattern) => ({ part, agency, themes: pattern }))),
  );
}

/** The summary that so many records of each kind give: two parts, agencies that divide them, themes that overlap. */
export function summaryOf(kinds: readonly Kind[], counts: readonly number[]): Summary {
  const count = (meets: (kind: Kind) => boolean): number => sum(counts.filter((_, i) => meets(kinds[i]!)));
  const parts = distinct(kinds.map(({ part }) => part));
  const group = (key: string | null, meets: (kind: Kind) => boolean) => ({
    key,
    count: count(meets),
    inPart: parts.map((part) => count((kind) => kind.part === part && meets(kind))),
  });
  const themes = kinds[0]!.themes.map((_, i) => group(`T${i}`, (kind) => kind.themes[i]!));
  return {
    total: sum(counts),
    parts: parts.map((part) => ({ key: `P${part}`, count: count((kind) => kind.part === part) })),
    dimensions: [
      {
        name: 'AGENCY',
        overlaps: false,
        groups: distinct(kinds.map(({ agency }) => agency)).map((agency) =>
          group(`A${agency}`, (kind) => kind.agency === agency),
        ),
      },
      { name: 'THEME', overlaps: true, groups: [...themes, group(null, (kind) => !kind.themes.includes(true))] },
    ],
  };
}

export function recordsWorld(kinds: readonly Kind[], most: number): Summary[] {
  const different = new Map<string, Summary>();
  for (const total of upTo(most)) {
    for (const counts of compositions(total, kinds.length)) {
      const summary = summaryOf(kinds, counts);
      different.set(JSON.stringify(summary), summary);
    }
  }
  return [...different.values()];
}

/** Two sets of records as one. */
export const together = (one: Summary, other: Summary): Summary => ({
  total: one.total + other.total,
  parts: one.parts.map(({ key, count }, part) => ({ key, count: count + other.parts[part]!.count })),
  dimensions: one.dimensions.map((dimension, d) => ({
    ...dimension,
    groups: dimension.groups.map((group, g) => {
      const { count, inPart } = other.dimensions[d]!.groups[g]!;
      return { ...group, count: group.count + count, inPart: group.inPart.map((number, part) => number + inPart[part]!) };
    }),
  })),
});

export const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, i) => i);
const distinct = (list: readonly number[]): number[] => [...new Set(list)];
const inRows = (cells: readonly number[], columns: number): number[][] =>
  Array.from({ length: cells.length / columns }, (_, row) => cells.slice(row * columns, (row + 1) * columns));
