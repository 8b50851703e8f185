import type { LocalDate } from '../kernel/localDate';
import { hidden, shown, type Disclosed, type SuppressionReason } from './disclosed';
import { agreesWithParts, countsOf, isOfKnownSize, type Figure, type FigureCounts } from './figureCounts';
import { tellsOfFew, type PeriodCount } from './periodSums';
import { isSensitive, isSmall, type DisclosurePolicy } from './policy';

/** Value, numerator and denominator are shown together or hidden together: each gives the third away. */
export interface DisclosedFigure {
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly value: Disclosed;
  readonly numerator: Disclosed;
  readonly denominator: Disclosed;
}

/**
 * The figures of a measure, in the order in which they were, or would have been, shown: for a history of versions the oldest
 * first. A figure is compared with every earlier one whose period overlaps its own, since their difference is a count as well:
 * versions of one period, year-to-date figures, rolling periods. And it is added to, and taken from, all that stand beside it.
 */
export function protectSeries(figures: readonly Figure[], policy: DisclosurePolicy): readonly DisclosedFigure[] {
  const seen: Figure[] = [];
  return figures.map((figure) => {
    const overlapping = seen.filter(
      ({ periodStart, periodEnd }) => periodStart <= figure.periodEnd && figure.periodStart <= periodEnd,
    );
    // Beside periods that only follow each other there is nothing to take from anything.
    const isDivided = overlapping.some((earlier) => periodOf(earlier) !== periodOf(figure));
    const beside = isDivided ? standing(seen).filter((earlier) => periodOf(earlier) !== periodOf(figure)) : [];
    const reason = reasonToHide(figure, { policy, overlapping, beside });
    if (reason === null && !isMissing(figure)) seen.push(figure);
    const told = (number: number | null): Disclosed => (reason === null ? shown(number) : hidden(reason));
    const { periodStart, periodEnd, value, numerator, denominator } = figure;
    return { periodStart, periodEnd, value: told(value), numerator: told(numerator), denominator: told(denominator) };
  });
}

const isMissing = ({ value, numerator, denominator }: Figure): boolean =>
  value === null && numerator === null && denominator === null;

const periodOf = ({ periodStart, periodEnd }: Figure): string => `${periodStart} ${periodEnd}`;

/** The last version that was shown of each period. */
const standing = (figures: readonly Figure[]): readonly Figure[] => [
  ...new Map(figures.map((figure) => [periodOf(figure), figure])).values(),
];

interface Surroundings {
  readonly policy: DisclosurePolicy;
  readonly overlapping: readonly Figure[];
  /** Other periods, where some of them overlap this one. */
  readonly beside: readonly Figure[];
}

function reasonToHide(figure: Figure, surroundings: Surroundings): SuppressionReason | null {
  if (isMissing(figure)) return null;
  if (figure.kind === 'TIME_BETWEEN' || figure.kind === 'CASES_BETWEEN') return 'SINGLE_EVENTS';
  if (!isOfKnownSize(figure)) return 'UNKNOWN_SIZE';
  // What a value tells that does not follow from its parts, nobody can say here.
  if (!agreesWithParts(figure) || isMedianOfNone(figure, surroundings.policy)) return 'SMALL_NUMBERS';
  const isSecret = (['events', 'group', 'rest'] as const).some((name) => isSecretCount(name, figure, surroundings));
  return isSecret ? 'SMALL_NUMBERS' : null;
}

/** A median is no count, but one of 0 says that at least half of the group have none. */
const isMedianOfNone = ({ kind, value }: Figure, policy: DisclosurePolicy): boolean =>
  kind === 'MEDIAN' && value === 0 && isSmall(0, policy);

/** Whether one of the counts that a figure tells is small, or one that follows from it and what was shown before. */
function isSecretCount(name: keyof FigureCounts, figure: Figure, { policy, overlapping, beside }: Surroundings): boolean {
  const count = countsOf(figure)[name];
  if (count === null) return false;
  const before = overlapping.map((earlier) => countsOf(earlier)[name]).filter((one) => one !== null);
  const told = beside.flatMap((other) => periodCount(other, countsOf(other)[name]));
  return isSensitive(count, before, policy) || (told.length > 0 && tellsOfFew({ ...figure, count }, told, policy));
}

const periodCount = ({ periodStart, periodEnd }: Figure, count: number | null): readonly PeriodCount[] =>
  count === null ? [] : [{ periodStart, periodEnd, count }];
