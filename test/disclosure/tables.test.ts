import { askedNumber, publishedNumber } from '../../src/disclosure/catalogue';
import { shown, suppressionReasons, type Disclosed } from '../../src/disclosure/disclosed';
import { childrenPolicy, recordsPolicy, withThreshold } from '../../src/disclosure/policy';
import { protectCount } from '../../src/disclosure/protectCount';
import { protectSummary } from '../../src/disclosure/protectSummary';
import type { Summary } from '../../src/disclosure/summary';
import { sum, tableOf } from './support/worlds';

const oneWay = (...counts: number[]): Summary => ({
  total: sum(counts),
  parts: [],
  dimensions: [{ name: 'STATUS', overlaps: false, groups: counts.map((count, i) => ({ key: `S${i}`, count, inPart: [] })) }],
});

/** Hidden numbers are written as stars. */
const told = (numbers: readonly Disclosed[]): string =>
  numbers.map(({ value, suppressed }) => (suppressed ? '*' : value)).join(' ');
const groupsOf = (summary: Summary, policy = recordsPolicy): Disclosed[] =>
  protectSummary(summary, policy).dimensions[0]!.groups.map(({ count }) => count);
const cellsOf = (summary: Summary): Disclosed[] =>
  protectSummary(summary, recordsPolicy).dimensions[0]!.groups.flatMap(({ inPart }) => inPart);

describe('one-way tables', () => {
  test.each([
    ['nothing small: all is shown', [12, 7, 0, 5], '12 7 0 5'],
    ['the smallest other group covers a small one', [20, 2, 9, 6], '20 * 9 *'],
    ['groups of the same size as the cover are hidden with it: no name decides', [20, 2, 6, 6], '20 * * *'],
    ['two small ones are covered too, or 4 and 4 would be read from their sum of 8', [4, 4, 30, 9], '* * 30 *'],
    ['without a cover the small ones cover each other where one of them could be large', [3, 3, 0], '* * 0'],
    ['and where none could, the empty ones are hidden too', [2, 2, 2, 0], '* * * *'],
    ['a small total hides all', [3, 0, 0], '* * *'],
    ['nothing at all is no secret of records', [0, 0], '0 0'],
  ])('%s', (_, counts, expected) => {
    expect(told(groupsOf(oneWay(...counts)))).toBe(expected);
  });

  test('the total is hidden only where it is small itself', () => {
    expect(protectSummary(oneWay(2, 2, 2, 0), recordsPolicy).total).toEqual(shown(6));
    expect(protectSummary(oneWay(3, 0), recordsPolicy).total.suppressed).toBe(true);
  });

  test('of children, that there are none is hidden as well, with a cover', () => {
    expect(told(groupsOf(oneWay(20, 0, 9), childrenPolicy))).toBe('20 * *');
  });

  test('every hidden number has the same reason, so that the small one is not pointed out', () => {
    const reasons = groupsOf(oneWay(20, 2, 9, 6)).map(({ reason }) => reason);
    expect(reasons).toEqual([null, 'SMALL_NUMBERS', null, 'SMALL_NUMBERS']);
    expect(suppressionReasons.SMALL_NUMBERS).toMatch(/small/);
  });

  test('the threshold can be set from 2 to 10 and nowhere else', () => {
    expect(told(groupsOf(oneWay(20, 2, 9, 6), withThreshold(recordsPolicy, 2)))).toBe('20 2 9 6');
    expect(told(groupsOf(oneWay(20, 12, 9, 16), withThreshold(recordsPolicy, 10)))).toBe('20 * * 16');
    for (const threshold of [1, 11, 4.5, NaN]) expect(() => withThreshold(recordsPolicy, threshold)).toThrow(RangeError);
  });

  test('what is no count is hidden rather than shown', () => {
    for (const count of [NaN, -1, 2.5]) expect(protectCount(count, recordsPolicy).suppressed).toBe(true);
    expect(protectCount(null, recordsPolicy)).toEqual(shown(null));
  });
});

