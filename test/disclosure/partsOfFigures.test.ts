import fc from 'fast-check';
import type { Figure, FigureKind } from '../../src/disclosure/figureCounts';
import { childrenPolicy, isSmall, isSmallChange, recordsPolicy, withThreshold } from '../../src/disclosure/policy';
import { protectSeries, type DisclosedFigure } from '../../src/disclosure/protectSeries';
import { addDays } from '../../src/kernel/localDate';

type Parts = Partial<Pick<Figure, 'value' | 'numerator' | 'denominator' | 'multiplier'>>;

const monthStart = (number: number): string => `2026-${String(number).padStart(2, '0')}-01`;

/** As it is stored: what has both parts has the value that they make. */
function figure(kind: FigureKind, parts: Parts, first = 1, last = first): Figure {
  const { multiplier = kind === 'PERCENTAGE' ? 100 : 1, numerator = null, denominator = null } = parts;
  const made = numerator === null ? null : kind === 'COUNT' ? numerator : (numerator * multiplier) / (denominator ?? 1);
  return {
    ...{ kind, multiplier, numerator, denominator, value: parts.value ?? made },
    ...{ periodStart: monthStart(first), periodEnd: addDays(monthStart(last + 1), -1) },
  };
}

const reasonOf = (one: Figure, policy = childrenPolicy) => protectSeries([one], policy)[0]!.value.reason;

test.each<[string, FigureKind, Parts, string | null]>([
  ['a showable mean', 'MEAN', { numerator: 20, denominator: 10 }, null],
  ['a mean of few events', 'MEAN', { numerator: 1, denominator: 12 }, 'SMALL_NUMBERS'],
  ['the same without its numerator', 'MEAN', { value: 0.0833, denominator: 12 }, 'SMALL_NUMBERS'],
  ['a mean of none', 'MEAN', { value: 0, denominator: 12 }, 'SMALL_NUMBERS'],
  ['a rounded mean that five events make', 'MEAN', { value: 0.38, denominator: 13 }, null],
  ['one that four or five make', 'MEAN', { value: 0.3, denominator: 15 }, 'SMALL_NUMBERS'],
  ['a mean by a multiplier', 'MEAN', { value: 25, denominator: 12, multiplier: 100 }, 'SMALL_NUMBERS'],
  ['one that tells of enough by it', 'MEAN', { value: 50, denominator: 12, multiplier: 100 }, null],
  ['a mean time, whose sum is no whole number', 'MEAN', { value: 7.123, denominator: 12 }, null],
  ['a mean that tells who has none', 'MEAN', { value: 0.9167, denominator: 12 }, 'SMALL_NUMBERS'],
  ['a mean of which all have one', 'MEAN', { numerator: 12, denominator: 12 }, 'SMALL_NUMBERS'],
  ['a mean below nothing', 'MEAN', { value: -2, denominator: 12 }, 'SMALL_NUMBERS'],
  ['a mean of few', 'MEAN', { numerator: 20, denominator: 4 }, 'SMALL_NUMBERS'],
  ['a mean without its size', 'MEAN', { value: 2, numerator: 20 }, 'UNKNOWN_SIZE'],
  ['a median', 'MEDIAN', { value: 3, denominator: 12 }, null],
  ['a median of none', 'MEDIAN', { value: 0, denominator: 12 }, 'SMALL_NUMBERS'],
  ['a median beside few', 'MEDIAN', { value: 9, numerator: 2, denominator: 12 }, 'SMALL_NUMBERS'],
  ['a showable rate', 'RATE', { numerator: 12, denominator: 4000, multiplier: 1000 }, null],
  ['a rate of few', 'RATE', { numerator: 4, denominator: 4000, multiplier: 1000 }, 'SMALL_NUMBERS'],
  ['a rate of nearly all', 'RATE', { numerator: 38, denominator: 40 }, 'SMALL_NUMBERS'],
  ['a rate without its numerator', 'RATE', { value: 3, denominator: 4000, multiplier: 1000 }, 'UNKNOWN_SIZE'],
  ['a percentage without its numerator', 'PERCENTAGE', { value: 50, denominator: 40 }, 'UNKNOWN_SIZE'],
  ['a percentage that says another thing', 'PERCENTAGE', { value: 8.33, numerator: 10, denominator: 20 }, 'SMALL_NUMBERS'],
  ['a rounded percentage', 'PERCENTAGE', { value: 33.3, numerator: 10, denominator: 30 }, null],
  ['a count that says another thing', 'COUNT', { value: 2, numerator: 10 }, 'SMALL_NUMBERS'],
  ['a count of nearly all', 'COUNT', { numerator: 10, denominator: 12 }, 'SMALL_NUMBERS'],
  ['a count beside a small size', 'COUNT', { numerator: 10, denominator: 3 }, 'SMALL_NUMBERS'],
  ['a count of visits to fewer children', 'COUNT', { numerator: 30, denominator: 8 }, null],
  ['another figure made of its parts', 'OTHER', { numerator: 8487, denominator: 56, multiplier: 1000 / 52 }, null],
  ['another figure of few', 'OTHER', { numerator: 3, denominator: 60 }, 'SMALL_NUMBERS'],
  ['another figure that says another thing', 'OTHER', { value: 3.3, numerator: 20, denominator: 60 }, 'SMALL_NUMBERS'],
  ['another figure without its numerator', 'OTHER', { value: 0.0833, denominator: 12 }, 'UNKNOWN_SIZE'],
])('%s', (_, kind, parts, reason) => {
  expect(reasonOf(figure(kind, parts))).toBe(reason);
});

