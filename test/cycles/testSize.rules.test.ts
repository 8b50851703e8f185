import { compareScales, suggestedTestSize } from '../../src/cycles/testSize.rules';

test.each([
  ['LOW', 'LARGE', 'RESISTANT', 'VERY_SMALL'],
  ['LOW', 'LARGE', 'INDIFFERENT', 'VERY_SMALL'],
  ['LOW', 'LARGE', 'READY', 'VERY_SMALL'],
  ['LOW', 'SMALL', 'RESISTANT', 'VERY_SMALL'],
  ['LOW', 'SMALL', 'INDIFFERENT', 'VERY_SMALL'],
  ['LOW', 'SMALL', 'READY', 'SMALL'],
  ['HIGH', 'LARGE', 'RESISTANT', 'VERY_SMALL'],
  ['HIGH', 'LARGE', 'INDIFFERENT', 'SMALL'],
  ['HIGH', 'LARGE', 'READY', 'LARGE'],
  ['HIGH', 'SMALL', 'RESISTANT', 'SMALL'],
  ['HIGH', 'SMALL', 'INDIFFERENT', 'LARGE'],
  ['HIGH', 'SMALL', 'READY', 'IMPLEMENT'],
] as const)('belief %s, cost of failure %s and %s people suggest %s', (belief, costOfFailure, readiness, size) => {
  expect(suggestedTestSize({ belief, costOfFailure, readiness })).toBe(size);
});

test.each([
  { belief: null, costOfFailure: 'SMALL', readiness: 'READY' },
  { belief: 'HIGH', costOfFailure: null, readiness: 'READY' },
  { belief: 'HIGH', costOfFailure: 'SMALL', readiness: null },
] as const)('no test size is suggested from %o', (factors) => {
  expect(suggestedTestSize(factors)).toBeNull();
});

test('scales go from one person to everywhere', () => {
  const scales = ['SINGLE', 'VERY_SMALL', 'SMALL', 'MULTI_TEAM', 'LARGE', 'WHOLE_SYSTEM'] as const;
  expect([...scales].reverse().sort(compareScales)).toEqual(scales);
  expect(compareScales('SMALL', 'SMALL')).toBe(0);
});
