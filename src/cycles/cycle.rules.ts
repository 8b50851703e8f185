import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import { requireMove, type Machine } from '../kernel/machine';
import type { CycleDecision, CycleStatus } from './cycle.enums';

/** Stopping early is passed through on the way to Study; what stays of it is its reason, beside the state. */
export type CycleStep = CycleStatus | 'STOPPED_EARLY';

/** Life cycle of a PDSA cycle (domain.md §10.2). */
export const cycleMoves: Machine<CycleStep> = {
  PLANNING: ['DOING', 'CANCELLED'],
  DOING: ['STUDYING', 'STOPPED_EARLY'],
  STOPPED_EARLY: ['STUDYING'],
  STUDYING: ['ACTING'],
  ACTING: ['CLOSED'],
  CLOSED: [],
  CANCELLED: [],
};

/** Takes a cycle along a way of steps and says where it ends. @throws RULE_BROKEN `cycle.transition` at the first that is not allowed */
export function walk(from: CycleStatus, through: readonly 'STOPPED_EARLY'[], to: CycleStatus): CycleStatus {
  let at: CycleStep = from;
  for (const step of [...through, to]) {
    requireMove(cycleMoves, 'cycle', at, step);
    at = step;
  }
  return to;
}

/** 1a, 1b, … 1z, 1aa: the number of the ramp and the place in it as letters. */
export const cycleLabel = (rampNumber: number, position: number): string => `${rampNumber}${letters(position)}`;

const A = 'a'.charCodeAt(0);

function letters(position: number): string {
  const rest = Math.floor((position - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(A + ((position - 1) % 26));
}

export interface CycleDays {
  readonly plannedOn: LocalDate | null;
  readonly doStartedOn: LocalDate | null;
  readonly doEndedOn: LocalDate | null;
  readonly studiedOn: LocalDate | null;
  readonly actedOn: LocalDate | null;
}

const stages = [
  ['plannedOn', 'planned'],
  ['doStartedOn', 'begun'],
  ['doEndedOn', 'ended'],
  ['studiedOn', 'studied'],
  ['actedOn', 'acted on'],
] as const;

/** Days may be missing, but those given are in order and not ahead of today. @throws RULE_BROKEN */
export function requireDaysInOrder(days: CycleDays, today: LocalDate, field: string): void {
  let before: { day: LocalDate; done: string } | undefined;
  for (const [key, done] of stages) {
    const day = days[key];
    if (!day) continue;
    if (day > today)
      throw ruleBroken('cycle.dayAhead', `This cycle cannot have been ${done} on ${day}, which has not come yet.`, field);
    if (before && day < before.day) {
      const message = `This cycle cannot have been ${done} on ${day}, before it was ${before.done} on ${before.day}. A day that nobody knows, such as that of a plan written down afterwards, can be left empty (null).`;
      throw ruleBroken('cycle.dates', message, field);
    }
    before = { day, done };
  }
}

/** @throws RULE_BROKEN `cycle.plannedEnd` when Do is to end before the plan was made */
export function requirePlannedEnd({
  plannedOn,
  plannedEndOn,
}: {
  plannedOn: LocalDate | null;
  plannedEndOn: LocalDate | null;
}): void {
  if (!plannedOn || !plannedEndOn || plannedEndOn >= plannedOn) return;
  const message = `Do cannot be planned to end on ${plannedEndOn}, before the plan was made on ${plannedOn}.`;
  throw ruleBroken('cycle.plannedEnd', message, 'input.plannedEndOn');
}

/**
 * The cycle that a new one follows when nobody says which: the last of its ramp that was not given up. One that is already
 * known to have begun follows one that had begun by then, since it cannot have learnt from what came later.
 */
export function precedingCycle<T extends Preceding>(ofRamp: readonly T[], startedOn: LocalDate | null): T[] {
  const standing = ofRamp.filter(({ status }) => status !== 'CANCELLED');
  if (startedOn === null) return standing.slice(-1);
  const begun = standing.filter(({ doStartedOn }) => doStartedOn !== null && doStartedOn <= startedOn);
  return begun.sort((one, other) => ((one.doStartedOn ?? '') < (other.doStartedOn ?? '') ? -1 : 1)).slice(-1);
}

type Preceding = { readonly status: CycleStatus; readonly doStartedOn: LocalDate | null };

/** @throws RULE_BROKEN `cycle.cancelledBefore` since what was never done taught nothing */
export function requireNotCancelled(predecessors: readonly { readonly status: CycleStatus }[]): void {
  if (predecessors.every(({ status }) => status !== 'CANCELLED')) return;
  throw ruleBroken('cycle.cancelledBefore', 'A cycle cannot start from one that was cancelled.', 'input.predecessorIds');
}

/** A test never lowers what the law protects children by, however small it is. @throws RULE_BROKEN */
export function requireSafeguards(lowersStatutorySafeguard: boolean | null | undefined): void {
  if (!lowersStatutorySafeguard) return;
  const message = 'A test that lowers a statutory safeguard may not be carried out. Change the test.';
  throw ruleBroken('cycle.safeguard', message, 'input.lowersStatutorySafeguard');
}

export interface PredictedRange {
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly expectedValue?: number | null;
}

/** @throws RULE_BROKEN `prediction.range` when the numbers contradict each other */
export function requireRange({ lower, upper, expectedValue }: PredictedRange, field: string): void {
  const [least, most, likely] = [lower ?? -Infinity, upper ?? Infinity, expectedValue ?? lower ?? upper ?? 0];
  if (least > most) throw ruleBroken('prediction.range', `A range cannot go from ${least} to ${most}.`, `${field}.lower`);
  if (likely < least || likely > most) {
    throw ruleBroken('prediction.range', `The most likely value ${likely} lies outside the range.`, `${field}.expectedValue`);
  }
}

/** "None seen" cannot stand beside something unexpected that was seen. @throws RULE_BROKEN */
export function unexpectedSeen(said: boolean | null | undefined, isRecorded: boolean): boolean | null {
  if (said === false && isRecorded) {
    throw ruleBroken('cycle.unexpected', 'Something unexpected was recorded, so it was seen.', 'input.unexpectedSeen');
  }
  return isRecorded ? true : (said ?? null);
}

/** @throws RULE_BROKEN unless a test of the change idea ended with its adoption */
export function requireAdopted(
  cycles: readonly { readonly status: CycleStatus; readonly decision: CycleDecision | null }[],
): void {
  if (cycles.some(({ status, decision }) => status === 'CLOSED' && decision === 'ADOPT')) return;
  throw ruleBroken('changeIdea.adopted', 'A change idea is ready only when one of its cycles was closed with ADOPT.');
}
