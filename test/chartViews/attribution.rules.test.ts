import { attributionOf, type TestTime } from '../../src/chartViews/attribution.rules';
import type { ChartBasis, ChartedDefinition } from '../../src/measures/measureChart.rules';
import { monthAt, risen, steady } from './chartMaking';

const definition: ChartedDefinition = {
  ...{ effectiveFrom: '2023-01-01', calculation: 'MEDIAN', multiplier: 1, unit: 'days' },
  ...{ directionOfGood: 'HIGHER', goalValue: null, frequency: 'MONTHLY' },
};

/** Monthly figures from January 2024. */
function basisOf(values: readonly (number | null)[], facts: Partial<ChartBasis> = {}): ChartBasis {
  const figures = values.map((value, index) => {
    const { periodStartsOn, periodEndsOn } = monthAt(index);
    return {
      ...{ dataPointId: String(index), periodStart: periodStartsOn, periodEnd: periodEndsOn, value },
      ...{
        numerator: null,
        denominator: null,
        isMissing: value === null,
        missingReason: null,
        hiddenBecause: null,
        status: 'VALIDATED' as const,
      },
    };
  });
  const measure = {
    ...{ chartKind: null, ruleSet: null, baselineEndOn: null, centreLine: null, rebaseSide: null },
    screensMovingRanges: true,
  };
  return { measure, definitions: [definition], figures, marks: [], ...facts };
}

const january: TestTime = { label: '1a', fromOn: '2025-01-10', toOn: '2025-02-20' };
const today = '2025-10-01';
const attributed = (basis: ChartBasis, test = january, others: readonly TestTime[] = []) =>
  attributionOf(basis, test, others, today);
const codesOf = (basis: ChartBasis, test = january, others: readonly TestTime[] = []) => {
  const { verdict, cautions } = attributed(basis, test, others);
  return [verdict, ...cautions.map(({ code }) => code)];
};

test('a change that began with the test, enough figures on both sides, nothing beside it: plausible, with both medians', () => {
  expect(attributed(basisOf([...steady, ...risen]))).toEqual({
    ...{ verdict: 'PLAUSIBLE', meaning: 'BETTER', cautions: [] },
    before: { points: 12, median: 60.5 },
    after: { points: 7, median: 76 },
  });
});

test('no signal, no change, however the averages differ', () => {
  const barelyHigher = [63, 59, 64, 58, 63, 60, 64, 62];
  expect(codesOf(basisOf([...steady, ...barelyHigher]))).toEqual(['NO_CHANGE']);
});

test('the signal began before the test', () => {
  expect(codesOf(basisOf([...steady, ...risen, ...risen]), { ...january, fromOn: '2025-04-10', toOn: null })).toEqual([
    'DOUBTFUL',
    'SIGNAL_BEFORE_TEST',
  ]);
});

test.each<[string, TestTime, boolean]>([
  ['one that ran inside it', { label: '2a', fromOn: '2025-01-20', toOn: '2025-01-25' }, true],
  ['one that is still running', { label: '2a', fromOn: '2024-11-01', toOn: null }, true],
  ['one that began the day it ended', { label: '2a', fromOn: '2025-02-20', toOn: '2025-03-20' }, true],
  ['one that ended the day before', { label: '2a', fromOn: '2024-11-01', toOn: '2025-01-09' }, false],
  ['one that began the day after', { label: '2a', fromOn: '2025-02-21', toOn: null }, false],
])('another test: %s', (_, other, overlaps) => {
  expect(codesOf(basisOf([...steady, ...risen]), january, [other])).toEqual(
    overlaps ? ['DOUBTFUL', 'TESTS_OVERLAP'] : ['PLAUSIBLE'],
  );
});

describe('definitions', () => {
  const from = (effectiveFrom: string) => ({ ...definition, effectiveFrom });

  test('one that changed after the test began: later figures are left out, and it is said', () => {
    const { cautions, after } = attributed(
      basisOf([...steady, ...risen, ...risen], { definitions: [definition, from('2025-08-01')] }),
    );
    expect([after.points, cautions]).toEqual([
      6,
      [
        {
          code: 'DEFINITION_CHANGED',
          sentence: 'What is counted changed on 1 August 2025; figures from then on do not compare and are left out.',
        },
      ],
    ]);
  });

  test('one that changed with the test leaves nothing to compare', () => {
    const { verdict } = attributed(basisOf([...steady, ...risen], { definitions: [definition, from('2025-01-10')] }));
    expect(verdict).toBe('CANNOT_TELL');
  });

  test('one that changed long before leaves out the figures before it', () => {
    const changed = attributed(basisOf([...steady, ...risen], { definitions: [from('2022-06-01'), from('2024-03-01')] }));
    expect([changed.before.points, changed.cautions.map(({ code }) => code)]).toEqual([10, []]);
  });

  test('the first definition is no change', () => {
    expect(codesOf(basisOf([...steady, ...risen], { definitions: [from('2024-01-01')] }))).toEqual(['PLAUSIBLE']);
  });
});

test.each<[string, (number | null)[], string, string]>([
  ['before', [...steady.slice(0, 9), ...risen], '2024-10-10', '9 before (at least 10 are needed)'],
  ['after', [...steady, 90, 91, 92, 93, 94, 95].slice(0, 17), '2025-01-01', '5 after (at least 6 are needed)'],
])('too few useful figures %s', (_, values, fromOn, what) => {
  const { cautions } = attributed(basisOf(values), { ...january, fromOn });
  expect(cautions).toContainEqual({ code: 'TOO_FEW_POINTS', sentence: `There are too few figures: ${what}.` });
});

test('missing and excluded figures do not count', () => {
  const values = [...steady.slice(0, 11), null, ...risen];
  const marks = [{ kind: 'EXCLUSION' as const, markedOn: '2024-02-01', text: 'Counted twice' }];
  expect(attributed(basisOf(values, { marks })).before.points).toBe(10);
});

test('two tests do not both get the credit: one that began nearer to the change puts the earlier in doubt', () => {
  const values = [...steady, 61, 60, 59, ...risen];
  const first = { label: '1a', fromOn: '2025-01-02', toOn: '2025-01-31' };
  const second = { label: '1b', fromOn: '2025-04-01', toOn: null };
  expect(codesOf(basisOf(values), first, [second])).toEqual(['DOUBTFUL', 'TESTS_OVERLAP']);
  expect(attributed(basisOf(values), first, [second]).cautions[0]?.sentence).toBe(
    'Other tests began after 1a and before the change did: 1b.',
  );
  expect(codesOf(basisOf(values), second, [first])).toEqual(['PLAUSIBLE']);
});

test('an old signal that does not reach into the time after the test is no change of its making', () => {
  const values = [...steady, ...risen, 60, 71, 70, 60, 70, 69, 72, 60, 71];
  expect(codesOf(basisOf(values), { ...january, fromOn: '2025-09-10', toOn: null })).toEqual(['NO_CHANGE']);
});

test('a test before the first figure has nothing to compare with', () => {
  expect(codesOf(basisOf(risen), { ...january, fromOn: '2023-06-01' })).toEqual(['CANNOT_TELL', 'TOO_FEW_POINTS']);
  expect(codesOf(basisOf([...steady, ...risen]), { ...january, fromOn: '2025-09-01' })).toEqual([
    'CANNOT_TELL',
    'TOO_FEW_POINTS',
  ]);
});
