import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { CycleStatus } from './cycle.enums';

/** What people may say of a cycle that they log in one go. */
export interface LoggedFacts {
  readonly startedOn?: string | null;
  readonly endedOn?: string | null;
  readonly observed?: string | null;
  readonly unexpected?: string | null;
  readonly noneUnexpected?: boolean | null;
  readonly carriedOutAsPlanned?: boolean | null;
  readonly verdict?: string | null;
  readonly learning?: string | null;
  readonly decision?: string | null;
  readonly rationale?: string | null;
  readonly nextStep?: string | null;
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** How far a cycle has come, by what is said of it. */
export function stageOf(logged: LoggedFacts): CycleStatus {
  const { startedOn, endedOn, observed, unexpected, noneUnexpected, carriedOutAsPlanned, verdict, learning, decision } = logged;
  if (isSaid(decision)) return 'CLOSED';
  if ([verdict, learning].some(isSaid)) return 'ACTING';
  if (noneUnexpected || [endedOn, observed, unexpected, carriedOutAsPlanned].some(isSaid)) return 'STUDYING';
  return isSaid(startedOn) ? 'DOING' : 'PLANNING';
}

export interface LoggedDays {
  readonly plannedOn: LocalDate | null;
  readonly startedOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly studiedOn: LocalDate | null;
  readonly actedOn: LocalDate | null;
}

/**
 * The days of a cycle that has begun. Without a day it began on the day it ended, or today; a day after that which nobody
 * says is today where it can be no other, and otherwise not known. No day of planning is made up for what is told afterwards.
 */
export function loggedDays(said: { readonly [Day in keyof LoggedDays]?: LocalDate | null }, today: LocalDate): LoggedDays {
  const { plannedOn = null, endedOn, studiedOn, actedOn } = said;
  const startedOn = said.startedOn ?? endedOn ?? today;
  const unsaid = startedOn === today ? today : null;
  return { plannedOn, startedOn, endedOn: endedOn ?? unsaid, studiedOn: studiedOn ?? unsaid, actedOn: actedOn ?? unsaid };
}

/** @throws RULE_BROKEN when something is said that has nothing to stand on */
export function requireLoggable(
  logged: LoggedFacts & { readonly prediction?: unknown; readonly rampId?: unknown; readonly changeIdeaId?: unknown },
): void {
  if (isSaid(logged.rampId) === isSaid(logged.changeIdeaId)) {
    throw ruleBroken('cycle.logWhere', 'Say either the ramp or the change idea it belongs to.', 'input.rampId');
  }
  if (isSaid(logged.verdict) && !isSaid(logged.prediction)) {
    throw ruleBroken('cycle.logVerdict', 'A verdict is of a prediction: say what was predicted.', 'input.verdict');
  }
  if (isSaid(logged.rationale) && !isSaid(logged.decision)) {
    throw ruleBroken('cycle.logDecision', 'A reason is of a decision: say what was decided.', 'input.rationale');
  }
  if (isSaid(logged.nextStep) && !isSaid(logged.decision)) {
    throw ruleBroken('cycle.logDecision', 'What follows comes of a decision: say what was decided.', 'input.nextStep');
  }
  if (logged.noneUnexpected && isSaid(logged.unexpected)) {
    throw ruleBroken('cycle.unexpected', 'Something unexpected was seen, so it cannot be that none was.', 'input.noneUnexpected');
  }
}
