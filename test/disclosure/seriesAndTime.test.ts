import fc from 'fast-check';
import { analyse } from '../../src/charts/analyse';
import type { Figure, FigureKind } from '../../src/disclosure/figureCounts';
import { childrenPolicy, isSmallChange, recordsPolicy, withThreshold } from '../../src/disclosure/policy';
import { protectSeries, type DisclosedFigure } from '../../src/disclosure/protectSeries';
import { publicationDays } from '../../src/disclosure/publicationDays';
import type { Summary } from '../../src/disclosure/summary';
import { addDays } from '../../src/kernel/localDate';
import { addMonths } from '../../src/kernel/period';
import { publicationsOf, type Snapshot } from './support/history';

const month = (number: number): Pick<Figure, 'periodStart' | 'periodEnd'> => {
  const start = `2026-${String(number).padStart(2, '0')}`;
  return { periodStart: `${start}-01`, periodEnd: `${start}-28` };
};
const percentage = (number: number, numerator: number, denominator: number): Figure => ({
  ...month(number),
  kind: 'PERCENTAGE',
  multiplier: 100,
  numerator,
  denominator,
  value: (100 * numerator) / denominator,
});
const reasonsOf = (figures: readonly Figure[], kind: FigureKind, policy = childrenPolicy) =>
  protectSeries(
    figures.map((figure) => ({ ...figure, kind })),
    policy,
  ).map(({ value }) => value.reason);

describe('the figures of a measure', () => {
  test.each([
    ['a showable one', 16, 30, null],
    ['a small numerator', 4, 30, 'SMALL_NUMBERS'],
    ['few that do not meet the rule', 26, 30, 'SMALL_NUMBERS'],
    ['a small denominator', 2, 4, 'SMALL_NUMBERS'],
    ['0 %', 0, 30, 'SMALL_NUMBERS'],
    ['100 %', 30, 30, 'SMALL_NUMBERS'],
    ['none of none', 0, 0, 'SMALL_NUMBERS'],
  ])('percentages: %s', (_, numerator, denominator, reason) => {
    expect(reasonsOf([percentage(1, numerator, denominator)], 'PERCENTAGE')).toEqual([reason]);
  });

  test('value, numerator and denominator are hidden together, and never as 0', () => {
    const hiddenNumber = { value: null, suppressed: true, reason: 'SMALL_NUMBERS' };
    expect(protectSeries([percentage(1, 2, 30)], childrenPolicy)).toEqual([
      { ...month(1), value: hiddenNumber, numerator: hiddenNumber, denominator: hiddenNumber },
    ]);
  });

  test('a missing figure stays missing: it is not hidden', () => {
    const missing: Figure = {
      ...percentage(1, 16, 30),
      ...{ value: null, numerator: null, denominator: null },
    };
    expect(protectSeries([missing], childrenPolicy)[0]!.value).toEqual({
      value: null,
      suppressed: false,
      reason: null,
    });
  });

  test('what cannot be checked is not shown', () => {
    const alone: Figure = { ...month(1), kind: 'OTHER', multiplier: 1, value: 33.3, numerator: null, denominator: null };
    for (const kind of ['PERCENTAGE', 'RATE', 'MEAN', 'MEDIAN', 'OTHER'] as const)
      expect(reasonsOf([alone], kind)).toEqual(['UNKNOWN_SIZE']);
    for (const kind of ['TIME_BETWEEN', 'CASES_BETWEEN'] as const) expect(reasonsOf([alone], kind)).toEqual(['SINGLE_EVENTS']);
    expect(reasonsOf([alone], 'COUNT')).toEqual([null]);
  });

  test('a revision by a few children is not shown beside what it revises; one by many is', () => {
    expect(
      reasonsOf([percentage(1, 16, 30), percentage(1, 17, 30), percentage(1, 22, 40), percentage(1, 16, 30)], 'PERCENTAGE'),
    ).toEqual([null, 'SMALL_NUMBERS', 'SMALL_NUMBERS', null]);
    expect(reasonsOf([percentage(1, 16, 30), percentage(1, 22, 42)], 'PERCENTAGE')).toEqual([null, null]);
  });

  test('year-to-date figures: the month between two of them is a count', () => {
    const upTo = (last: number, value: number): Figure => ({
      ...month(1),
      kind: 'COUNT',
      multiplier: 1,
      periodEnd: month(last).periodEnd,
      value,
      numerator: null,
      denominator: null,
    });
    expect(reasonsOf([upTo(1, 8), upTo(2, 10), upTo(3, 13), upTo(4, 25)], 'COUNT')).toEqual([null, 'SMALL_NUMBERS', null, null]);
  });
});

