import { addDays, type LocalDate } from '../kernel/localDate';
import type { CycleDecision, CycleStatus } from './cycle.enums';

/** Work that has come to a stand, each with what gets it going again. A list for advisers, never a refusal. */
export const stalledSentences = {
  ADAPT_WITHOUT_NEXT: 'It was decided to adapt the change, and no next cycle has been planned since.',
  DO_PAST_END: 'Do was to have ended; say how it went, or stop it early.',
  PLANNED_NOT_STARTED: 'The first task was to have been done; begin the cycle, or cancel it.',
  RAMP_WITHOUT_DATA: 'Tests have begun, and no figure has been recorded for a period since.',
} as const;

export type StalledRule = keyof typeof stalledSentences;

export interface Stalled {
  readonly rule: StalledRule;
  /** A cycle's id, or a ramp's for RAMP_WITHOUT_DATA. */
  readonly id: string;
  /** The last day on which all was still well. */
  readonly dueOn: LocalDate;
}

export interface StalledSettings {
  readonly today: LocalDate;
  /** Days that a next cycle may take after ADAPT (N). */
  readonly adaptDays: number;
  /** Days that first data may take after the first test of a ramp began. */
  readonly dataDays: number;
}

export interface WaitingCycle {
  readonly id: string;
  readonly status: CycleStatus;
  readonly decision: CycleDecision | null;
  readonly actedOn: LocalDate | null;
  readonly successorCount: number;
  readonly plannedEndOn: LocalDate | null;
  /** The earliest day of its tasks; null when none has one. */
  readonly firstTaskOn: LocalDate | null;
}

/** A cycle stands in one stage, so at most one rule names it. */
export function stalledCycles(cycles: readonly WaitingCycle[], settings: StalledSettings): Stalled[] {
  return cycles.flatMap((cycle) => {
    const waiting = waitingFor(cycle, settings);
    return waiting?.dueOn && waiting.dueOn < settings.today ? [{ rule: waiting.rule, id: cycle.id, dueOn: waiting.dueOn }] : [];
  });
}

function waitingFor(cycle: WaitingCycle, { adaptDays }: StalledSettings): { rule: StalledRule; dueOn: LocalDate | null } | null {
  if (cycle.status === 'PLANNING') return { rule: 'PLANNED_NOT_STARTED', dueOn: cycle.firstTaskOn };
  if (cycle.status === 'DOING') return { rule: 'DO_PAST_END', dueOn: cycle.plannedEndOn };
  if (cycle.decision !== 'ADAPT' || cycle.successorCount > 0) return null;
  return { rule: 'ADAPT_WITHOUT_NEXT', dueOn: cycle.actedOn && addDays(cycle.actedOn, adaptDays) };
}

export interface WaitingRamp {
  readonly id: string;
  /** The day its first test began; null while none has. */
  readonly firstDoStartedOn: LocalDate | null;
  /** The decision of its latest cycle; a ramp that ended in ABANDON waits for nothing. */
  readonly latestDecision: CycleDecision | null;
  /** The ends of the periods for which one of its measures has a figure. */
  readonly figureEnds: readonly LocalDate[];
}

export function stalledRamps(ramps: readonly WaitingRamp[], { today, dataDays }: StalledSettings): Stalled[] {
  return ramps.flatMap(({ id, firstDoStartedOn, latestDecision, figureEnds }) => {
    if (!firstDoStartedOn || latestDecision === 'ABANDON') return [];
    const dueOn = addDays(firstDoStartedOn, dataDays);
    const hasData = figureEnds.some((end) => end >= firstDoStartedOn);
    return hasData || dueOn >= today ? [] : [{ rule: 'RAMP_WITHOUT_DATA', id, dueOn }];
  });
}
