import { mayMove } from '../../src/kernel/machine';
import type { Calculation, MeasureStatus } from '../../src/measures/measure.enums';
import { definitionAt, measureMoves, multiplierOf, requireLater, requireParts } from '../../src/measures/measure.rules';
import {
  dataPointMoves,
  figureOf,
  requireDistinctPeriods,
  requirePeriod,
  type GivenFigure,
} from '../../src/measures/dataPoint.rules';
import type { DataPointStatus } from '../../src/measures/dataPoint.enums';

const refusedBy = (rule: string, field?: string) =>
  expect.objectContaining({ details: expect.objectContaining(field ? { rule, field } : { rule }) });

const measureStates = Object.keys(measureMoves) as MeasureStatus[];
test.each(measureStates.flatMap((from) => measureStates.map((to) => [from, to] as const)))(
  'a measure from %s to %s',
  (from, to) => {
    expect(mayMove(measureMoves, from, to)).toBe(['DRAFT ACTIVE', 'ACTIVE RETIRED'].includes(`${from} ${to}`));
  },
);

const pointStates = Object.keys(dataPointMoves) as DataPointStatus[];
const lawful = ['PROVISIONAL VALIDATED', 'PROVISIONAL REVISED', 'VALIDATED REVISED', 'REVISED REVISED'];
test.each(pointStates.flatMap((from) => pointStates.map((to) => [from, to] as const)))('a figure from %s to %s', (from, to) => {
  expect(mayMove(dataPointMoves, from, to)).toBe(lawful.includes(`${from} ${to}`));
});

const dated = ['2021-09-02', '2023-08-31', '2026-04-01'].map((effectiveFrom) => ({ effectiveFrom }));

test.each([
  ['2021-09-01', null],
  ['2021-09-02', '2021-09-02'],
  ['2023-08-30', '2021-09-02'],
  ['2023-08-31', '2023-08-31'],
  ['2030-01-01', '2026-04-01'],
])('on %s the definition of %s is in force', (day, expected) => {
  expect(definitionAt([...dated].reverse(), day)?.effectiveFrom ?? null).toBe(expected);
});

test('a new definition takes effect after the last', () => {
  expect(() => requireLater(dated, '2026-04-02')).not.toThrow();
  expect(() => requireLater([], '2026-04-02')).not.toThrow();
  for (const day of ['2026-04-01', '2022-01-01']) {
    expect(() => requireLater(dated, day)).toThrow(refusedBy('measureDefinition.effectiveFrom', 'input.definition.effectiveOn'));
  }
});

test.each(['PERCENTAGE', 'RATE'] as const)('a %s says what is divided by what', (calculation) => {
  const whole = { calculation, numeratorDefinition: 'In time', denominatorDefinition: 'All' };
  expect(() => requireParts(whole)).not.toThrow();
  expect(() => requireParts({ ...whole, denominatorDefinition: null })).toThrow(refusedBy('measureDefinition.parts'));
  expect(() => requireParts({ ...whole, multiplier: 0 })).toThrow(refusedBy('measureDefinition.multiplier'));
});

test('a percentage is multiplied by 100, other figures by 1, unless the definition says otherwise', () => {
  expect(multiplierOf({ calculation: 'PERCENTAGE' })).toBe(100);
  expect(multiplierOf({ calculation: 'RATE' })).toBe(1);
  expect(multiplierOf({ calculation: 'RATE', multiplier: 1000 })).toBe(1000);
});

const value = (calculation: Calculation, given: GivenFigure, multiplier = 1) =>
  figureOf(given, { calculation, multiplier }, 'input').value;

test.each<[Calculation, GivenFigure, number, number | null]>([
  ['PERCENTAGE', { numerator: 5, denominator: 8 }, 100, 62.5],
  ['PERCENTAGE', { numerator: 29, denominator: 100 }, 100, 29],
  ['PERCENTAGE', { numerator: 0, denominator: 0 }, 100, null],
  ['PERCENTAGE', { value: 62, numerator: 5, denominator: 8 }, 100, 62],
  ['PERCENTAGE', { value: 62 }, 100, 62],
  ['PERCENTAGE', { value: 33, numerator: 1, denominator: 3 }, 100, 33],
  ['PERCENTAGE', { value: 33.33, numerator: 1, denominator: 3 }, 100, 33.33],
  ['PERCENTAGE', { value: 88.4745762711865, numerator: 522, denominator: 590 }, 100, 88.4745762711865],
  ['RATE', { numerator: 3, denominator: 1500 }, 1000, 2],
  ['RATE', { value: 2.9, numerator: 286, denominator: 98_765 }, 1000, 2.9],
  ['RATE', { value: 1e-7, numerator: 1, denominator: 9_800_000 }, 1, 1e-7],
  ['MEAN', { value: 2.08, numerator: 25, denominator: 12 }, 1, 2.08],
  ['MEAN', { value: 2, denominator: 12 }, 1, 2],
  ['OTHER', { value: 5, numerator: 10, denominator: 20 }, 1, 5],
  ['MEDIAN', { value: 5, numerator: 10, denominator: 20 }, 1, 5],
  ['COUNT', { value: 781, numerator: 781, denominator: 2811 }, 1, 781],
  ['MEAN', { numerator: 30, denominator: 4 }, 1, 7.5],
  ['COUNT', { numerator: 7 }, 1, 7],
  ['COUNT', { numerator: 7, denominator: 20 }, 1, 7],
  ['COUNT', { value: 0 }, 1, 0],
  ['MEDIAN', { value: -2.5 }, 1, -2.5],
])('a %s of %j times %d is %p', (calculation, given, multiplier, expected) => {
  expect(value(calculation, given, multiplier)).toBe(expected);
});

