import { analyse } from '../../src/charts/analyse';
import { c4 } from '../../src/charts/constants';
import { median } from '../../src/charts/median';
import type { ChartKind } from '../../src/charts/types';
import { analysed, ratiosOf, subgroupsOf } from './support/series';

const options = (kind: ChartKind) => ({ kind, ruleSet: 'SHEWHART' as const });

test.each([
  [2, 0.7978845608028654],
  [5, 0.939985602986625],
  [25, 0.9896403755857028],
])('c4(%i) is %d', (n, value) => {
  expect(c4(n)).toBeCloseTo(value, 12);
});

test('c4 obeys its recursion across the place where the series takes over, and does not exist for one value', () => {
  // Gamma(x + 1) = x Gamma(x) gives c4(n) c4(n + 1) = sqrt((n - 1) / n).
  for (const n of [2, 10, 59, 60, 61, 1000]) expect((c4(n) ?? 0) * (c4(n + 1) ?? 0)).toBeCloseTo(Math.sqrt((n - 1) / n), 12);
  expect([c4(1), c4(0)]).toEqual([null, null]);
});

test('the median is the middle value, or half-way between two', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([]), median([10, 9, 100])]).toEqual([2, 2.5, null, 10]);
});

test('a given centre line holds on each kind of chart', () => {
  const ratios = ratiosOf([[5, 10], [4, 10], [6, 10]]); // prettier-ignore
  expect(analyse(ratios, { ...options('P'), centreLine: 0.25 }).points[0]?.lines).toMatchObject({
    centre: 0.25,
    sigma: Math.sqrt(0.01875),
  });
  expect(analyse(ratios, { ...options('U'), centreLine: 0.4 }).points[0]?.lines).toMatchObject({ centre: 0.4, sigma: 0.2 });
  expect(analyse(ratios, { ...options('NP'), centreLine: 5 }).points[0]?.lines).toMatchObject({
    centre: 5,
    sigma: Math.sqrt(2.5),
  });
  expect(analysed([1, 2, 3], 'C', { centreLine: 4 }).points[0]?.lines).toMatchObject({
    centre: 4,
    sigma: 2,
    upper: 10,
    lower: 0,
  });
  expect(analysed([1, 2, 5], 'MR', { centreLine: 2 }).points[0]?.lines).toMatchObject({ centre: 2, upper: 6.534 });
  expect(analysed([1, 9], 'G', { centreLine: 10 }).points[0]?.lines).toMatchObject({
    centre: 6.93,
    upper: 10 + 3 * Math.sqrt(110),
  });
  expect(analysed([20, 30, 10], 'T', { centreLine: 25 }).points[0]?.lines.centre).toBeCloseTo(25, 10);
  const subgroups = subgroupsOf([[1, 3], [2, 4]]); // prettier-ignore
  expect(analyse(subgroups, { ...options('XBAR'), centreLine: 3 }).points[0]?.lines.centre).toBe(3);
  expect(analyse(subgroups, { ...options('S'), centreLine: 2 }).points[0]?.lines.upper).toBeCloseTo(2 * 3.2665, 3);
});

test('an excluded point joins its neighbours on an I chart, but takes one range with it on an MR chart', () => {
  const excluded = [{ period: 3, reason: 'recorded twice' }];
  const individuals = analysed([1, 2, 50, 4, 5], 'I', { excluded, screenMovingRanges: false });
  expect(individuals.points[0]?.lines.sigma).toBeCloseTo((1 + 2 + 1) / 3 / 1.128, 12);
  expect(individuals.points[2]).toMatchObject({
    included: false,
    excludedBecause: 'recorded twice',
    baseline: true,
    position: null,
  });
  expect(individuals.points[2]?.signals.beyondLimits).toBe('ABOVE');
  const ranges = analysed([1, 2, 50, 4, 5], 'MR', { excluded });
  expect(ranges.points.map(({ value }) => value)).toEqual([null, 1, 48, 46, 1]);
  expect(ranges.points[0]?.lines.centre).toBe((1 + 46 + 1) / 3);
});

test('the first moving range of each phase is missing', () => {
  expect(analysed([1, 2, 4, 8, 16], 'MR', { partsAfter: [2] }).points.map(({ value }) => value)).toEqual([null, 1, null, 4, 8]);
});

