import { compareScales } from '../cycles/testSize.rules';
import type { RampFacts } from './cycleFacts.rules';
import { grows, hasRegularData, LEAST_POINTS, firstScale, pointsBefore, scalesOf, testsOf } from './rampRecord.rules';
import type { LeftOutReason } from './ratio.rules';

export interface RampCriterion {
  readonly name: string;
  readonly question: string;
  /** Why a ramp does not count, or null when it does. */
  readonly unless: (ramp: RampFacts) => LeftOutReason | null;
  readonly holds: (ramp: RampFacts) => boolean;
}

/** The criteria that count ramps (features.md, PDSA fidelity). */
export const rampCriteria = {
  F10: {
    name: 'Starts small',
    question: 'Was its first test within one team?',
    unless: (ramp) => unlessTested(ramp) ?? (firstScale(ramp) ? null : 'SCALE_UNSAID'),
    holds: (ramp) => {
      const scale = firstScale(ramp);
      return scale !== null && compareScales(scale, 'SMALL') <= 0;
    },
  },
  F11: {
    name: 'Grows',
    question: 'Was a later test larger than the first?',
    unless: (ramp) => unlessTested(ramp) ?? (scalesOf(ramp).length < 2 ? 'ONE_SCALE' : null),
    holds: grows,
  },
  F14: {
    name: 'Data over time',
    question: 'Does a measure have at least three figures in a row, up to the tests or beyond?',
    unless: (ramp) => (ramp.cycles.some(({ doStartedOn }) => doStartedOn !== null) ? null : 'NOT_BEGUN'),
    holds: hasRegularData,
  },
  F15: {
    name: 'Monthly or finer',
    question: 'Is a measure collected every month or more often?',
    unless: unlessMeasured,
    holds: ({ measures }) => measures.some(({ frequency }) => isMonthlyOrFiner.has(frequency)),
  },
  F16: {
    name: 'Baseline before the first test',
    question: 'Does a measure have at least three figures from before the first test?',
    unless: (ramp) => unlessTested(ramp) ?? unlessMeasured(ramp),
    holds: (ramp) => ramp.measures.some((measure) => pointsBefore(measure, testsOf(ramp)[0]?.doStartedOn ?? '') >= LEAST_POINTS),
  },
  F17: {
    name: 'Variation read with a rule',
    // Reading is not recorded: a chart is drawn with its rule set whenever anyone looks at it.
    question:
      'Is a measure with at least three figures read with a rule, as each is for which people have not chosen the rule set NONE?',
    unless: (ramp) => unlessMeasured(ramp) ?? (ramp.measures.every(({ points }) => points.length === 0) ? 'NO_FIGURES' : null),
    holds: ({ measures }) => measures.some(({ points, readByRule }) => readByRule && points.length > 0),
  },
  F18: {
    name: 'Theory stated',
    question: 'Is it said why the change should work, that is, does its change idea serve a driver, one since retired included?',
    unless: unlessTested,
    holds: ({ hasTheory }) => hasTheory,
  },
  F19: {
    name: 'Aim with number and day',
    question: 'Does an aim that it serves say how much and by when?',
    unless: unlessTested,
    holds: ({ aims }) => aims.some(({ hasNumericTarget, hasDate }) => hasNumericTarget && hasDate),
  },
} as const satisfies Record<string, RampCriterion>;

const isMonthlyOrFiner = new Set(['DAILY', 'WEEKLY', 'MONTHLY']);

function unlessTested(ramp: RampFacts): LeftOutReason | null {
  return testsOf(ramp).length === 0 ? 'NO_TEST_BEGUN' : null;
}

function unlessMeasured({ measures }: RampFacts): LeftOutReason | null {
  return measures.length === 0 ? 'NO_MEASURE' : null;
}
