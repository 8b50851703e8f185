import type { Disclosed } from './disclosed';

/** Counts of one kind of record: how many there are, in parts that divide them, and in the groups of some dimensions. */
export interface Summary {
  readonly total: number;
  /** What every dimension is crossed with, for example overdue and not overdue. Together they make the total; empty for none. */
  readonly parts: readonly Part[];
  readonly dimensions: readonly Dimension[];
}

export interface Part {
  readonly key: string;
  readonly count: number;
}

export interface Dimension {
  readonly name: string;
  /** A record may be in several groups (two themes), so that the counts need not add up to the total. */
  readonly overlaps: boolean;
  readonly groups: readonly SummarisedGroup[];
}

export interface SummarisedGroup {
  /** Null gathers the records that have none. */
  readonly key: string | null;
  readonly count: number;
  /** How many of them are in each part, in the order of the parts. */
  readonly inPart: readonly number[];
  /** Parts that by definition hold none of this group, as finished actions are never overdue: everyone knows these zeros. */
  readonly neverInPart?: readonly string[];
}

/** What is said of each place of a summary: how many there are, or what is told of it. */
interface SummaryOf<N> {
  readonly total: N;
  readonly parts: readonly { readonly key: string; readonly count: N }[];
  readonly dimensions: readonly DimensionOf<N>[];
}

interface DimensionOf<N> {
  readonly name: string;
  readonly groups: readonly { readonly key: string | null; readonly count: N; readonly inPart: readonly N[] }[];
}

export type DisclosedSummary = SummaryOf<Disclosed>;
export type DisclosedDimension = DimensionOf<Disclosed>;

/** The values of each number that were shown before, by where it stands. */
export type ShownBefore = ReadonlyMap<string, readonly number[]>;

/** Where a number stands in a summary; names and keys cannot run into each other. */
export const placeOf = (...steps: readonly (string | null)[]): string => JSON.stringify(steps);

/** Every number of a summary with its place. */
export function numbersOf<N>({ total, parts, dimensions }: SummaryOf<N>): (readonly [place: string, number: N])[] {
  return [
    [placeOf(), total],
    ...parts.map(({ key, count }) => [placeOf('part', key), count] as const),
    ...dimensions.flatMap(({ name, groups }) =>
      groups.flatMap(({ key, count, inPart }) => [
        [placeOf('group', name, key), count] as const,
        ...inPart.map((number, part) => [placeOf('cell', name, key, parts[part]?.key ?? ''), number] as const),
      ]),
    ),
  ];
}
