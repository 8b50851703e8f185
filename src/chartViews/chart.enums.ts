import { describedEnum } from '../api/describedEnum';

export const SignalRule = describedEnum('SignalRule', 'A rule that tells a signal of change from chance.', {
  BEYOND_LIMITS: 'A point outside a 3-sigma limit.',
  SHIFT: 'Many points in a row on one side of the centre.',
  TREND: 'Many points in a row all rising or all falling.',
  TWO_OF_THREE: 'Two of three points in a row far from the centre, on the same side.',
  INNER_THIRD: 'Many points in a row close to the centre: less variation than chance would give.',
  LONG_RUN: 'A run longer than chance would give (Anhøj).',
  FEW_CROSSINGS: 'The centre is crossed more seldom than chance would give (Anhøj).',
  TOO_FEW_RUNS: 'Fewer runs about the centre than chance would give.',
  TOO_MANY_RUNS: 'More runs about the centre than chance would give.',
  ASTRONOMICAL_POINT: 'A point that people marked as obviously different. A judgement, not a computation.',
});
export type SignalRule = keyof typeof SignalRule;

export const SignalMeaning = describedEnum('SignalMeaning', 'What a signal is worth, given which way is better.', {
  BETTER: 'A change for the better.',
  WORSE: 'A change for the worse.',
  NEITHER: 'A change, where neither way is better or the signal has no direction.',
});
export type SignalMeaning = keyof typeof SignalMeaning;

export const Side = describedEnum('ChartSide', 'Where points lie from the centre, or which way they move.', {
  ABOVE: 'Above, or rising.',
  BELOW: 'Below, or falling.',
});
export type Side = keyof typeof Side;

export const PointPosition = describedEnum('PointPosition', 'Where a point lies from its centre line.', {
  ABOVE: 'Above it.',
  BELOW: 'Below it.',
  ON: 'On it; such a point does not count in runs.',
});
export type PointPosition = keyof typeof PointPosition;

export const VariationIcon = describedEnum('VariationIcon', 'Making Data Count: what the last point says of the variation.', {
  COMMON_CAUSE: 'Common cause: no significant change.',
  IMPROVEMENT_HIGH: 'Special cause of an improving nature, by high values.',
  IMPROVEMENT_LOW: 'Special cause of an improving nature, by low values.',
  CONCERN_HIGH: 'Special cause of a concerning nature, by high values.',
  CONCERN_LOW: 'Special cause of a concerning nature, by low values.',
  NEUTRAL_HIGH: 'Special cause by high values, where neither way is better.',
  NEUTRAL_LOW: 'Special cause by low values, where neither way is better.',
});
export type VariationIcon = keyof typeof VariationIcon;

export const AssuranceIcon = describedEnum('AssuranceIcon', 'Making Data Count: whether the target will be met.', {
  PASS: 'The process will consistently meet the target.',
  FAIL: 'The process will consistently miss the target.',
  HIT_OR_MISS: 'The process will meet and miss the target by chance.',
});
export type AssuranceIcon = keyof typeof AssuranceIcon;

export const PointType = describedEnum('MakingDataCountPointType', 'Making Data Count: what a point is.', {
  COMMON_CAUSE: 'Part of no pattern.',
  IMPROVEMENT: 'Part of a pattern for the better.',
  CONCERN: 'Part of a pattern for the worse.',
  NEUTRAL_HIGH: 'Part of a pattern of high values, where neither way is better.',
  NEUTRAL_LOW: 'Part of a pattern of low values, where neither way is better.',
});
export type PointType = keyof typeof PointType;

export const AttributionVerdict = describedEnum('AttributionVerdict', 'Whether a change in the data may be put down to a test.', {
  CANNOT_TELL: 'There is no figure to compare on one side of the beginning of the test.',
  NO_CHANGE: 'The data show no signal of change since the test began.',
  DOUBTFUL: 'The data show a change, but the cautions speak against putting it down to the test.',
  PLAUSIBLE: 'The data show a change that began with or after the test, and no caution speaks against it. Not proof.',
});
export type AttributionVerdict = keyof typeof AttributionVerdict;

export const CautionCode = describedEnum('AttributionCautionCode', 'What speaks against putting a change down to a test.', {
  SIGNAL_BEFORE_TEST: 'The signal began before the test did.',
  TESTS_OVERLAP: 'Another test ran at the same time, or began nearer to the change.',
  DEFINITION_CHANGED: 'What is counted changed after the test began; later figures are left out.',
  TOO_FEW_POINTS: 'There are too few figures before or after the test.',
});
export type CautionCode = keyof typeof CautionCode;