test('a frozen baseline is drawn on and judged against all points', () => {
  const { points } = analysed([1, 2, 1, 2, 90], 'I', { freezeAfter: 4 });
  expect(points.map(({ baseline }) => baseline)).toEqual([true, true, true, true, false]);
  expect(points[4]).toMatchObject({ lines: { centre: 1.5 }, signals: { beyondLimits: 'ABOVE' } });
});

test('a baseline by date freezes the phase that holds it; a count is only for a chart without phases', () => {
  const values = [1, 2, 3, 10, 20, 30, 40];
  const byDate = analysed(values, 'RUN', { partsStartAt: [4], baselineEnd: 5 });
  expect(byDate.phases.map(({ centre, baselineTo }) => [centre, baselineTo])).toEqual([[2, 3], [15, 5]]); // prettier-ignore
  const byCount = analysed(values, 'RUN', { partsAfter: [3], freezeAfter: 2 });
  expect(byCount.phases.map(({ centre }) => centre)).toEqual([2, 25]);
  expect(byCount.warnings.map(({ code }) => code)).toContain('BASELINE_IGNORED');
  const inEvery = analysed(values, 'I', { partsAfter: [3], freezeAfter: 2, ruleSet: 'MDC_XMR' });
  expect(inEvery.phases.map(({ centre }) => centre)).toEqual([1.5, 15]);
});

test('I prime takes its centre from the baseline and its sigma from all points, and says so', () => {
  const series = ratiosOf([[10, 100], [30, 100], [10, 100], [90, 100]]); // prettier-ignore
  const { points, warnings } = analyse(series, { ...options('I_PRIME'), freezeAfter: 3, screenMovingRanges: false });
  const s = (Math.sqrt(Math.PI / 2) / Math.sqrt(0.02)) * ((0.2 + 0.2 + 0.8) / 3);
  expect(points[0]?.lines.centre).toBeCloseTo(50 / 300, 12);
  expect(points[0]?.lines.sigma).toBeCloseTo(s / 10, 12);
  expect(warnings.map(({ code }) => code)).toContain('SIGMA_FROM_ALL_POINTS');
});

test('subgroups of one size average their s, of several sizes pool it, and an empty one counts nowhere', () => {
  const equal = analyse(subgroupsOf([[1, 3], [], [0, 8], [null, null]]), options('S')); // prettier-ignore
  expect(equal.points[0]?.lines.centre).toBeCloseTo((Math.SQRT2 + 8 / Math.SQRT2) / 2, 12);
  expect(equal.points.map(({ value }) => value === null)).toEqual([false, true, false, true]);
  const mixed = analyse(subgroupsOf([[1, 3], [0, 8], [1, 2, 3], []]), options('S')); // prettier-ignore
  expect(mixed.points[0]?.lines.centre).toBeCloseTo(Math.sqrt((2 + 32 + 2 * 1) / 4), 12);
});

test('a lower limit is floored at zero only when asked, and only for data that are never negative', () => {
  const floor = { floorLowerLimitAtZero: true };
  expect(analysed([0, 3, 1, 8, 2], 'I').points[0]?.lines.lower).toBeLessThan(0);
  expect(analysed([0, 3, 1, 8, 2], 'I', floor).points[0]?.lines).toMatchObject({ lower: 0, lower2: 0, lower1: 0 });
  expect(analysed([0, -3, 1, 8, 2], 'I', floor).points[0]?.lines.lower).toBeLessThan(0);
});

test('automatic rebasing takes a new median from the run that moved', () => {
  const values = [5, 6, 5, 7, 5, 6, null, 9, 9, 5, 9, 9, 9, 6, 9, 9, 10];
  const { phases, points } = analysed(values, 'RUN', {
    ruleSet: 'IHI_RUN_CHART',
    automaticRebase: { baselinePoints: 6, runLength: 6, direction: 'ABOVE' },
  });
  expect(phases.map(({ from, centre }) => [from, centre])).toEqual([[1, 5.5], [11, 9]]); // prettier-ignore
  expect(points.slice(10, 13).map(({ baseline }) => baseline)).toEqual([true, true, true]);
});

test('the multiplier scales values, lines and target at the very end', () => {
  const { points, target, phases } = analyse(ratiosOf([[5, 10], [2, 10]]), { ...options('P'), multiplier: 100, target: 0.4 }); // prettier-ignore
  expect(points[0]).toMatchObject({ value: 50, lines: { centre: 35, lower: 0 } });
  expect([target, phases[0]?.centre]).toEqual([40, 35]);
});