test.each<[Calculation, GivenFigure, string, string]>([
  ['COUNT', { value: Number.NaN }, 'dataPoint.number', 'value'],
  ['COUNT', { value: Number.POSITIVE_INFINITY }, 'dataPoint.number', 'value'],
  ['RATE', { numerator: 1e308, denominator: 1e-300 }, 'dataPoint.number', 'numerator'],
  ['COUNT', { numerator: -1 }, 'dataPoint.numerator', 'numerator'],
  ['RATE', { numerator: 1, denominator: -1 }, 'dataPoint.denominator', 'denominator'],
  ['RATE', { numerator: 1 }, 'dataPoint.figure', 'denominator'],
  ['PERCENTAGE', { denominator: 8 }, 'dataPoint.figure', 'value'],
  ['MEDIAN', { numerator: 1, denominator: 2 }, 'dataPoint.figure', 'value'],
  ['COUNT', {}, 'dataPoint.figure', 'value'],
  ['PERCENTAGE', { numerator: 9, denominator: 8 }, 'dataPoint.part', 'numerator'],
  ['PERCENTAGE', { value: 0, numerator: 0, denominator: 0 }, 'dataPoint.denominator', 'value'],
  ['COUNT', { value: 2, numerator: 10 }, 'dataPoint.agreement', 'value'],
  ['COUNT', { value: 10, numerator: 10.4 }, 'dataPoint.agreement', 'value'],
  ['MEAN', { value: 2.2, numerator: 25, denominator: 12 }, 'dataPoint.agreement', 'value'],
  ['RATE', { value: 500, numerator: 10, denominator: 20 }, 'dataPoint.agreement', 'value'],
  ['PERCENTAGE', { value: 50, numerator: 10, denominator: 20 }, 'dataPoint.agreement', 'value'],
  ['RATE', { value: 3e-7, numerator: 1, denominator: 9_800_000 }, 'dataPoint.agreement', 'value'],
  ['COUNT', { isMissing: true, value: 0 }, 'dataPoint.missing', 'value'],
  ['COUNT', { isMissing: true, denominator: 4 }, 'dataPoint.missing', 'denominator'],
  ['COUNT', { value: 1, missingReason: 'Not collected' }, 'dataPoint.missing', 'missingReason'],
])('a %s of %j is refused by %s', (calculation, given, rule, part) => {
  const making = { calculation, multiplier: 1 };
  expect(() => figureOf(given, making, 'input.points.3')).toThrow(refusedBy(rule, `input.points.3.${part}`));
});

test.each<[Calculation, GivenFigure, number, string]>([
  ['COUNT', { value: 2, numerator: 10 }, 1, 'The value of a COUNT is its numerator, 10, not 2.'],
  ['PERCENTAGE', { value: 8.33, numerator: 10, denominator: 20 }, 100, '10 of 20, multiplied by 100, do not make 8.33,'],
])('a %s of %j times %d is refused in words', (calculation, given, multiplier, words) => {
  expect(() => figureOf(given, { calculation, multiplier }, 'input')).toThrow(words);
});

test('a missing period has no figure, and its reason is kept', () => {
  const missing = { value: null, numerator: null, denominator: null, isMissing: true, missingReason: 'System change' };
  expect(figureOf({ isMissing: true, missingReason: 'System change' }, { calculation: 'RATE', multiplier: 1 }, 'input')).toEqual(
    missing,
  );
});

test('a period does not end before it starts, and is given once', () => {
  const day = { periodStartsOn: '2026-01-01', periodEndsOn: '2026-01-01' };
  const at = (index: number) => `input.points.${index}`;
  expect(() => requirePeriod(day, 'input')).not.toThrow();
  expect(() => requirePeriod({ ...day, periodEndsOn: '2025-12-31' }, 'input')).toThrow(
    refusedBy('dataPoint.periodOrder', 'input.periodEndsOn'),
  );
  expect(() => requireDistinctPeriods([day, day], at)).toThrow(refusedBy('dataPoint.period', 'input.points.1.periodStartsOn'));
});
