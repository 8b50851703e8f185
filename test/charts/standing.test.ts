import { analyse } from '../../src/charts/analyse';
import fc from 'fast-check';
import { quietSentence, sentence, type PeriodWords } from '../../src/charts/sentence';
import { signalStretches } from '../../src/charts/signalStretches';
import { standing } from '../../src/charts/standing';
import type { AnalysisOptions, ImprovementDirection } from '../../src/charts/types';
import { seriesOf } from './support/series';

const steady = [60, 63, 58, 61, 64, 57, 62, 59, 65, 58, 61, 60];
const high = [74, 76, 73, 77, 75, 78, 74, 76];
const low = [46, 44, 47, 43, 45, 42, 46, 44];

const frozen: AnalysisOptions = { kind: 'I', ruleSet: 'SHEWHART', freezeAfter: 12 };
const analysed = (values: readonly (number | null)[], options: Partial<AnalysisOptions> = {}) =>
  analyse(seriesOf(values), { ...frozen, ...options });
const stateOf = (
  values: readonly (number | null)[],
  direction: ImprovementDirection = 'INCREASE',
  options: Partial<AnalysisOptions> = {},
) => standing(analysed(values, options), direction).state;
const named = (period: string | number): string => `month ${period}`;
const words: PeriodWords = { one: (period) => `in ${named(period)}`, first: named, last: named };

describe('what a series says now', () => {
  test.each<[string, readonly (number | null)[], ImprovementDirection, string]>([
    ['steady', steady, 'INCREASE', 'NO_SIGNAL'],
    ['nine points', steady.slice(0, 9), 'INCREASE', 'INSUFFICIENT'],
    ['ten points', steady.slice(0, 10), 'INCREASE', 'NO_SIGNAL'],
    ['ten periods, one of them missing', [...steady.slice(0, 9), null], 'INCREASE', 'INSUFFICIENT'],
    ['a shift up where up is better', [...steady, ...high], 'INCREASE', 'BETTER'],
    ['a shift up where down is better', [...steady, ...high], 'DECREASE', 'WORSE'],
    ['a shift down where down is better', [...steady, ...low], 'DECREASE', 'BETTER'],
    ['a shift where neither way is better', [...steady, ...high], 'NEUTRAL', 'CHANGED'],
    ['a shift up, and a shift down after it: the later one', [...steady, ...high, ...low], 'INCREASE', 'WORSE'],
    ['a shift that one point interrupted', [...steady, ...high, 59, 75], 'INCREASE', 'BETTER'],
    ['a shift long gone: back about the old centre and below', [...steady, ...high, 58, 59, 57, 58], 'INCREASE', 'NO_SIGNAL'],
    ['the last point alone beyond the limits', [...steady, 90], 'INCREASE', 'BETTER'],
    ['one point beyond the limits, once', [...steady, 90, 60, 61], 'INCREASE', 'NO_SIGNAL'],
    ['all values the same', Array.from({ length: 14 }, () => 60), 'INCREASE', 'NO_SIGNAL'],
    ['nothing at all', [], 'INCREASE', 'INSUFFICIENT'],
    ['a missing month after the shift', [...steady, ...high, null], 'INCREASE', 'BETTER'],
  ])('%s', (_, values, direction, state) => {
    expect(stateOf(values, direction)).toBe(state);
  });

  test('a shift and a trend that end together: the worse decides', () => {
    const falling = [...steady, 80, 78, 76, 74, 72, 70, 68, 66];
    expect(stateOf(falling, 'INCREASE')).toBe('WORSE');
    expect(stateOf(falling, 'DECREASE')).toBe('WORSE');
  });

  test('only the last phase counts', () => {
    expect(stateOf([...steady, ...high], 'INCREASE', { freezeAfter: null, partsAfter: [12] })).toBe('NO_SIGNAL');
  });
});