describe('two-way tables', () => {
  test('a rectangle hides a small cell; totals and all else stay', () => {
    const table = tableOf([
      [2, 20],
      [12, 18],
      [30, 40],
    ]);
    const { parts, total } = protectSummary(table, recordsPolicy);
    expect(told(cellsOf(table))).toBe('* * * * 30 40');
    expect([told(groupsOf(table)), told(parts.map(({ count }) => count)), told([total])]).toEqual(['22 30 70', '44 78', '122']);
  });

  test('the other corners must be able to give what is needed: 1 could not hide behind 1, 1 and 50', () => {
    const table = tableOf([
      [1, 30],
      [1, 30],
      [20, 15],
    ]);
    expect(told(cellsOf(table))).toBe('* * * * * *');
  });

  test('a hidden group hides its row', () => {
    const table = tableOf([
      [1, 2],
      [10, 12],
      [40, 30],
      [50, 30],
    ]);
    expect([told(groupsOf(table)), told(cellsOf(table))]).toEqual(['* * 70 80', '* * * * 40 30 50 30']);
  });

  test('counts that do not add up are refused', () => {
    const wrong: Summary = {
      total: 9,
      parts: [],
      dimensions: [{ name: 'D', overlaps: false, groups: [{ key: 'a', count: 8, inPart: [] }] }],
    };
    expect(() => protectSummary(wrong, recordsPolicy)).toThrow('D cannot be protected: the counts do not add up.');
  });
});

const group = (key: string | null, overdue: number, other: number, neverInPart: string[] = []) => ({
  key,
  count: overdue + other,
  inPart: [overdue, other],
  neverInPart,
});

const committee: Summary = {
  total: 60,
  parts: [
    { key: 'OVERDUE', count: 20 },
    { key: 'NOT_OVERDUE', count: 40 },
  ],
  dimensions: [
    { name: 'STATUS', overlaps: false, groups: [group('IN_PROGRESS', 20, 25), group('DONE', 0, 15, ['OVERDUE'])] },
    {
      name: 'THEME',
      overlaps: true,
      groups: [group('NEGLECT', 14, 26), group('VOICE', 9, 14), group('RARE', 1, 1), group(null, 0, 0)],
    },
  ],
};

describe('a summary of several tables', () => {
  test('themes overlap: the small one and its cover are hidden, though nothing adds up', () => {
    const { dimensions } = protectSummary(committee, recordsPolicy);
    expect(told(dimensions[1]!.groups.map(({ count }) => count))).toBe('40 * * 0');
  });

  test('a theme that nearly all actions have is as telling as a rare one', () => {
    const dimension = {
      name: 'THEME',
      overlaps: true,
      groups: [group('NEARLY_ALL', 19, 38), group('VOICE', 9, 21), group('OTHER', 10, 30)],
    };
    const { dimensions } = protectSummary({ ...committee, dimensions: [dimension] }, recordsPolicy);
    expect(told(dimensions[0]!.groups.map(({ count }) => count))).toBe('* * 40');
  });

  test('overdue is hidden where open actions nearly all are: the few that are not would be a difference', () => {
    const groups = [group('IN_PROGRESS', 20, 3), group('DONE', 0, 37, ['OVERDUE'])];
    const { parts, dimensions } = protectSummary(
      { ...committee, dimensions: [{ name: 'STATUS', overlaps: false, groups }] },
      recordsPolicy,
    );
    expect(told(parts.map(({ count }) => count))).toBe('* *');
    expect(told(dimensions[0]!.groups.map(({ count }) => count))).toBe('23 37');
  });
});

describe('questions', () => {
  const catalogue = {
    dimensionOf: { themeCodes: 'THEME', statuses: 'STATUS' },
    partOf: { isOverdue: { true: 'OVERDUE', false: 'NOT_OVERDUE' } },
  };
  const ask = (filter: Record<string, unknown>): Disclosed =>
    publishedNumber(protectSummary(committee, recordsPolicy), askedNumber(filter, catalogue));

  test.each([
    [{}, 60],
    [{ themeCodes: null, text: undefined }, 60],
    [{ themeCodes: ['NEGLECT'] }, 40],
    [{ isOverdue: true }, 20],
    [{ statuses: ['IN_PROGRESS'], isOverdue: false }, 25],
    [{ statuses: ['DONE'] }, 15],
  ])('%j is answered from the publication', (filter, value) => {
    expect(ask(filter)).toEqual(shown(value));
  });

  test.each([
    [{ themeCodes: ['NEGLECT', 'VOICE'] }],
    [{ themeCodes: ['NEGLECT'], statuses: ['DONE'] }],
    [{ themeCodes: [] }],
    [{ themeCodes: ['NO_SUCH'] }],
    [{ text: 'school' }],
    [{ dueBefore: '2026-03-01' }],
    [{ isOverdue: 'perhaps' }],
    [{ themeCodes: [{}] }],
  ])('%j is not, whatever its answer would be', (filter) => {
    expect(ask(filter)).toEqual({ value: null, suppressed: true, reason: 'NOT_PUBLISHED' });
  });
});
