import { silenceOf, withGaps, type ChartedFigure } from '../../src/measures/periods.rules';
import type { MeasureFrequency } from '../../src/measures/measure.enums';

const figure = (periodStart: string, periodEnd = periodStart, value: number | null = 1): ChartedFigure => ({
  ...{ dataPointId: periodStart, periodStart, periodEnd, value, numerator: null, denominator: null },
  ...{ isMissing: value === null, missingReason: null, status: 'PROVISIONAL', hiddenBecause: null },
});
const startsOf = (starts: readonly string[], frequency: MeasureFrequency): string[] =>
  withGaps(
    starts.map((start) => figure(start)),
    () => frequency,
  ).map(({ periodStart, isMissing }) => (isMissing ? `(${periodStart})` : periodStart));

test.each<[string, MeasureFrequency, string[], string[]]>([
  ['neighbours', 'MONTHLY', ['2026-01-01', '2026-02-01'], []],
  ['one month nobody recorded', 'MONTHLY', ['2026-01-01', '2026-03-01'], ['2026-02-01']],
  ['three months nobody recorded', 'MONTHLY', ['2025-11-01', '2026-03-01'], ['2025-12-01', '2026-01-01', '2026-02-01']],
  ['a week nobody recorded', 'WEEKLY', ['2026-01-05', '2026-01-19'], ['2026-01-12']],
  ['two quarters', 'QUARTERLY', ['2025-01-01', '2025-10-01'], ['2025-04-01', '2025-07-01']],
  [
    'years, a census that moved from March to July among them',
    'YEARLY',
    ['2009-03-31', '2011-07-31', '2012-07-31'],
    ['2010-03-31'],
  ],
  ['days, which have weekends', 'DAILY', ['2026-01-02', '2026-01-05'], []],
  ['events, which come when they come', 'IRREGULAR', ['2026-01-02', '2026-08-05'], []],
])('gaps: %s', (_, frequency, starts, missing) => {
  expect(startsOf(starts, frequency)).toEqual(
    [...starts, ...missing.map((start) => `(${start})`)].sort((a, b) => (a.replace('(', '') < b.replace('(', '') ? -1 : 1)),
  );
});

test('a period that is filled in ends the day before the next one starts', () => {
  const [, filled] = withGaps([figure('2026-01-01', '2026-01-31'), figure('2026-03-01', '2026-03-31')], () => 'MONTHLY');
  expect(filled).toMatchObject({
    periodStart: '2026-02-01',
    periodEnd: '2026-02-28',
    value: null,
    dataPointId: null,
    isMissing: true,
  });
});

test.each<[MeasureFrequency, string | null]>([
  ['DAILY', '2026-02-15'],
  ['WEEKLY', '2026-02-15'],
  ['MONTHLY', '2026-04-01'],
  ['QUARTERLY', '2026-08-01'],
  ['YEARLY', '2028-02-01'],
  ['IRREGULAR', null],
])('a %s measure last counted to the end of January falls silent on %s', (frequency, silentFrom) => {
  const silence = silenceOf([figure('2026-01-01', '2026-01-31'), figure('2026-02-01', '2026-02-28', null)], frequency);
  expect(silence?.silentFrom ?? null).toBe(silentFrom);
  expect(silenceOf([], frequency)).toBeNull();
});
