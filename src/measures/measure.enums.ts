import { describedEnum } from '../api/describedEnum';

export const MeasureKind = describedEnum('MeasureKind', 'What a measure tells about a change.', {
  OUTCOME: 'Whether things get better for children and families.',
  PROCESS: 'Whether the steps that should lead there are done reliably.',
  BALANCING: 'Whether something else gets worse meanwhile.',
});
export type MeasureKind = keyof typeof MeasureKind;

export const MeasureStatus = describedEnum('MeasureStatus', 'Whether a measure is in use.', {
  DRAFT: 'Being worked out; figures may be recorded to try it out.',
  ACTIVE: 'In use.',
  RETIRED: 'No longer collected, with the reason.',
});
export type MeasureStatus = keyof typeof MeasureStatus;

export const Calculation = describedEnum('Calculation', 'How a figure is made.', {
  COUNT: 'A number of things: the value is the numerator.',
  PERCENTAGE: 'Those that meet the rule out of all; needs a numerator and a denominator.',
  RATE: 'Events for an amount of opportunity; needs a numerator and a denominator.',
  MEAN: 'An average: a sum over a number.',
  MEDIAN: 'The middle value.',
  TIME_BETWEEN: 'The time from one event to the next, for rare events.',
  CASES_BETWEEN: 'The number of cases from one event to the next, for rare events.',
  OTHER: 'Made in another way, which the definition tells.',
});
export type Calculation = keyof typeof Calculation;

export const DirectionOfGood = describedEnum('DirectionOfGood', 'Which way is better.', {
  HIGHER: 'Higher is better.',
  LOWER: 'Lower is better.',
  NEITHER: 'Neither by itself: it is there to be understood.',
});
export type DirectionOfGood = keyof typeof DirectionOfGood;

export const MeasureFrequency = describedEnum('MeasureFrequency', 'How often a measure is collected.', {
  DAILY: 'Every day.',
  WEEKLY: 'Every week.',
  MONTHLY: 'Every month.',
  QUARTERLY: 'Every quarter.',
  YEARLY: 'Every year.',
  IRREGULAR: 'At no fixed interval, for example at each event.',
});
export type MeasureFrequency = keyof typeof MeasureFrequency;
