import { isSensitive, stepOut, type DisclosurePolicy } from './policy';

/** One dimension of a summary: how many records fall into each group, with what onlookers have seen of it before. */
export interface GroupCounts {
  readonly counts: readonly number[];
  readonly before: readonly (readonly number[])[];
  readonly total: number;
  /** A record may be in several groups, so that the counts need not add up to the total. */
  readonly overlaps: boolean;
}

/**
 * Which groups to hide. Hides every sensitive group and, to cover them, all groups with the smallest count that could be shown;
 * then more in that order until each sensitive group might hold a showable count for all that anyone can tell.
 * The rule looks at counts only, never at names: exchanging two hidden groups changes nothing that is shown.
 */
export function hiddenGroups(groups: GroupCounts, policy: DisclosurePolicy): ReadonlySet<number> {
  const all = groups.counts.map((_, group) => group);
  const sensitive = all.filter((group) => isSensitiveGroup(groups, group, policy));
  if (sensitive.length === 0) return new Set();
  const isEmpty = (group: number): boolean => groups.counts[group] === 0 && !sensitive.includes(group);
  const covers = all.filter((group) => !sensitive.includes(group) && !isEmpty(group));
  const sizes = [...new Set(covers.map((group) => groups.counts[group] ?? 0))].sort((one, other) => one - other);
  const patterns = sizes.map((size) => [...sensitive, ...covers.filter((group) => (groups.counts[group] ?? 0) <= size)]);
  if (patterns.length === 0) patterns.push(sensitive);
  const safe = patterns.find((pattern) => sensitive.every((group) => couldBeLarge(group, pattern, groups, policy)));
  return new Set(safe ?? all);
}

/** Of overlapping groups the rest, the records outside the group, is a count that anyone can work out too. */
function isSensitiveGroup({ counts, before, total, overlaps }: GroupCounts, group: number, policy: DisclosurePolicy): boolean {
  const count = counts[group] ?? 0;
  const earlier = before[group] ?? [];
  return isSensitive(count, earlier, policy) || (overlaps && isSensitive(total - count, [], policy));
}

/** Whether records of the other hidden groups could be in this one: no shown number would differ. */
function couldBeLarge(group: number, pattern: readonly number[], groups: GroupCounts, policy: DisclosurePolicy): boolean {
  const { counts, before, overlaps } = groups;
  const others = pattern.filter((other) => other !== group);
  if (overlaps) return others.some((other) => !isSensitiveGroup(groups, other, policy));
  const kept = policy.hidesNoneAndAll ? 0 : 1;
  const spare = others.map((other) => (counts[other] ?? 0) - kept);
  const needed = stepOut(counts[group] ?? 0, before[group] ?? [], policy);
  return spare.reduce((sum, count) => sum + count, 0) >= needed;
}
