import { hidden, shown, type Disclosed } from './disclosed';
import { isSmall, type DisclosurePolicy } from './policy';

/** Some of all, which stand alone: how many there were, and how many of them were so where that is known. */
export interface Share {
  readonly of: number;
  readonly some: number | null;
}

/**
 * Both numbers are shown or hidden together: when either, or the rest, is small. That none or all are so is hidden as the policy
 * says, since it tells something of each of them.
 */
export function protectShare(
  { of, some }: Share,
  policy: DisclosurePolicy,
): { readonly of: Disclosed; readonly some: Disclosed } {
  const counts = some === null ? [of] : [of, some, of - some];
  const told = counts.some((count) => isSmall(count, policy)) ? () => hidden('SMALL_NUMBERS') : shown;
  return { of: told(of), some: told(some) };
}
