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
      ...{ numerator: null, denominator: null, isMissing: value === null, missingReason: null, status: 'VALIDATED' as const },
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

test('the definition changed between the figures before and after', () => {
  const redefined = { ...definition, effectiveFrom: '2025-03-01' };
  const { cautions } = attributed(basisOf([...steady, ...risen], { definitions: [definition, redefined] }));
  expect(cautions).toContainEqual({
    code: 'DEFINITION_CHANGED',
    sentence: 'What is counted changed on 1 March 2025, so figures before and after do not compare.',
  });
  const before = { ...definition, effectiveFrom: '2022-06-01' };
  expect(codesOf(basisOf([...steady, ...risen], { definitions: [before, definition] }))).toEqual(['PLAUSIBLE']);
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

test('a test before the first figure has nothing to compare with', () => {
  expect(codesOf(basisOf(risen), { ...january, fromOn: '2023-06-01' })).toEqual(['NO_CHANGE', 'TOO_FEW_POINTS']);
});
