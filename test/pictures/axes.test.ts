import fc from 'fast-check';
import type { ChartPicture } from '../../src/pictures/chartPicture';
import { chartSvg } from '../../src/pictures/chartSvg';
import { spread } from '../../src/pictures/lineLabels';
import { planOf } from '../../src/pictures/planOf';
import { valueDomain } from '../../src/pictures/valueDomain';
import { days, months } from './examples/analysedPicture';
import { coreGroups } from './examples/coreGroups';
import { dailyCalls, empty, manyCycles, waitingDays, withoutDates } from './examples/otherSeries';

const size = { width: 800, height: 420 };

const bare = { ...waitingDays, target: null, cycles: [], notes: [] };
const firstPoint = { ...waitingDays.points[0]!, periodEnd: null };
const withoutLines = { centre: null, lower: null, upper: null, lower2: null, upper2: null, lower1: null, upper1: null };

const pictureOf = (values: readonly (number | null)[], more: Partial<ChartPicture> = {}): ChartPicture => ({
  ...bare,
  points: months('2025-01', values.length).map((period, index) => ({
    ...firstPoint,
    ...withoutLines,
    period,
    value: values[index] ?? null,
  })),
  ...more,
});

const at = (periods: readonly string[]): ChartPicture => ({
  ...bare,
  points: periods.map((period) => ({ ...firstPoint, period, label: period.slice(0, 4) })),
});

const rows = (picture: ChartPicture, row: number, width = 800): string[] =>
  planOf(picture, { ...size, width })
    .periods.labels.filter((label) => label.row === row)
    .map(({ text }) => text);

test.each([
  ['percentages stay within 0 and 100', pictureOf([2, 55, 99], { unit: '%' }), [0, 100]],
  ['percentages that never vary stay within 0 and 100', pictureOf([100, 100], { unit: '%' }), [80, 100]],
  ['data beyond 100% are shown all the same', pictureOf([90, 130], { unit: '%', target: 0 }), [0, 140]],
  ['data far from zero are not squashed by it', pictureOf([960, 1010]), [950, 1020]],
  ['counts do not begin below zero', pictureOf([0, 1, 0, 3]), [0, 3.5]],
  ['nothing but zeros has an axis upwards', pictureOf([0, 0]), [0, 1]],
  ['negative data are shown', pictureOf([-4, 3]), [-6, 4]],
  ['data that never vary stand in the middle', pictureOf([7, 7]), [5.5, 8.5]],
  ['no data at all', pictureOf([null]), [0, 1]],
])('%s', (_, picture, domain) => {
  expect(valueDomain(picture, 6)).toEqual(domain);
});

test('a year of months names each month, and the year once', () => {
  expect(rows(at(months('2026-01', 12)), 0)).toHaveLength(12);
  expect(rows(at(months('2026-01', 12)), 1)).toEqual(['2026']);
});

test('at 300 pixels two years of months name half years', () => {
  expect(rows(coreGroups, 0, 300)).toEqual(['Jan', 'Jul', 'Jan', 'Jul']);
  expect(rows(coreGroups, 1, 300)).toEqual(['2025', '2026']);
});

test('days are labelled by weeks from a Monday, where single days find no room', () => {
  expect(rows(dailyCalls, 0).slice(0, 3)).toEqual(['4 May', '18 May', '1 Jun']);
  expect(rows(at(days('2026-05-04', 10)), 0)).toHaveLength(10);
});

test('financial quarters are labelled where they begin', () => {
  expect(rows(at(months('2024-02', 8, 3)), 0).slice(0, 4)).toEqual(['Feb', 'May', 'Aug', 'Nov']);
});

test('years keep the labels of their points', () => {
  expect(rows(at(months('2015-08', 12, 12)), 0)).toHaveLength(12);
});

test('a single point has its own label', () => {
  expect(rows(at(['2026-03-01']), 0)).toEqual(['2026']);
});

test('a period that is no date puts the points at equal distances under their labels', () => {
  const picture = { ...withoutDates, hasDates: true };
  const { xs } = planOf(picture, size).periods;
  const gaps = xs.slice(1).map((x, index) => Math.round(x - xs[index]!));
  expect(new Set(gaps).size).toBe(1);
});

test('cycles that overlap stand in different rows, and those without room are counted', () => {
  const { lane } = planOf(manyCycles, { width: 800, height: 480 });
  for (const one of lane.bars)
    for (const other of lane.bars)
      if (one !== other && one.row === other.row) expect(one.right <= other.left || other.right <= one.left).toBe(true);
  expect(lane.bars.length + lane.hidden).toBe(manyCycles.cycles.length);
  expect(lane.hidden).toBeGreaterThan(0);
  expect(chartSvg(manyCycles, { width: 800, height: 480 })).toContain(`PDSA cycles (+${lane.hidden} more)`);
});

test('names of lines that lie together are moved apart, and stay in the plot', () => {
  const font = { size: 12, isBold: false };
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 5 }), (wanted) => {
      const places = spread(wanted, font, { top: 0, bottom: 200 }).sort((a, b) => a - b);
      expect(places.every((place, index) => index === 0 || place - places[index - 1]! >= 14 - 1e-9)).toBe(true);
      expect(places.every((place) => place >= 0 && place <= 200)).toBe(true);
    }),
  );
});

test('a low picture drops legend, source and lane before the plot becomes too low to read', () => {
  const { plot } = planOf(manyCycles, { width: 300, height: 220 });
  expect(plot.bottom - plot.top).toBeGreaterThanOrEqual(80);
});

test('without figures the picture says so', () => {
  expect(chartSvg(empty)).toContain('No figures yet');
  expect(chartSvg(pictureOf([null, null]))).toContain('No figures yet');
  expect(chartSvg(pictureOf([1]))).not.toContain('No figures yet');
});

const whole = (period: string, periodEnd: string) => ({ ...firstPoint, period, periodEnd });
const spring = [whole('2026-03-01', '2026-03-31'), whole('2026-04-01', '2026-04-30'), whole('2026-05-01', '2026-05-31')];
const inSpring: ChartPicture = { ...bare, points: spring };

test('a point stands in the middle of its period, so that May is right of a cycle that began on 11 May', () => {
  const { periods, plot } = planOf(inSpring, size);
  const [march, april, may] = periods.xs;
  expect(may).toBeGreaterThan(periods.at('2026-05-11')!);
  expect(may).toBeLessThan(periods.at('2026-05-21')!);
  expect(periods.at('2026-03-01')!).toBeGreaterThanOrEqual(plot.left);
  expect(periods.at('2026-05-31')!).toBeLessThanOrEqual(plot.right);
  expect(periods.labels.filter(({ row }) => row === 0).map(({ text, tick }) => [text, tick])).toEqual([
    ['Mar', march],
    ['Apr', april],
    ['May', may],
  ]);
});

test('a note far outside neither widens the axis nor is drawn at its edge; one just outside does', () => {
  const alone = planOf(inSpring, size).periods.xs;
  const far = { ...inSpring, notes: [{ on: '2029-01-01', text: 'Far' }] };
  expect(planOf(far, size).periods.xs).toEqual(alone);
  expect(chartSvg(far)).not.toContain('<g><title>1. 1 Jan 2029');
  const near = { ...inSpring, notes: [{ on: '2026-06-10', text: 'Near' }] };
  expect(planOf(near, size).periods.xs[2]).toBeLessThan(alone[2]!);
});
