import { hidden, shown, type Disclosed } from './disclosed';
import { isSmall, type DisclosurePolicy } from './policy';

/** A count that stands alone: no shown total contains it. That it is hidden says that it is small, and no more. */
export const protectCount = (count: number | null, policy: DisclosurePolicy): Disclosed =>
  count !== null && isSmall(count, policy) ? hidden('SMALL_NUMBERS') : shown(count);
