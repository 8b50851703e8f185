import { addDays, type LocalDate } from '../kernel/localDate';
import { addMonths } from '../kernel/period';
import { isSmall, type DisclosurePolicy } from './policy';
import { protectSummary } from './protectSummary';
import { numbersOf, type DisclosedSummary, type ShownBefore, type Summary } from './summary';
import { withheldOf, withListable, type Counted } from './withheldRows';

export interface Snapshot<S = Summary> {
  /** The day at whose end the counts stood so. */
  readonly on: LocalDate;
  readonly summary: S;
}

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

/**
 * The publications of a summary, in the order of their days. The same snapshots always give the same publications, and a later one
 * never changes an earlier one.
 */
export function protectSnapshots(
  snapshots: readonly Snapshot[],
  policy: DisclosurePolicy,
): readonly Snapshot<DisclosedSummary>[] {
  const published: Snapshot<DisclosedSummary>[] = [];
  for (const { on, summary } of snapshots) {
    const next = protectNext(
      { all: summary, listable: nothing },
      published.map((earlier) => earlier.summary),
      policy,
    );
    if (next) published.push({ on, summary: next.numbers });
  }
  return published;
}

const nothing: Summary = { total: 0, parts: [], dimensions: [] };

/** What was known on a day to those who see publications only; null before the first. */
export const publicationAsAt = (
  published: readonly Snapshot<DisclosedSummary>[],
  day: LocalDate,
): Snapshot<DisclosedSummary> | null => published.findLast(({ on }) => on < day) ?? null;

/**
 * The days whose end is published: the last day of each period of so many months, from the first that ends on or after `from` up
 * to the last that is over before `day`. They depend on the calendar only, never on what happened.
 */
export function publicationDays(from: LocalDate, day: LocalDate, months: 1 | 3 | 6 | 12 = 3): readonly LocalDate[] {
  const days: LocalDate[] = [];
  let start = `${from.slice(0, 4)}-01-01`;
  for (let next = addMonths(start, months); next <= day; next = addMonths(start, months)) {
    const end = addDays(next, -1);
    if (end >= from) days.push(end);
    start = next;
  }
  return days;
}