test('that none of the committee’s own work is so is shown, in a median too', () => {
  expect(reasonOf(figure('MEDIAN', { value: 0, denominator: 12 }), recordsPolicy)).toBeNull();
  expect(reasonOf(figure('MEAN', { value: 0, denominator: 12 }), recordsPolicy)).toBeNull();
});

const mean = (numerator: number, denominator: number, first = 1, last = first): Figure =>
  figure('MEAN', { numerator, denominator }, first, last);
const bare = (value: number, denominator: number): Figure => figure('MEAN', { value, denominator });

test.each<[string, readonly Figure[], readonly boolean[]]>([
  ['a quarter and two months tell of one event', [mean(20, 10, 2), mean(20, 10, 3), mean(41, 25, 1, 3)], [true, true, false]],
  ['in whatever order', [mean(41, 25, 1, 3), mean(20, 10, 2), mean(20, 10, 3)], [true, true, false]],
  ['a quarter that leaves enough', [mean(20, 10, 2), mean(20, 10, 3), mean(50, 27, 1, 3)], [true, true, true]],
  ['a revision by one event', [mean(20, 10), mean(21, 10)], [true, false]],
  ['a revision that is said as a mean only', [mean(20, 10), bare(2.1, 10)], [true, false]],
  ['and of a mean only', [bare(2, 10), bare(2.1, 10), bare(2.6, 10)], [true, false, true]],
  ['a revision by enough events', [mean(20, 10), mean(26, 10)], [true, true]],
  ['a revision of the size by few', [mean(20, 10), mean(26, 12)], [true, false]],
  ['the same mean, said with more decimals', [mean(25, 12), bare(2.0833, 12)], [true, true]],
  ['a rate after a mean', [mean(20, 10), figure('RATE', { numerator: 22, denominator: 10, multiplier: 100 })], [true, false]],
  ['a count after a mean', [mean(20, 10), figure('COUNT', { value: 18 })], [true, false]],
])('%s', (_, figures, expected) => {
  expect(protectSeries(figures, childrenPolicy).map(({ value }) => !value.suppressed)).toEqual(expected);
});

interface Reported {
  readonly kind: FigureKind;
  readonly span: readonly [first: number, last: number];
  /** A revision says what the months hold by then. */
  readonly changed: readonly [month: number, events: number, group: number];
  readonly isBare: boolean;
}

