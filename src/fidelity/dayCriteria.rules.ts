import { daysBetween } from '../kernel/localDate';
import type { CycleFacts } from './cycleFacts.rules';
import { unlessBegun } from './cycleRecord.rules';
import type { LeftOutReason } from './ratio.rules';

export interface DayCriterion {
  readonly name: string;
  readonly question: string;
  /** How many days it took, or why that cannot be said. */
  readonly days: (cycle: CycleFacts) => number | LeftOutReason;
}

/** The criteria that count days: a median and its count, good or bad according to nobody but the reader. */
export const dayCriteria = {
  F13: {
    name: 'Duration',
    question: 'How many days did it take from the first day of the test to the decision?',
    days: (cycle) => {
      const { doStartedOn, actedOn, decision } = cycle;
      if (doStartedOn === null) return unlessBegun(cycle) ?? 'NOT_BEGUN';
      if (decision === null) return 'NOT_DECIDED';
      return actedOn === null ? 'DAY_MISSING' : daysBetween(doStartedOn, actedOn);
    },
  },
  F21: {
    name: 'From Act to the next Plan',
    question: 'How many days did it take from the decision until the next cycle was planned?',
    days: ({ status, decision, actedOn, successors }) => {
      if (decision === null) return status === 'CANCELLED' ? 'CANCELLED' : 'NOT_DECIDED';
      if (successors.length === 0) return 'NO_NEXT_CYCLE';
      const [first] = successors.flatMap(({ plannedOn }) => plannedOn ?? []).sort();
      // A next cycle planned before the decision kept nobody waiting.
      return actedOn === null || first === undefined ? 'DAY_MISSING' : Math.max(0, daysBetween(actedOn, first));
    },
  },
} as const satisfies Record<string, DayCriterion>;
