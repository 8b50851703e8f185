import type { LocalDate } from '../kernel/localDate';
import { hidden, shown, type Disclosed, type SuppressionReason } from './disclosed';
import { tellsOfFew, type PeriodCount } from './periodSums';
import { isSensitive, isSmall, type DisclosurePolicy } from './policy';

/** How the figures of a series are made, in the words of the operational definition. */
export type FigureKind = 'COUNT' | 'PERCENTAGE' | 'RATE' | 'MEAN' | 'MEDIAN' | 'TIME_BETWEEN' | 'CASES_BETWEEN' | 'OTHER';

/** The figure of one period, or one version of it. */
export interface Figure {
  /** Definitions change, so each figure says how it was made. */
  readonly kind: FigureKind;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

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

function reasonToHide(figure: Figure, { policy, overlapping, beside }: Surroundings): SuppressionReason | null {
  const { kind } = figure;
  if (isMissing(figure)) return null;
  if (kind === 'TIME_BETWEEN' || kind === 'CASES_BETWEEN') return 'SINGLE_EVENTS';
  const counts = countsBehind[kind];
  const needed = counts.map((count) => count(figure));
  const isSecret = needed.some((count, place) => {
    const before = overlapping.map((earlier) => counts[place]?.(earlier)).filter((one) => typeof one === 'number');
    if (count === null) return false;
    const told = beside.flatMap((other) => periodCount(other, counts[place]?.(other) ?? null));
    const next = { ...figure, count };
    return isSensitive(count, before, policy) || (told.length > 0 && tellsOfFew(next, told, policy));
  });
  if (isSecret) return 'SMALL_NUMBERS';
  if (needed.includes(null)) return 'UNKNOWN_SIZE';
  const { numerator } = figure;
  return numerator !== null && kind !== 'COUNT' && isSmall(numerator, policy) ? 'SMALL_NUMBERS' : null;
}

const periodCount = ({ periodStart, periodEnd }: Figure, count: number | null): readonly PeriodCount[] =>
  count === null ? [] : [{ periodStart, periodEnd, count }];

type CountBehind = (figure: Figure) => number | null;

const numeratorOf: CountBehind = ({ numerator }) => numerator;
const denominatorOf: CountBehind = ({ denominator }) => denominator;
const remainderOf: CountBehind = ({ numerator, denominator }) =>
  numerator === null || denominator === null ? null : denominator - numerator;

/** The counts of people or events that a figure tells; one that is not recorded cannot be found safe. */
const countsBehind: Readonly<Record<Exclude<FigureKind, 'TIME_BETWEEN' | 'CASES_BETWEEN'>, readonly CountBehind[]>> = {
  COUNT: [({ numerator, value }) => numerator ?? value],
  PERCENTAGE: [numeratorOf, denominatorOf, remainderOf],
  RATE: [numeratorOf, denominatorOf],
  MEAN: [denominatorOf],
  MEDIAN: [denominatorOf],
  OTHER: [denominatorOf],
};
