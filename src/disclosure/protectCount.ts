import { hidden, shown, type Disclosed } from './disclosed';
import { isSensitive, type DisclosurePolicy } from './policy';

/**
 * A count that stands alone: no shown total contains it. That it is hidden says that it is small, and no more.
 * @param before the values of the same count that were shown earlier
 */
export const protectCount = (count: number | null, policy: DisclosurePolicy, before: readonly number[] = []): Disclosed =>
  count !== null && isSensitive(count, before, policy) ? hidden('SMALL_NUMBERS') : shown(count);
