import fc from 'fast-check';
import type { ChartPicture, PicturePoint } from '../../../src/pictures/chartPicture';

/** Text as bad as it comes: markup, quotes, controls, halves of characters, marks of direction, and long words. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    '&amp;&lt;&',
    "' onmouseover='x",
    ']]><!-- -->',
    '\u202eevil\u2066',
    '\ud800 half \udfff',
    '\u0000\u0008\u001f\ufffe',
    '',
    ' ',
    'W'.repeat(200),
    'Unaccompanied children and young people, '.repeat(8),
  ),
);

const ordinary = fc.double({ min: -50, max: 150, noNaN: true });
const small = fc.integer({ min: 0, max: 12 });
const extreme = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e-9, 1e12, -1e12, 1e308, -1e308, Number.MAX_VALUE, 5e-324, 1e15 + 0.5),
);

const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 6 });

const pointWith = (value: fc.Arbitrary<number>): fc.Arbitrary<Omit<PicturePoint, 'period' | 'periodEnd'>> =>
  fc.record({
    label: anyText,
    value: orNull(value),
    missingBecause: orNull(anyText),
    isExcluded: fc.boolean(),
    excludedBecause: orNull(anyText),
    isInBaseline: fc.boolean(),
    isProvisional: fc.boolean(),
    phase: fc.integer({ min: 1, max: 3 }),
    centre: orNull(value),
    lower: orNull(value),
    upper: orNull(value),
    lower2: orNull(value),
    upper2: orNull(value),
    lower1: orNull(value),
    upper1: orNull(value),
    signal: fc.constantFrom('BETTER', 'WORSE', 'NEITHER', null, null),
    signalNames: fc.array(anyText, { maxLength: 2 }),
  });

const A_DAY = 86_400_000;
const START = Date.parse('2019-02-25');
const spacings = [1, 7, 14, 30.44, 91.3, 182.6, 365.25, 0] as const;

const day = (offset: number): string => new Date(START + Math.round(offset) * A_DAY).toISOString().slice(0, 10);
const anyDay = fc.integer({ min: -1000, max: 9000 }).map(day);
const anyPeriod = fc.oneof(anyDay, fc.constantFrom('2026-02-30', 'never', ''));

const anyPoints = fc
  .tuple(
    fc.oneof(...[ordinary, small, extreme].map((value) => fc.array(pointWith(value), { maxLength: 60 }))),
    fc.constantFrom(...spacings),
    fc.integer({ min: 0, max: 2000 }),
  )
  .map(([points, spacing, from]) =>
    points.map((point, index): PicturePoint => ({
      ...point,
      phase: index < 20 ? 1 : point.phase,
      period: day(from + index * spacing),
      periodEnd: index % 7 === 3 ? null : day(from + (index + 1) * spacing - 1),
    })),
  );

/** Any picture at all: what a user could bring about and what nobody should. */
export const anyPicture: fc.Arbitrary<ChartPicture> = fc.record({
  id: anyText,
  title: anyText,
  kindName: anyText,
  summary: anyText,
  caution: orNull(anyText),
  warnings: fc.array(anyText, { maxLength: 3 }),
  provenance: fc.array(anyText, { maxLength: 3 }),
  unit: orNull(fc.oneof(fc.constantFrom('%', '\u00a3', 'days'), anyText)),
  betterIs: fc.constantFrom('HIGHER', 'LOWER', 'NEITHER'),
  target: orNull(fc.oneof(ordinary, extreme)),
  hasDates: fc.boolean(),
  points: anyPoints,
  phases: fc.array(fc.record({ number: fc.integer({ min: 1, max: 3 }), from: anyPeriod, reason: orNull(anyText) }), {
    maxLength: 3,
  }),
  cycles: fc.array(fc.record({ label: anyText, title: anyText, from: anyPeriod, to: orNull(anyPeriod) }), { maxLength: 8 }),
  notes: fc.array(fc.record({ on: anyPeriod, text: anyText }), { maxLength: 14 }),
  source: orNull(anyText),
});

export const anySize = fc.record({ width: fc.integer({ min: 300, max: 2000 }), height: fc.integer({ min: 200, max: 900 }) });
