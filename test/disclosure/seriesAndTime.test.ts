import fc from 'fast-check';
import { analyse } from '../../src/charts/analyse';
import { childrenPolicy, isSmallChange, recordsPolicy } from '../../src/disclosure/policy';
import { protectSeries, type DisclosedFigure, type Figure, type FigureKind } from '../../src/disclosure/protectSeries';
import { protectSnapshots, publicationAsAt, publicationDays } from '../../src/disclosure/protectSnapshots';
import type { Summary } from '../../src/disclosure/summary';

const month = (number: number): Pick<Figure, 'periodStart' | 'periodEnd'> => {
  const start = `2026-${String(number).padStart(2, '0')}`;
  return { periodStart: `${start}-01`, periodEnd: `${start}-28` };
};
const percentage = (number: number, numerator: number, denominator: number): Figure => ({
  ...month(number),
  kind: 'PERCENTAGE',
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
    const missing: Figure = { ...month(1), kind: 'PERCENTAGE', value: null, numerator: null, denominator: null };
    expect(protectSeries([missing], childrenPolicy)[0]!.value).toEqual({
      value: null,
      suppressed: false,
      reason: null,
    });
  });

  test('what cannot be checked is not shown', () => {
    const alone: Figure = { ...month(1), kind: 'OTHER', value: 33.3, numerator: null, denominator: null };
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
      periodEnd: month(last).periodEnd,
      value,
      numerator: null,
      denominator: null,
    });
    expect(reasonsOf([upTo(1, 8), upTo(2, 10), upTo(3, 13), upTo(4, 25)], 'COUNT')).toEqual([null, 'SMALL_NUMBERS', null, null]);
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
  const told = (snapshots: Parameters<typeof protectSnapshots>[0]) =>
    protectSnapshots(snapshots, recordsPolicy).map(({ on, summary }) => [
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

  test('an as-at reading sees the publication that stood, and none before the first', () => {
    const published = protectSnapshots([{ on: '2025-03-31', summary: summaryOf(20, 30) }], recordsPolicy);
    expect(publicationAsAt(published, '2025-03-31')).toBeNull();
    expect(publicationAsAt(published, '2025-05-04')!.on).toBe('2025-03-31');
  });

  test('publication days follow the calendar only', () => {
    expect(publicationDays('2025-02-10', '2025-10-01')).toEqual(['2025-03-31', '2025-06-30', '2025-09-30']);
    expect(publicationDays('2025-12-31', '2026-02-28', 1)).toEqual(['2025-12-31', '2026-01-31']);
  });

  test('no two shown values of a number differ by a few, and later snapshots change no earlier publication', () => {
    const history = fc.array(fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(history, (counts) => {
        const snapshots = counts.map((one, i) => ({ on: `20${i + 10}-12-31`, summary: summaryOf(...one) }));
        const published = protectSnapshots(snapshots, recordsPolicy);
        for (const place of [0, 1, 2]) {
          const values = published
            .map(({ summary }) => summary.dimensions[0]!.groups[place]!.count.value)
            .filter((value) => value !== null);
          expect(values.some((one) => values.some((other) => isSmallChange(one, other, recordsPolicy)))).toBe(false);
        }
        const earlier = protectSnapshots(snapshots.slice(0, -1), recordsPolicy);
        expect(published.slice(0, earlier.length)).toEqual(earlier);
      }),
    );
  });
});
