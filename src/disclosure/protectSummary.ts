import { hidden, shown, type Disclosed } from './disclosed';
import { hiddenGroups } from './hiddenGroups';
import { hiddenInside } from './hiddenInside';
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
  const isTotalHidden = isSensitive(total, earlier(), policy);
  const hiddenParts = isTotalHidden
    ? everyOne(parts)
    : hiddenGroups(
        {
          counts: parts.map(({ count }) => count),
          before: parts.map(({ key }) => earlier('part', key)),
          total,
          overlaps: false,
          movable: (from, to) => Math.min(...dimensions.map((dimension) => movableToPart(summary, dimension, from, to))),
        },
        policy,
      );
  const context = { summary, policy, earlier, isTotalHidden, hiddenParts };
  return {
    total: told(total, isTotalHidden),
    parts: parts.map(({ key, count }, part) => ({ key, count: told(count, hiddenParts.has(part)) })),
    dimensions: dimensions.map((dimension) => protectDimension(dimension, context)),
  };
}

interface Context {
  readonly summary: Summary;
  readonly policy: DisclosurePolicy;
  readonly earlier: (...steps: (string | null)[]) => readonly number[];
  readonly isTotalHidden: boolean;
  readonly hiddenParts: ReadonlySet<number>;
}

function protectDimension(dimension: Dimension, context: Context): DisclosedDimension {
  const { summary, policy, earlier, isTotalHidden, hiddenParts } = context;
  const { name, groups, overlaps } = dimension;
  const counts = groups.map(({ count }) => count);
  const before = groups.map(({ key }) => earlier('group', name, key));
  const movable = (from: number, to: number): number => movableToGroup(summary, dimension, from, to);
  const hiddenRows = isTotalHidden
    ? everyOne(groups)
    : hiddenGroups({ counts, before, total: summary.total, overlaps, movable }, policy);
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

/** Records of one group that could as well be in another: those in a part that the other may have. */
const movableToGroup = ({ parts, total }: Summary, { groups }: Dimension, from: number, to: number): number =>
  parts.length === 0
    ? total
    : parts.reduce(
        (sum, { key }, part) => sum + (groups[to]?.neverInPart?.includes(key) ? 0 : (groups[from]?.inPart[part] ?? 0)),
        0,
      );

const movableToPart = ({ parts, total }: Summary, { groups, overlaps }: Dimension, from: number, to: number): number =>
  overlaps
    ? total
    : groups.reduce(
        (sum, { inPart, neverInPart }) => sum + (neverInPart?.includes(parts[to]?.key ?? '') ? 0 : (inPart[from] ?? 0)),
        0,
      );

/** @throws RangeError: what does not add up cannot be protected, since an onlooker would reason from sums that are not there */
function requireSums({ total, parts, dimensions }: Summary): void {
  const refuse = (what: string): never => {
    throw new RangeError(`${what} cannot be protected: the counts do not add up.`);
  };
  if (parts.length > 0 && sumOf(parts.map(({ count }) => count)) !== total) refuse('The parts');
  for (const { name, groups, overlaps } of dimensions) {
    if (!overlaps && sumOf(groups.map(({ count }) => count)) !== total) refuse(name);
    for (const { count, inPart } of groups) {
      if (inPart.length !== parts.length || (parts.length > 0 && sumOf(inPart) !== count)) refuse(name);
    }
    if (!overlaps && parts.some(({ count }, part) => sumOf(groups.map(({ inPart }) => inPart[part] ?? 0)) !== count))
      refuse(name);
  }
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
