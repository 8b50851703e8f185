import { agreesWithParts } from '../disclosure/figureCounts';
import { ruleBroken, type Refusal } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { Machine } from '../kernel/machine';
import type { DataPointStatus } from './dataPoint.enums';
import type { Calculation } from './measure.enums';
import { needsDenominator } from './measure.rules';

/** Life cycle of a figure (domain.md §10.2). A slip may be mended before anyone has validated it, and a figure revised again. */
export const dataPointMoves: Machine<DataPointStatus> = {
  PROVISIONAL: ['VALIDATED', 'REVISED'],
  VALIDATED: ['REVISED'],
  REVISED: ['REVISED'],
};

export interface GivenFigure {
  readonly value?: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly isMissing?: boolean | null;
  readonly missingReason?: string | null;
}

export interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isMissing: boolean;
  readonly missingReason: string | null;
}

export interface GivenPeriod {
  readonly periodStartsOn: LocalDate;
  readonly periodEndsOn: LocalDate;
}

/** How a figure is made, by the definition in force. */
export interface Making {
  readonly calculation: Calculation;
  readonly multiplier: number;
}

const noFigure = { value: null, numerator: null, denominator: null };

/**
 * The figure as it is stored: the value as given, or computed from its parts.
 * @param field where the figure stands in the input, for example input.points.3
 * @throws RULE_BROKEN for a figure that cannot be, naming the part
 */
export function figureOf(given: GivenFigure, making: Making, field: string): Figure {
  requireNumbers(given, field);
  if (given.isMissing) return missing(given, field);
  if (given.missingReason) {
    throw ruleBroken('dataPoint.missing', 'Only a missing period has a reason for it.', `${field}.missingReason`);
  }
  const parts = { value: given.value ?? null, numerator: given.numerator ?? null, denominator: given.denominator ?? null };
  requireWhole(parts, making.calculation, field);
  requireConsistent(parts, making.calculation, field);
  requireAgreement(parts, making, field);
  return { ...parts, value: parts.value ?? computed(parts, making, field), isMissing: false, missingReason: null };
}

/** @throws RULE_BROKEN for a period that ends before it starts */
export function requirePeriod({ periodStartsOn, periodEndsOn }: GivenPeriod, field: string): void {
  if (periodEndsOn < periodStartsOn)
    throw ruleBroken('dataPoint.periodOrder', 'A period ends on or after its first day.', `${field}.periodEndsOn`);
}

/** @throws RULE_BROKEN naming the first point whose period was already given in the same list */
export function requireDistinctPeriods(
  points: readonly Pick<GivenPeriod, 'periodStartsOn'>[],
  fieldOf: (index: number) => string,
): void {
  const seen = new Set<LocalDate>();
  points.forEach(({ periodStartsOn }, index) => {
    if (seen.has(periodStartsOn)) throw periodTaken(periodStartsOn, fieldOf(index));
    seen.add(periodStartsOn);
  });
}

export const periodTaken = (from: LocalDate, field: string): Refusal =>
  ruleBroken(
    'dataPoint.period',
    `There is already a data point for the period from ${from}; revise that one.`,
    `${field}.periodStartsOn`,
  );

type Parts = Pick<Figure, 'value' | 'numerator' | 'denominator'>;

function requireNumbers(given: GivenFigure, field: string): void {
  for (const part of ['value', 'numerator', 'denominator'] as const) {
    const number = given[part] ?? 0;
    if (!Number.isFinite(number)) throw ruleBroken('dataPoint.number', 'A figure is a finite number.', `${field}.${part}`);
    if (part !== 'value' && number < 0) throw ruleBroken(`dataPoint.${part}`, `The ${part} is not below 0.`, `${field}.${part}`);
  }
}

function missing(given: GivenFigure, field: string): Figure {
  for (const part of ['value', 'numerator', 'denominator'] as const) {
    if (given[part] != null)
      throw ruleBroken('dataPoint.missing', 'A missing period has no figure, not even zero.', `${field}.${part}`);
  }
  return { ...noFigure, isMissing: true, missingReason: given.missingReason ?? null };
}

/** A median or an interval cannot be computed from two totals. */
const needsValue: readonly Calculation[] = ['MEDIAN', 'TIME_BETWEEN', 'CASES_BETWEEN'];

function requireWhole({ value, numerator, denominator }: Parts, calculation: Calculation, field: string): void {
  if (value !== null) return;
  if (needsValue.includes(calculation))
    throw ruleBroken('dataPoint.figure', `A ${calculation} needs its value.`, `${field}.value`);
  if (numerator === null) {
    throw ruleBroken('dataPoint.figure', 'Give a value or a numerator, or say that the period is missing.', `${field}.value`);
  }
  if (denominator === null && needsDenominator(calculation)) {
    throw ruleBroken('dataPoint.figure', `A ${calculation} needs its denominator as well.`, `${field}.denominator`);
  }
}

function requireConsistent({ value, numerator, denominator }: Parts, calculation: Calculation, field: string): void {
  if (denominator === 0 && value !== null && calculation !== 'COUNT') {
    throw ruleBroken('dataPoint.denominator', 'With a denominator of 0 there is no value: leave it out.', `${field}.value`);
  }
  if (calculation === 'PERCENTAGE' && numerator !== null && denominator !== null && numerator > denominator) {
    throw ruleBroken('dataPoint.part', `${numerator} cannot be part of ${denominator}.`, `${field}.numerator`);
  }
}

/** Calculations of which numerator, denominator and multiplier make the value, and of a COUNT the numerator alone. */
const followsFromParts: readonly Calculation[] = ['COUNT', 'PERCENTAGE', 'RATE', 'MEAN'];

function requireAgreement(parts: Parts, { calculation, multiplier }: Making, field: string): void {
  if (!followsFromParts.includes(calculation) || agreesWithParts({ ...parts, kind: calculation, multiplier })) return;
  const { value, numerator, denominator } = parts;
  const made = `${numerator} of ${denominator}, multiplied by ${multiplier}, do not make ${value}, however it is rounded.`;
  const message = calculation === 'COUNT' ? `The value of a COUNT is its numerator, ${numerator}, not ${value}.` : made;
  throw ruleBroken('dataPoint.agreement', `${message} Leave the value out to have it computed.`, `${field}.value`);
}

function computed({ numerator, denominator }: Parts, { calculation, multiplier }: Making, field: string): number | null {
  if (numerator === null || calculation === 'COUNT') return numerator;
  if (denominator === 0) return null;
  const value = (numerator * multiplier) / (denominator ?? 1);
  if (!Number.isFinite(value)) throw ruleBroken('dataPoint.number', 'This figure is too large to compute.', `${field}.numerator`);
  return value;
}
