import { hidden, shown, type Disclosed } from './disclosed';
import { hiddenGroups } from './hiddenGroups';
import { hiddenInside } from './hiddenInside';
import { requireSums, sumOf } from './summarySums';
import { isSensitive, type DisclosurePolicy } from './policy';
import {
  placeOf,
  type Dimension,
  type DisclosedDimension,
  type DisclosedSummary,
  type ShownBefore,
  type Summary,
} from './summary';

/**
 * A summary with every small number hidden, and whatever else is needed so that none can be worked out: from the same table, from
 * the others, or from what was shown before. The dimensions meet only in the parts; so records can change their group in one
 * dimension, or their part, without any number of another dimension changing, and what protects one table protects all together.
 */
export function protectSummary(summary: Summary, policy: DisclosurePolicy, before: ShownBefore = new Map()): DisclosedSummary {
  requireSums(summary);
  const earlier = (...steps: (string | null)[]): readonly number[] => before.get(placeOf(...steps)) ?? [];
  const { total, parts, dimensions } = summary;
  const context = { summary, policy, earlier, isTotalHidden: isSensitive(total, earlier(), policy) };
  const hiddenRows = dimensions.map((dimension) => rowsToHide(dimension, context));
  const hiddenParts = partsToHide(hiddenRows, context);
  return {
    total: told(total, context.isTotalHidden),
    parts: parts.map(({ key, count }, part) => ({ key, count: told(count, hiddenParts.has(part)) })),
    dimensions: dimensions.map((dimension, place) =>
      protectDimension(dimension, { hiddenRows: hiddenRows[place] ?? new Set(), hiddenParts }, context),
    ),
  };
}

interface Context {
  readonly summary: Summary;
  readonly policy: DisclosurePolicy;
  readonly earlier: (...steps: (string | null)[]) => readonly number[];
  readonly isTotalHidden: boolean;
}

interface HiddenLines {
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenParts: ReadonlySet<number>;
}

function rowsToHide({ name, groups, overlaps }: Dimension, context: Context): ReadonlySet<number> {
  const { summary, policy, earlier, isTotalHidden } = context;
  if (isTotalHidden) return everyOne(groups);
  const counts = groups.map(({ count }) => count);
  const before = groups.map(({ key }) => earlier('group', name, key));
  return hiddenGroups({ counts, before, total: summary.total, overlaps }, policy);
}

function partsToHide(hiddenRows: readonly ReadonlySet<number>[], context: Context): ReadonlySet<number> {
  const { summary, policy, earlier, isTotalHidden } = context;
  const { total, parts, dimensions } = summary;
  const tellsOfGroups = dimensions.some((dimension, place) => isPartTelling(dimension, hiddenRows[place] ?? new Set(), context));
  if (isTotalHidden || tellsOfGroups) return everyOne(parts);
  const counts = parts.map(({ count }) => count);
  return hiddenGroups({ counts, before: parts.map(({ key }) => earlier('part', key)), total, overlaps: false }, policy);
}

/**
 * Whether the size of a part that only some groups can be in would tell of small numbers: of a hidden group, where the shown ones
 * cannot hold the whole part; or of those in the shown ones that are not in the part, where it nearly fills them.
 */
function isPartTelling({ groups }: Dimension, hiddenRows: ReadonlySet<number>, { summary, policy }: Context): boolean {
  return summary.parts.some(({ key, count }) => {
    const able = groups.filter(({ neverInPart }) => !neverInPart?.includes(key));
    const room = sumOf(groups.filter((group, row) => able.includes(group) && !hiddenRows.has(row)).map((group) => group.count));
    return able.length < groups.length && (room < count || isSensitive(room - count, [], policy));
  });
}

function protectDimension(
  dimension: Dimension,
  { hiddenRows, hiddenParts }: HiddenLines,
  { summary, policy, earlier, isTotalHidden }: Context,
): DisclosedDimension {
  const { name, groups } = dimension;
  const beforeIn = (group: number, part: number): readonly number[] =>
    earlier('cell', name, groups[group]?.key ?? null, summary.parts[part]?.key ?? '');
  const isHiddenInside = isTotalHidden
    ? () => true
    : hiddenInside({ dimension, parts: summary.parts, hiddenRows, hiddenParts, beforeIn }, policy);
  return {
    name,
    groups: groups.map(({ key, count, inPart }, group) => ({
      key,
      count: told(count, hiddenRows.has(group)),
      inPart: inPart.map((number, part) => told(number, isHiddenInside(group, part))),
    })),
  };
}

const told = (count: number, isHidden: boolean): Disclosed => (isHidden ? hidden('SMALL_NUMBERS') : shown(count));

const everyOne = (list: readonly unknown[]): ReadonlySet<number> => new Set(list.keys());
