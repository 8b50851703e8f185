import type { LocalDate } from '../kernel/localDate';
import { isRoundingOf } from '../kernel/rounding';

/** How the figures of a series are made, in the words of the operational definition. */
export type FigureKind = 'COUNT' | 'PERCENTAGE' | 'RATE' | 'MEAN' | 'MEDIAN' | 'TIME_BETWEEN' | 'CASES_BETWEEN' | 'OTHER';

/** What a figure is made of, and by which rule. */
export interface FigureParts {
  /** Definitions change, so each figure says how it was made. */
  readonly kind: FigureKind;
  /** What numerator over denominator was multiplied by. */
  readonly multiplier: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The figure of one period, or one version of it. */
export interface Figure extends FigureParts {
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
}

/** What a figure tells how many there were of: null for what cannot be worked out from it. */
export interface FigureCounts {
  /** What was counted. */
  readonly events: number | null;
  /** Out of what. */
  readonly group: number | null;
  /** Those of the group that were not counted, where the one may be part of the other. */
  readonly rest: number | null;
}

export function countsOf(figure: FigureParts): FigureCounts {
  const [events, group] = [eventsOf(figure), figure.denominator];
  const rest = events === null || group === null ? null : group - events;
  // More visits than children is no contradiction; a larger part than the whole is, and is judged as one.
  return { events, group, rest: rest !== null && rest < 0 && figure.kind !== 'PERCENTAGE' ? null : rest };
}

/**
 * The counts without which a figure cannot be found safe. A mean tells its sum by itself; of a share or a rate without its
 * numerator nobody can tell whether the multiplier is that of the definition.
 */
export function isOfKnownSize(figure: FigureParts): boolean {
  const { events, group } = countsOf(figure);
  if (figure.kind === 'COUNT') return events !== null;
  return group !== null && (events !== null || figure.kind === 'MEDIAN');
}

/** Whether the value is what numerator and denominator make, rounded as it is given; where one is not given, nothing contradicts it. */
export function agreesWithParts({ kind, multiplier, value, numerator, denominator }: FigureParts): boolean {
  if (value === null || numerator === null) return true;
  if (kind === 'COUNT') return value === numerator;
  if (kind === 'MEDIAN' || denominator === null || denominator === 0) return true;
  return isRoundingOf(value, (numerator * multiplier) / denominator);
}

function eventsOf({ kind, multiplier, value, numerator, denominator }: FigureParts): number | null {
  if (numerator !== null || value === null) return numerator;
  if (kind === 'COUNT') return value;
  return kind === 'MEAN' && denominator !== null ? sumOf(value, denominator / multiplier) : null;
}

/** A mean is often given rounded: its sum is then the whole number that it can be made from, if there is one near it. */
function sumOf(mean: number, size: number): number {
  const sum = mean * size;
  // Of two that are equally near the smaller, which is hidden sooner.
  const whole = Math.ceil(sum - 0.5);
  return isRoundingOf(mean, whole / size) ? whole : sum;
}
