import type { DegreeOfBelief } from '../aims/changeIdea.enums';
import type { TestScale } from './cycle.enums';

/** What it would cost if the change failed. */
export const costOfFailureSentences = {
  LARGE: 'Failing would do harm or cost much.',
  SMALL: 'Failing would cost little and can be undone.',
} as const;
export type CostOfFailure = keyof typeof costOfFailureSentences;

/** How those who would make the change stand towards it. */
export const readinessSentences = {
  RESISTANT: 'They are against it.',
  INDIFFERENT: 'They are neither for nor against it.',
  READY: 'They want it.',
} as const;
export type Readiness = keyof typeof readinessSentences;

export const testSizeSentences = {
  VERY_SMALL: 'Test it very small: one person, one professional, one time, or a handful.',
  SMALL: 'Test it small: with several people of one team.',
  LARGE: 'Test it large: in a large part of the system.',
  IMPLEMENT: 'Implement it: make it the way things are done, and go on measuring.',
} as const;
export type TestSize = keyof typeof testSizeSentences;

/** Improvement Guide, table 7.1, as domain.md §7 gives it: the three factors are verified there, the cells are not. */
const suggested: Record<DegreeOfBelief, Record<CostOfFailure, Record<Readiness, TestSize>>> = {
  LOW: {
    LARGE: { RESISTANT: 'VERY_SMALL', INDIFFERENT: 'VERY_SMALL', READY: 'VERY_SMALL' },
    SMALL: { RESISTANT: 'VERY_SMALL', INDIFFERENT: 'VERY_SMALL', READY: 'SMALL' },
  },
  HIGH: {
    LARGE: { RESISTANT: 'VERY_SMALL', INDIFFERENT: 'SMALL', READY: 'LARGE' },
    SMALL: { RESISTANT: 'SMALL', INDIFFERENT: 'LARGE', READY: 'IMPLEMENT' },
  },
};

export interface TestSizeFactors {
  readonly belief: DegreeOfBelief | null;
  readonly costOfFailure: CostOfFailure | null;
  readonly readiness: Readiness | null;
}

/** The test size that three factors suggest; null while one of them is not stated. It is advice. */
export function suggestedTestSize({ belief, costOfFailure, readiness }: TestSizeFactors): TestSize | null {
  return belief && costOfFailure && readiness ? suggested[belief][costOfFailure][readiness] : null;
}

/** The largest scale that each suggestion allows. */
const largest: Record<TestSize, TestScale> = {
  VERY_SMALL: 'VERY_SMALL',
  SMALL: 'SMALL',
  LARGE: 'LARGE',
  IMPLEMENT: 'WHOLE_SYSTEM',
};

/** Whether a test is planned larger than its factors suggest; false while nothing is suggested or the scale is not stated. */
export function isLargerThanSuggested(scale: TestScale | null, factors: TestSizeFactors): boolean {
  const size = suggestedTestSize(factors);
  return size !== null && scale !== null && compareScales(scale, largest[size]) > 0;
}

export const scaleRank: Readonly<Record<TestScale, number>> = {
  SINGLE: 0,
  VERY_SMALL: 1,
  SMALL: 2,
  MULTI_TEAM: 3,
  LARGE: 4,
  WHOLE_SYSTEM: 5,
};

/** Below 0 when the first is the smaller scale, 0 when they are the same, above 0 when it is the larger. */
export const compareScales = (one: TestScale, other: TestScale): number => scaleRank[one] - scaleRank[other];