/* Periods of one measure may overlap: a quarter stands beside its months, a half-year beside both. */
describe('periods within periods', () => {
  const count = (first: number, last: number, value: number): Figure => ({
    ...{ kind: 'COUNT', periodStart: month(first).periodStart, periodEnd: addDays(month(last + 1).periodStart, -1) },
    ...{ multiplier: 1, value, numerator: null, denominator: null },
  });
  const shownOf = (figures: readonly Figure[], policy = childrenPolicy) =>
    protectSeries(figures, policy).map(({ value }) => value.value);

  test.each([
    ['a quarter and two of its months tell the third', [count(1, 3, 30), count(2, 2, 12), count(3, 3, 15)], [30, 12, null]],
    ['in whatever order they come', [count(2, 2, 12), count(3, 3, 15), count(1, 3, 30)], [12, 15, null]],
    [
      'months that are not neighbours leave few for all the rest',
      [count(1, 6, 40), count(2, 2, 18), count(5, 5, 19)],
      [40, 18, null],
    ],
    [
      'a half-year, a quarter and a month',
      [count(1, 6, 60), count(4, 6, 30), count(2, 2, 12), count(1, 1, 15)],
      [60, 30, 12, null],
    ],
    ['that nobody is left is told of children', [count(1, 2, 20), count(2, 2, 20)], [20, null]],
    ['a month that leaves enough is shown', [count(1, 3, 30), count(2, 2, 12), count(3, 3, 13)], [30, 12, 13]],
    [
      'and one that adds up to what is shown',
      [count(1, 3, 30), count(2, 2, 12), count(3, 3, 13), count(1, 1, 5)],
      [30, 12, 13, 5],
    ],
    ['a month with more than its quarter counts something else', [count(1, 3, 30), count(2, 2, 36)], [30, null]],
    [
      'children who are in several months are told of by the quarter',
      [count(1, 1, 15), count(2, 2, 15), count(3, 3, 15), count(1, 3, 33)],
      [15, 15, 15, null],
    ],
    [
      'a revision is held against what stands beside it',
      [count(1, 3, 30), count(2, 2, 12), count(3, 3, 10), count(2, 2, 18)],
      [30, 12, 10, null],
    ],
    ['months after each other have nothing to be taken from', [count(1, 1, 5), count(2, 2, 6), count(3, 3, 5)], [5, 6, 5]],
  ])('%s', (_, figures, expected) => {
    expect(shownOf(figures)).toEqual(expected);
  });

  test('a definition that changes meanwhile may leave counts that contradict each other: then nothing more is shown', () => {
    const rate = (first: number, last: number, numerator: number): Figure => ({
      ...count(first, last, numerator / (100 * (last - first + 1))),
      ...{ kind: 'RATE', numerator, denominator: 100 * (last - first + 1) },
    });
    const share = { ...count(2, 2, 0.25), kind: 'PERCENTAGE', numerator: 40, denominator: 160 } as const;
    expect(shownOf([rate(1, 3, 250), rate(1, 2, 60), share]).at(-1)).toBeNull();
  });

  test('of all the data that give the shown figures some have enough in each month, whatever is shown', () => {
    const [months, threshold] = [4, 3];
    const policy = withThreshold(childrenPolicy, threshold);
    const spans = Array.from({ length: months }, (_, first) =>
      Array.from({ length: months - first }, (__, more) => [first, first + more] as const),
    ).flat();
    const everything = Array.from({ length: 13 ** months }, (_, code) =>
      Array.from({ length: months }, (__, place) => Math.floor(code / 13 ** place) % 13),
    );
    const countOf = (data: readonly number[], [first, last]: readonly [number, number]) =>
      data.slice(first, last + 1).reduce((sum, one) => sum + one, 0);
    let [hiddenCount, all] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 7 }), { minLength: months, maxLength: months }),
        fc.shuffledSubarray(spans, { minLength: 3 }),
        (data, asked) => {
          const told = shownOf(
            asked.map(([first, last]) => count(first + 1, last + 1, countOf(data, [first, last]))),
            policy,
          );
          const alike = everything.filter((other) =>
            asked.every((span, i) => told[i] === null || countOf(other, span) === told[i]),
          );
          for (const place of data.keys()) expect(alike.some((other) => other[place]! >= threshold)).toBe(true);
          hiddenCount += told.filter((value) => value === null).length;
          all += told.length;
        },
      ),
      { numRuns: 150 },
    );
    expect(hiddenCount / all).toBeGreaterThan(0.1);
    expect(hiddenCount / all).toBeLessThan(0.8);
  });

  test('twenty years of rolling twelve months are judged at once', () => {
    const rolling = Array.from({ length: 240 }, (_, i): Figure => {
      const periodStart = addMonths('2006-01-01', i);
      return { ...count(1, 1, 600 + 7 * (i % 5)), periodStart, periodEnd: addDays(addMonths(periodStart, 12), -1) };
    });
    const before = performance.now();
    protectSeries(rolling, childrenPolicy);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

/** A hidden figure is a gap, as in src/measures/figures.reading.ts. */
const chartablePoints = (figures: readonly DisclosedFigure[]) =>
  figures.map(({ periodStart: period, value, numerator, denominator }) => ({
    ...{ period, value: value.value, numerator: numerator.value, denominator: denominator.value },
  }));

describe('charts', () => {
  const counts = [16, 14, 3, 18, 15, 17, 13, 16, 4, 15, 16, 14];
  const figures = counts.map((numerator, i) => percentage(i + 1, numerator, 30));
  const chartOf = (list: readonly Figure[]) =>
    analyse(
      { points: chartablePoints(protectSeries(list, childrenPolicy)) },
      { kind: 'P', ruleSet: 'SHEWHART', multiplier: 100, excluded: [] },
    );

  test('centre, limits, signals and summary are the same whatever the hidden points hold', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 }), ([one, other]) => {
        const changed = figures.map((figure, i) =>
          i === 2 ? percentage(3, one!, 30) : i === 8 ? percentage(9, other!, 21) : figure,
        );
        expect(chartOf(changed)).toEqual(chartOf(figures));
      }),
    );
  });

  test('from a mean of all points a hidden one could be worked out; this one is of the shown', () => {
    const shownCounts = counts.filter((count) => count > 4);
    const centre = chartOf(figures).phases[0]!.centre!;
    expect(centre).toBeCloseTo((100 * shownCounts.reduce((sum, count) => sum + count, 0)) / (30 * shownCounts.length), 9);
    expect(chartOf(figures).provenance.gaps).toEqual(['2026-03-01', '2026-09-01']);
  });
});

