import type { LocalDate } from '../kernel/localDate';
import { hidden, shown, type Disclosed, type SuppressionReason } from './disclosed';
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
 * versions of one period, year-to-date figures, rolling periods.
 */
export function protectSeries(figures: readonly Figure[], policy: DisclosurePolicy): readonly DisclosedFigure[] {
  const seen: Figure[] = [];
  return figures.map((figure) => {
    const overlapping = seen.filter(
      ({ periodStart, periodEnd }) => periodStart <= figure.periodEnd && figure.periodStart <= periodEnd,
    );
    const reason = reasonToHide(figure, { policy, overlapping });
    if (reason === null && !isMissing(figure)) seen.push(figure);
    const told = (number: number | null): Disclosed => (reason === null ? shown(number) : hidden(reason));
    const { periodStart, periodEnd, value, numerator, denominator } = figure;
    return { periodStart, periodEnd, value: told(value), numerator: told(numerator), denominator: told(denominator) };
  });
}

const isMissing = ({ value, numerator, denominator }: Figure): boolean =>
  value === null && numerator === null && denominator === null;

interface Surroundings {
  readonly policy: DisclosurePolicy;
  readonly overlapping: readonly Figure[];
}

function reasonToHide(figure: Figure, { policy, overlapping }: Surroundings): SuppressionReason | null {
  const { kind } = figure;
  if (isMissing(figure)) return null;
  if (kind === 'TIME_BETWEEN' || kind === 'CASES_BETWEEN') return 'SINGLE_EVENTS';
  const counts = countsBehind[kind];
  const needed = counts.map((count) => count(figure));
  const isSecret = needed.some((count, place) => {
    const before = overlapping.map((earlier) => counts[place]?.(earlier)).filter((one) => typeof one === 'number');
    return count !== null && isSensitive(count, before, policy);
  });
  if (isSecret) return 'SMALL_NUMBERS';
  if (needed.includes(null)) return 'UNKNOWN_SIZE';
  const { numerator } = figure;
  return numerator !== null && kind !== 'COUNT' && isSmall(numerator, policy) ? 'SMALL_NUMBERS' : null;
}

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
