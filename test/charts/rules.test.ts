import { fewestCrossings, longestRunLimit } from '../../src/charts/anhoejRules';
import { expectedRuns } from '../../src/charts/runsTable';
import { shift } from '../../src/charts/shift';
import { trend } from '../../src/charts/trend';
import type { Position } from '../../src/charts/types';
import { analysed, seriesOf } from './support/series';
import { analyse } from '../../src/charts/analyse';

const sides: Readonly<Record<string, Position>> = { a: 'ABOVE', b: 'BELOW', o: 'ON', '.': null };
const positions = (text: string): Position[] => [...text].map((letter) => sides[letter] ?? null);
const shown = (marks: readonly (string | null)[]): string => marks.map((mark) => mark?.[0]?.toLowerCase() ?? '-').join('');

test.each([
  ['aaaaab', '------', 'five in a row are no shift'],
  ['baaaaaab', '-aaaaaa-', 'six are'],
  ['aaaoaaa', 'aaa-aaa', 'a point on the median neither adds nor breaks'],
  ['aaa.aaa', 'aaa-aaa', 'nor does a missing one'],
  ['aaabaaa', '-------', 'a point on the other side breaks'],
  ['bbbbbbaaaaaaa', 'bbbbbbaaaaaaa', 'two shifts in a row'],
])('shift of six: %s gives %s: %s', (given, marks) => {
  expect(shown(shift(positions(given), 6))).toBe(marks);
});

test.each([
  [[1, 2, 3, 4], '----', 'four points are no trend'],
  [[1, 2, 3, 4, 5], 'rrrrr', 'five are'],
  [[1, 2, 2, 3, 4, 5], 'rr-rrr', 'a repeat neither makes nor breaks'],
  [[1, 2, null, 3, 4, 5], 'rr-rrr', 'nor does a missing point'],
  [[1, 2, 3, 4, 5, 4, 3, 2, 1], 'rrrrfffff', 'a turning point belongs to the later trend'],
  [[3, 3, 3, 3, 3], '-----', 'constant data have none'],
  [[0.1 + 0.2, 0.3, 0.4, 0.5, 0.6], '-----', 'rounding does not make a step'],
])('trend of five: %j gives %s: %s', (values, marks) => {
  expect(shown(trend(values, 5, 1e-12))).toBe(marks);
});

test.each([
  [10, 6, 2],
  [12, 7, 3],
  [16, 7, 4],
  [20, 7, 6],
  [24, 8, 8],
  [30, 8, 10],
  [36, 8, 13],
  [48, 9, 18],
  [60, 9, 23],
  [100, 10, 41],
  [1000, 13, 474],
  [10_000, 16, 4917],
])('of %i useful points the longest run may be %i, and there should be %i crossings (qicharts2)', (useful, longest, fewest) => {
  expect(longestRunLimit(useful)).toBe(longest);
  expect(fewestCrossings(useful)).toBe(fewest);
});

test('without useful points Anhøj has nothing to say', () => {
  expect([longestRunLimit(0), fewestCrossings(0), longestRunLimit(1), fewestCrossings(1)]).toEqual([null, null, 3, 0]);
});

test('the runs table holds the rows of the paper and is silent elsewhere', () => {
  expect([10, 14, 16, 20, 24, 30, 45, 60].map(expectedRuns)).toEqual(
    [[3, 9], [4, 12], [5, 13], [6, 16], [8, 18], [11, 21], [17, 30], [24, 38]].map(([fewest, most]) => ({ fewest, most })),
  ); // prettier-ignore
  expect([0, 9, 61, 1000].map(expectedRuns)).toEqual([null, null, null, null]);
});

/** The exact law of the number of runs of two kinds (Swed & Eisenhart 1943). */
function chanceOfRuns(runs: number, n1: number, n2: number): number {
  const choose = (n: number, k: number): number => {
    if (k < 0 || k > n) return 0;
    let result = 1;
    for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i;
    return result;
  };
  const k = Math.floor(runs / 2);
  const ways =
    runs % 2 === 0
      ? 2 * choose(n1 - 1, k - 1) * choose(n2 - 1, k - 1)
      : choose(n1 - 1, k) * choose(n2 - 1, k - 1) + choose(n1 - 1, k - 1) * choose(n2 - 1, k);
  return ways / choose(n1 + n2, n1);
}

test('by the exact law each tail of each row of the runs table is below 3.4 %', () => {
  for (let useful = 10; useful <= 60; useful += 1) {
    const row = expectedRuns(useful);
    const chance = (from: number, to: number): number => {
      let total = 0;
      for (let runs = from; runs <= to; runs += 1) total += chanceOfRuns(runs, Math.floor(useful / 2), Math.ceil(useful / 2));
      return total;
    };
    expect(chance(2, (row?.fewest ?? 0) - 1)).toBeLessThan(0.034);
    expect(chance((row?.most ?? 0) + 1, useful)).toBeLessThan(0.034);
  }
});

test('too few runs belong to the phase, with the numbers behind them', () => {
  const { phases } = analysed([1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9], 'RUN', { ruleSet: 'IHI_RUN_CHART' });
  expect(phases[0]?.signals).toEqual(['TOO_FEW_RUNS']);
  expect(phases[0]?.runs).toMatchObject({ useful: 12, runs: 2, fewestRuns: 3, mostRuns: 11 });
});

test('Anhøj marks every point of the long run and names the phase', () => {
  const { points, phases } = analysed([1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9], 'RUN', { ruleSet: 'ANHOEJ' });
  expect(shown(points.map(({ signals }) => signals.longRun))).toBe('bbbbbbbbaaaaaaaa');
  expect(phases[0]?.signals).toEqual(['LONG_RUN', 'FEW_CROSSINGS']);
});

test('rules outside the rule set stay silent', () => {
  const values = [...Array.from({ length: 20 }, (_, i) => i), 500];
  for (const ruleSet of ['NONE', 'IHI_RUN_CHART'] as const) {
    const { points } = analyse(seriesOf(values), { kind: 'I', ruleSet });
    expect(points.every(({ signals }) => signals.beyondLimits === null)).toBe(true);
    if (ruleSet === 'NONE') expect(points.every(({ signals }) => signals.shift === null && signals.trend === null)).toBe(true);
  }
});

test('no pattern crosses a change of phase', () => {
  const rising = Array.from({ length: 8 }, (_, i) => i + 1);
  const { points } = analysed(rising, 'RUN', { ruleSet: 'IHI_RUN_CHART', partsAfter: [4] });
  expect(points.every(({ signals }) => signals.trend === null)).toBe(true);
});

test('moving ranges are judged by their limit alone', () => {
  const { points } = analysed([1, 2, 4, 7, 11, 16, 22, 29, 37, 46, 56, 67], 'MR', { ruleSet: 'SHEWHART' });
  expect(points.every(({ signals }) => signals.trend === null && signals.shift === null)).toBe(true);
});