const summaryOf = (...counts: number[]): Summary => ({
  total: counts.reduce((sum, count) => sum + count, 0),
  parts: [],
  dimensions: [{ name: 'STATUS', overlaps: false, groups: counts.map((count, i) => ({ key: `S${i}`, count, inPart: [] })) }],
});

describe('publications over time', () => {
  const told = (snapshots: readonly Snapshot[]) =>
    publicationsOf(snapshots, recordsPolicy).map(({ on, summary }) => [
      on,
      ...summary.dimensions[0]!.groups.map(({ count }) => count.value),
    ]);

  test('a change of a few is hidden with a cover, and compared with all that was shown before', () => {
    expect(
      told([
        { on: '2025-03-31', summary: summaryOf(20, 30, 12) },
        { on: '2025-06-30', summary: summaryOf(22, 33, 12) },
        { on: '2025-09-30', summary: summaryOf(26, 40, 12) },
        { on: '2025-12-31', summary: summaryOf(21, 47, 30) },
      ]),
    ).toEqual([
      ['2025-03-31', 20, 30, 12],
      ['2025-06-30', null, null, null],
      ['2025-09-30', 26, 40, 12],
      ['2025-12-31', null, 47, null],
    ]);
  });

  test('where the total hardly changed there is no new publication', () => {
    const snapshots = [60, 62, 70].map((count, i) => ({ on: `202${i}-12-31`, summary: summaryOf(count) }));
    expect(told(snapshots)).toEqual([
      ['2020-12-31', 60],
      ['2022-12-31', 70],
    ]);
  });

  test('publication days follow the calendar only', () => {
    expect(publicationDays('2025-02-10', '2025-10-01')).toEqual(['2025-03-31', '2025-06-30', '2025-09-30']);
    expect(publicationDays('2025-12-31', '2026-03-31')).toEqual(['2025-12-31']);
  });

  test('no two shown values of a number differ by a few, and later snapshots change no earlier publication', () => {
    const history = fc.array(fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(history, (counts) => {
        const snapshots = counts.map((one, i) => ({ on: `20${i + 10}-12-31`, summary: summaryOf(...one) }));
        const published = publicationsOf(snapshots, recordsPolicy);
        for (const place of [0, 1, 2]) {
          const values = published
            .map(({ summary }) => summary.dimensions[0]!.groups[place]!.count.value)
            .filter((value) => value !== null);
          expect(values.some((one) => values.some((other) => isSmallChange(one, other, recordsPolicy)))).toBe(false);
        }
        const earlier = publicationsOf(snapshots.slice(0, -1), recordsPolicy);
        expect(published.slice(0, earlier.length)).toEqual(earlier);
      }),
    );
  });
});
