import type { Direction, Side } from './types';

/** One answer per rule, kept apart; every point of a pattern is marked. Rules outside the rule set never answer. */
export interface PointSignals {
  readonly beyondLimits: Side | null;
  readonly shift: Side | null;
  readonly trend: Direction | null;
  readonly twoOfThree: Side | null;
  readonly innerThird: boolean;
  /** Anhøj's unusually long run. */
  readonly longRun: Side | null;
}

export const noSignals: PointSignals = {
  beyondLimits: null,
  shift: null,
  trend: null,
  twoOfThree: null,
  innerThird: false,
  longRun: null,
};

/** Facts about the runs of one phase, whatever the rule set; what they signal stands in the phase's `signals`. */
export interface RunsFacts {
  /** Points not excluded, missing ones counted. */
  readonly observations: number;
  /** Points present, not excluded and not on the centre. */
  readonly useful: number;
  readonly longestRun: number | null;
  readonly longestRunLimit: number | null;
  readonly crossings: number | null;
  readonly fewestCrossings: number | null;
  readonly runs: number;
  readonly fewestRuns: number | null;
  readonly mostRuns: number | null;
  /** Null when the runs table gives no verdict. */
  readonly tooFewRuns: boolean | null;
  readonly tooManyRuns: boolean | null;
}

export type PhaseSignal = 'TOO_FEW_RUNS' | 'TOO_MANY_RUNS' | 'LONG_RUN' | 'FEW_CROSSINGS';
