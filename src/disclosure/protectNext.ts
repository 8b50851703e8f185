import { isSmall, type DisclosurePolicy } from './policy';
import { protectSummary } from './protectSummary';
import { numbersOf, type DisclosedSummary, type ShownBefore } from './summary';
import { withheldOf, withListable, type Counted } from './withheldRows';

/** What comes out: numbers of all records, and how much of each is withheld from the readers, who can work that out from them. */
export interface Published {
  readonly numbers: DisclosedSummary;
  readonly withheld: DisclosedSummary;
}

/**
 * The publication of a summary after earlier ones; null where its total has hardly changed, so that the one before stands. What the
 * readers can list is no secret from them, so what is protected are the records that they cannot: a number of these is told only
 * where it differs from every value of it that was told before by nothing or by at least the threshold.
 * @param earlier what earlier publications told of the records withheld
 */
export function protectNext(counted: Counted, earlier: readonly DisclosedSummary[], policy: DisclosurePolicy): Published | null {
  const summary = withheldOf(counted);
  const withheld = protectSummary(summary, policy, shownIn(earlier));
  if (withheld.total.suppressed && !isSmall(summary.total, policy)) return null;
  return { withheld, numbers: withListable(withheld, counted.listable) };
}

function shownIn(earlier: readonly DisclosedSummary[]): ShownBefore {
  const before = new Map<string, number[]>();
  for (const [place, { value }] of earlier.flatMap(numbersOf)) {
    if (value !== null) before.set(place, [...(before.get(place) ?? []), value]);
  }
  return before;
}
