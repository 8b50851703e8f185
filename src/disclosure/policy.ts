export const LOWEST_THRESHOLD = 2;
export const HIGHEST_THRESHOLD = 10;

export interface DisclosurePolicy {
  /** The smallest count that is shown: 5 hides counts of 1 to 4. */
  readonly threshold: number;
  /** Hides 0 as well, and of a proportion also 0 % and 100 %: that none or all of a group is something about each of its members. */
  readonly hidesNoneAndAll: boolean;
}

/** For counts of records, such as actions: that there are none of a kind says nothing about a child. */
export const recordsPolicy: DisclosurePolicy = { threshold: 5, hidesNoneAndAll: false };

/** For counts of children, families or episodes. */
export const childrenPolicy: DisclosurePolicy = { threshold: 5, hidesNoneAndAll: true };

/** @throws RangeError where the threshold would hide nothing, or more than the disclosure policies of the sector know */
export function withThreshold(policy: DisclosurePolicy, threshold: number): DisclosurePolicy {
  if (!Number.isInteger(threshold) || threshold < LOWEST_THRESHOLD || threshold > HIGHEST_THRESHOLD) {
    throw new RangeError(`The threshold must be a whole number from ${LOWEST_THRESHOLD} to ${HIGHEST_THRESHOLD}.`);
  }
  return { ...policy, threshold };
}

/** A count that must not be shown. What is not a count at all is treated as one, so that a fault hides rather than shows. */
export const isSmall = (count: number, { threshold, hidesNoneAndAll }: DisclosurePolicy): boolean =>
  !(count >= threshold || (count === 0 && !hidesNoneAndAll));

/** Two shown values of the same count may differ by nothing or by at least the threshold: the change is a count as well. */
export const isSmallChange = (count: number, before: number, { threshold }: DisclosurePolicy): boolean =>
  count !== before && !(Math.abs(count - before) >= threshold);

/** Whether a count may not be shown to someone who has seen these values of it before. */
export const isSensitive = (count: number, before: readonly number[], policy: DisclosurePolicy): boolean =>
  isSmall(count, policy) || before.some((earlier) => isSmallChange(count, earlier, policy));

/** How much must be added to a sensitive count to make it one that could be shown: what an onlooker must hold possible. */
export function stepOut(count: number, before: readonly number[], policy: DisclosurePolicy): number {
  let step = 1;
  while (isSensitive(count + step, before, policy)) step += 1;
  return step;
}
