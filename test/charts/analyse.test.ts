import { analyse } from '../../src/charts/analyse';
import { SeriesRefused } from '../../src/charts/seriesRefused';
import type { AnalysisOptions, ChartKind } from '../../src/charts/types';
import { kinds } from './support/generated';
import { analysed, codes, ratiosOf, seriesOf, subgroupsOf } from './support/series';

const wave = (length: number): number[] => Array.from({ length }, (_, i) => 10 + (i % 3) + (i % 2));
const options = (kind: ChartKind): AnalysisOptions => ({ kind, ruleSet: 'SHEWHART' });

test.each(kinds)('an empty %s chart, and one of nothing but gaps, has an answer', (kind) => {
  expect(analyse({ points: [] }, options(kind))).toMatchObject({ points: [], phases: [] });
  const gaps = analyse(seriesOf([null, null]), options(kind));
  expect(gaps.points.map(({ value, lines }) => [value, lines.centre, lines.upper])).toEqual([
    [null, null, null],
    [null, null, null],
  ]);
  expect(codes(gaps)).toContain('NO_VALUES');
});

test('each oddity of the data has its plain warning', () => {
  const codesOf = (values: (number | null)[], kind: ChartKind): string[] => codes(analysed(values, kind));
  expect(codesOf([7], 'I')).toEqual(['NO_LIMITS']);
  expect(codesOf(wave(11), 'I')).toEqual(['TOO_FEW_POINTS']);
  expect(codesOf(wave(12), 'I')).toEqual([]);
  expect(codesOf(wave(9), 'RUN')).toContain('TOO_FEW_POINTS');
  expect(codesOf(Array<number>(12).fill(5), 'I')).toEqual(['CONSTANT_DATA']);
  expect(codes(analysed(Array<number>(12).fill(5), 'I', { screenMovingRanges: false }))).toEqual(['ZERO_WIDTH_LIMITS']);
  expect(codesOf([5, 5, 5, 5, 5, 5, 5, 9, 9, 9, 9, 9], 'I')).toEqual(['ZERO_WIDTH_LIMITS']);
  expect(codesOf([0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 1, 1], 'C')).toEqual(['MOSTLY_AT_AN_EXTREME']);
  expect(codesOf([-1, ...wave(12)], 'G')).toEqual(['IMPOSSIBLE_VALUE']);
  expect(codesOf([0, ...wave(12)], 'T')).toEqual(['ZERO_TIME', 'UNFROZEN_SHIFT']);
  expect(codesOf([NaN, ...wave(12)], 'I')).toEqual(['NOT_A_NUMBER']);
  expect(codesOf(wave(12), 'P')).toEqual(['NO_VALUES', 'NO_DENOMINATOR']);
});

test('denominators have their warnings too', () => {
  const of = (kind: ChartKind, ...extra: [number, number][]) =>
    analyse(ratiosOf([...wave(12).map((value) => [value, 20] as const), ...extra]), options(kind));
  expect(codes(of('P', [0, 0]))).toEqual(['ZERO_DENOMINATOR']);
  expect(codes(of('P', [3, 2]))).toEqual(['IMPOSSIBLE_VALUE']);
  expect(of('P', [1, 1]).warnings).toMatchObject([{ code: 'SMALL_DENOMINATORS', phase: 1, periods: [13] }]);
  expect(codes(analyse(ratiosOf(wave(12).map(() => [0, 10])), options('P_PRIME')))).toEqual([
    'MOSTLY_AT_AN_EXTREME',
    'CONSTANT_DATA',
  ]);
  expect(codes(analyse(ratiosOf(wave(12).map((_, i) => [i > 6 ? 9 : 10, 10])), options('RUN')))).toContain(
    'MOSTLY_AT_AN_EXTREME',
  );
  const subgroups = [...wave(12).map((value) => [value, value + 1]), [null], [4]];
  expect(codes(analyse(subgroupsOf(subgroups), options('XBAR')))).toEqual(['EMPTY_SUBGROUP', 'SUBGROUP_OF_ONE']);
});

test('constant data, one point and denominators of one: a defined answer', () => {
  expect(analysed([5, 5, 5], 'I').points[0]?.lines).toMatchObject({ centre: 5, sigma: null, upper: null });
  expect(analysed([5], 'RUN').points[0]?.lines.centre).toBe(5);
  const ones = analyse(ratiosOf([[1, 1], [0, 1], [1, 1]]), options('P')); // prettier-ignore
  expect(ones.points[0]).toMatchObject({ lines: { lower: 0, upper: 1 }, signals: { beyondLimits: null } });
});

test('questions without an answer are refused in a sentence', () => {
  const refused = (points: { period: string | number }[], more: Partial<AnalysisOptions> = {}) => {
    try {
      analyse({ points }, { ...options('I'), ...more });
    } catch (error) {
      return error instanceof SeriesRefused ? error.code : error;
    }
    return 'answered';
  };
  expect(refused([{ period: '2026-01' }, { period: '2026-01' }])).toBe('DUPLICATE_PERIOD');
  expect(refused([{ period: '2026-01' }, { period: 2 }])).toBe('BAD_PERIOD');
  expect(refused([{ period: NaN }])).toBe('BAD_PERIOD');
  expect(refused([{ period: 1 }], { partsStartAt: ['2026-01'] })).toBe('BAD_PERIOD');
  for (const more of [{ multiplier: 0 }, { freezeAfter: 0 }, { partsAfter: [1.5] }, { target: NaN }, { centreLine: Infinity }]) {
    expect(refused([{ period: 1 }], more)).toBe('BAD_OPTION');
  }
  expect(refused([{ period: 1 }])).toBe('answered');
});

test('provenance says what an analysis rests on', () => {
  const { provenance } = analysed([3, null, 5, 4, 9, 4, null], 'I', {
    freezeAfter: 4,
    excluded: [{ period: 5, reason: 'office closed' }, { period: 99, reason: 'no such month' }],
  }); // prettier-ignore
  expect(provenance).toMatchObject({
    kind: 'I',
    ruleSet: 'SHEWHART',
    ruleSetVersion: '1.0',
    constants: { movingRangeToSigma: 1.128, screeningBound: 3.267, sigmasToLimit: 3 },
    screenMovingRanges: true,
    baselines: [{ phase: 1, from: 1, to: 4, values: 3 }],
    exclusions: [{ period: 5, reason: 'office closed' }],
    gaps: [2],
    usefulObservations: 2,
  });
  expect(provenance.rules.map(({ rule }) => rule)).toEqual(['BEYOND_LIMITS', 'SHIFT', 'TREND', 'TWO_OF_THREE', 'INNER_THIRD']);
});

test('dates are put in order as text', () => {
  const points = ['2026-10', '2026-09', '2025-12'].map((period, i) => ({ period, value: i }));
  expect(analyse({ points }, options('RUN')).points.map(({ period }) => period)).toEqual(['2025-12', '2026-09', '2026-10']);
});