const [months, policy] = [4, withThreshold(childrenPolicy, 3)];
const place = fc.integer({ min: 0, max: months - 1 });
const reported: fc.Arbitrary<Reported> = fc.record({
  kind: fc.constantFrom<FigureKind>('MEAN', 'MEAN', 'MEAN', 'RATE', 'OTHER', 'MEDIAN', 'COUNT'),
  span: fc.tuple(place, place).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const),
  changed: fc.tuple(place, fc.integer({ min: -2, max: 4 }), fc.integer({ min: -2, max: 4 })),
  isBare: fc.boolean(),
});

/** What a committee would record, one after another, of events and groups that change meanwhile. */
function recorded(reports: readonly Reported[]): readonly Figure[] {
  const [events, groups] = [Array.from({ length: months }, () => 9), Array.from({ length: months }, () => 8)];
  return reports.map(({ kind, span: [first, last], changed: [month, moreEvents, moreGroup], isBare }) => {
    events[month] = Math.max(0, events[month]! + moreEvents);
    groups[month] = Math.max(1, groups[month]! + moreGroup);
    const sum = (list: readonly number[]) => list.slice(first, last + 1).reduce((total, one) => total + one, 0);
    const whole = figure(kind, { numerator: sum(events), denominator: sum(groups) }, first + 1, last + 1);
    return isBare ? { ...whole, value: Number(whole.value!.toFixed(2)), numerator: null } : whole;
  });
}

/** The two numbers that anyone works out from a shown figure. */
const toldBy = ({ value, numerator, denominator }: DisclosedFigure, kind: FigureKind): readonly (number | null)[] => {
  const size = denominator.value;
  const sum = kind === 'MEAN' && value.value !== null && size !== null ? Math.round(value.value * size) : null;
  return [numerator.value ?? (kind === 'COUNT' ? value.value : sum), size];
};

test('of random figures and revisions no two shown numbers differ by few, and none is small', () => {
  let [shownCount, all] = [0, 0];
  fc.assert(
    fc.property(fc.array(reported, { minLength: 3, maxLength: 9 }), (reports) => {
      const told = protectSeries(recorded(reports), policy);
      const numbers = told.map((one, i) => toldBy(one, reports[i]!.kind));
      for (const which of [0, 1]) {
        const known = numbers.flatMap((pair, i) => (pair[which] == null ? [] : [{ count: pair[which], span: reports[i]!.span }]));
        for (const { count, span } of known) {
          expect(isSmall(count, policy)).toBe(false);
          for (const other of known) {
            const isApart = other.span[0] > span[1] || span[0] > other.span[1];
            if (!isApart) expect(isSmallChange(count, other.count, policy)).toBe(false);
          }
        }
      }
      shownCount += told.filter(({ value }) => !value.suppressed).length;
      all += told.length;
    }),
    { numRuns: 500 },
  );
  expect(shownCount / all).toBeGreaterThan(0.2);
  expect(shownCount / all).toBeLessThan(0.9);
});

test('three periods, of which the first is known by subtraction, never tell of few events or of a small group', () => {
  const number = fc.integer({ min: 0, max: 12 });
  const monthly = fc.tuple(number, fc.integer({ min: 1, max: 12 }));
  let shownCount = 0;
  fc.assert(
    fc.property(
      fc.tuple(monthly, monthly, monthly),
      fc.boolean(),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      (data, isBare, order) => {
        const [one, two, three] = data;
        const figures = [mean(...two, 2), mean(...three, 3), mean(one[0] + two[0] + three[0], one[1] + two[1] + three[1], 1, 3)];
        const given = order.map((which) => (isBare ? { ...figures[which]!, numerator: null } : figures[which]!));
        const areAllShown = protectSeries(given, policy).every(({ value }) => !value.suppressed);
        shownCount += Number(areAllShown);
        if (areAllShown) expect(one.map((count) => isSmall(count, policy))).toEqual([false, false]);
      },
    ),
    { numRuns: 2000 },
  );
  expect(shownCount).toBeGreaterThan(100);
});
