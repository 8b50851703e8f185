import { analysed } from './support/series';
import type { AnalysisOptions } from '../../src/charts/types';

const mdc = (values: (number | null)[], more: Partial<AnalysisOptions> = {}) =>
  analysed(values, 'I', { ruleSet: 'MDC_XMR', improvementDirection: 'INCREASE', ...more });

const low = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12];
const risen = [...low, 14, 15, 14, 15, 14, 15, 14];

test('the variation icon follows the last point and the direction that is better', () => {
  expect(mdc(low).icons?.variation).toBe('COMMON_CAUSE');
  expect(mdc(risen).icons?.variation).toBe('IMPROVEMENT_HIGH');
  expect(mdc(risen, { improvementDirection: 'DECREASE' }).icons?.variation).toBe('CONCERN_HIGH');
  expect(mdc(risen, { improvementDirection: 'NEUTRAL' }).icons?.variation).toBe('NEUTRAL_HIGH');
  expect(mdc([...risen, null]).icons?.variation).toBe('IMPROVEMENT_HIGH');
});

test.each([
  [40, 'INCREASE', 'FAIL'],
  [40, 'DECREASE', 'PASS'],
  [1, 'INCREASE', 'PASS'],
  [1, 'DECREASE', 'FAIL'],
  [11, 'INCREASE', 'HIT_OR_MISS'],
  [11, 'NEUTRAL', null],
  [null, 'INCREASE', null],
] as const)('a target of %s when %s is better: %s', (target, improvementDirection, assurance) => {
  expect(mdc(low, { target, improvementDirection }).icons?.assurance).toBe(assurance);
});

test('a target exactly on a limit is hit or miss, and without limits there is no icon but a warning', () => {
  const upper = mdc(low).points[0]?.lines.upper;
  expect(mdc(low, { target: upper }).icons?.assurance).toBe('HIT_OR_MISS');
  const constant = mdc([4, 4, 4, 4], { target: 4 });
  expect(constant.icons).toEqual({ variation: 'COMMON_CAUSE', assurance: null });
  expect(constant.warnings.map(({ code }) => code)).toContain('NO_ASSURANCE');
});

test('limits are 2.66 mean moving ranges from the mean, and the constant is on record', () => {
  const { points, provenance } = mdc([1, 3, 1, 3]);
  expect(points[0]?.lines).toMatchObject({ centre: 2, upper: 2 + 2.66 * 2 });
  expect(provenance.constants.meanMovingRangesToLimit).toBe(2.66);
});

test('a point on the mean, a repeat or a gap ends a pattern, unlike in the other rule sets', () => {
  const shifts = (values: (number | null)[]) => mdc(values, { centreLine: 0 }).points.map(({ signals }) => signals.shift);
  const trends = (values: (number | null)[]) => mdc(values).points.map(({ signals }) => signals.trend);
  expect(shifts([1, 2, 1, 2, 1, 2, 1])).toEqual(Array(7).fill('ABOVE'));
  expect(shifts([1, 2, 1, 0, 2, 1, 2, 1])).toEqual(Array(8).fill(null));
  expect(shifts([1, 2, 1, null, 2, 1, 2, 1])).toEqual(Array(8).fill(null));
  expect(trends([1, 2, 3, 4, 5, 6, 7])).toEqual(Array(7).fill('RISING'));
  expect(trends([1, 2, 3, 3, 4, 5, 6, 7])).toEqual(Array(8).fill(null));
  expect(trends([1, 2, 3, null, 4, 5, 6, 7])).toEqual(Array(8).fill(null));
});

test('an excluded point is passed over, and its neighbours join up', () => {
  const { points } = mdc([1, 2, 1, -90, 2, 1, 2, 1], { centreLine: 0, excluded: [{ period: 4, reason: 'typing error' }] });
  expect(points.map(({ signals }) => signals.shift)).toEqual([
    'ABOVE',
    'ABOVE',
    'ABOVE',
    null,
    'ABOVE',
    'ABOVE',
    'ABOVE',
    'ABOVE',
  ]);
});