describe('signals as people tell them', () => {
  const told = (values: readonly (number | null)[], options: Partial<AnalysisOptions> = {}) =>
    signalStretches(analysed(values, options)).map(({ rule, from, to, points, side, isOngoing }) => [
      rule,
      from,
      to,
      points,
      side,
      isOngoing,
    ]);

  test('one entry a pattern, a point on the centre neither ends nor lengthens a shift', () => {
    const values = [60, 60, 60, 60, 60, 60, 61, 62, 61, 60, 63, 61, 62, 61, 62, 61];
    expect(told(values, { kind: 'RUN', ruleSet: 'IHI_RUN_CHART', centreLine: 60 })).toContainEqual([
      'SHIFT',
      7,
      16,
      9,
      'ABOVE',
      true,
    ]);
  });

  test('a turning point is the end of one trend and the start of the next', () => {
    const values = [1, 2, 3, 4, 5, 4, 3, 2, 1];
    const trends = told(values, { kind: 'RUN', ruleSet: 'IHI_RUN_CHART' }).filter(([rule]) => rule === 'TREND');
    expect(trends).toEqual([
      ['TREND', 1, 5, 5, 'ABOVE', false],
      ['TREND', 5, 9, 5, 'BELOW', true],
    ]);
  });

  test('two of three may have an ordinary point between them', () => {
    const { points } = analysed(steady);
    const beyond2 = (points[0]?.lines.upper2 ?? 0) + 0.5;
    const found = told([...steady, beyond2, 61, beyond2]).filter(([rule]) => rule === 'TWO_OF_THREE');
    expect(found).toEqual([['TWO_OF_THREE', 13, 15, 2, 'ABOVE', true]]);
  });

  test('no stretch crosses a phase', () => {
    const stretches = signalStretches(
      analysed([...high, ...high, ...low, ...low], { kind: 'RUN', partsAfter: [16], freezeAfter: null, centreLine: 60 }),
    );
    expect(stretches.filter(({ rule }) => rule === 'SHIFT').map(({ from, to }) => [from, to])).toEqual([
      [1, 16],
      [17, 32],
    ]);
  });
});

describe('the chart in one sentence', () => {
  test.each<[readonly (number | null)[], Partial<AnalysisOptions>, string]>([
    [[], {}, 'There is no figure to plot yet.'],
    [[null, null], {}, 'There is no figure to plot yet.'],
    [[60], {}, 'One point since month 1: too few to tell a signal of change from chance.'],
    [steady.slice(0, 5), {}, 'Five points since month 1: too few to tell a signal of change from chance.'],
    [steady, {}, 'No signal of change in twelve points since month 1: they vary as chance alone would make them vary.'],
    [[...steady, ...low], {}, 'Nine points in a row below the centre since month 12: a signal of change for the worse.'],
    [[...steady, 90], {}, 'One point above the upper limit in month 13: a signal of change for the better.'],
    [[...steady, 90, 60, 61, 60], {}, 'One point above the upper limit in month 13: a signal of change for the better.'],
    [
      [...steady, ...high, 58, 59],
      {},
      'Eight points in a row above the centre from month 13 to month 20: a signal of change for the better.',
    ],
    [
      [1, 2, 3, 4, 5],
      { kind: 'RUN', ruleSet: 'IHI_RUN_CHART' },
      'Five points in a row rising since month 1, but five points are too few to tell.',
    ],
  ])('of %j with %j', (values, options, said) => {
    const analysis = analysed(values, options);
    expect(sentence(analysis, signalStretches(analysis), () => 'INCREASE', words)).toBe(said);
  });

  test('no more is claimed than is so', () => {
    const quiet = (values: readonly number[], options: Partial<AnalysisOptions> = {}, hasPassed = false) =>
      quietSentence(analysed(values, options), words, hasPassed);
    expect(quiet([...steady, 90, 60, 61, 60], {}, true)).toBe(
      'No signal of change is in force at the end of 16 points since month 1.',
    );
    expect(quiet(Array.from({ length: 12 }, () => 5))).toBe('All twelve points since month 1 are the same.');
    expect(quiet(steady, { ruleSet: 'NONE' })).toBe('Twelve points since month 1; no rules were asked of them.');
  });
});

describe('false alarms', () => {
  /** Normal noise by Box and Muller, from a generator with a seed, so that the numbers below are the same every time. */
  function noise(seed: number): () => number {
    let state = seed;
    const uniform = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state + 1) / 4_294_967_297;
    };
    return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  }

  test.each([
    ['RUN', 'IHI_RUN_CHART', 24],
    ['RUN', 'IHI_RUN_CHART', 60],
    ['I', 'SHEWHART', 24],
    ['I', 'SHEWHART', 60],
  ] as const)('a stable process is seldom said to have changed: %s chart, %s, %i points', (kind, ruleSet, points) => {
    const next = noise(20_261_125);
    const states = Array.from({ length: 400 }, () =>
      stateOf(
        Array.from({ length: points }, () => 50 + 5 * next()),
        'INCREASE',
        { kind, ruleSet, freezeAfter: null },
      ),
    );
    const alarms = states.filter((state) => state !== 'NO_SIGNAL').length / states.length;
    expect(alarms).toBeLessThan(0.13);
  });

  test('no stretch is shorter than its rule asks for', () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 6 }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      fc.constantFrom(2.1, 0.3 + 1.8),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 40 }), (values) => {
        const stretches = signalStretches(analysed(values, { kind: 'RUN', ruleSet: 'IHI_RUN_CHART', freezeAfter: null }));
        for (const { rule, points } of stretches) {
          if (rule === 'SHIFT') expect(points).toBeGreaterThanOrEqual(6);
          if (rule === 'TREND') expect(points).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});
