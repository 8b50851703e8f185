import { ruleBroken } from '../kernel/errors';
import type { Machine } from '../kernel/machine';
import type { ChangeIdeaStatus, DegreeOfBelief } from './changeIdea.enums';

/**
 * Life cycle of a change idea (domain.md §10.2). What is already being implemented is stepped back to testing before it
 * is abandoned. The step to READY_TO_IMPLEMENT needs an adopted cycle and belongs to the cycles.
 */
export const changeIdeaMoves: Machine<ChangeIdeaStatus> = {
  PROPOSED: ['TESTING', 'ABANDONED'],
  TESTING: ['READY_TO_IMPLEMENT', 'ABANDONED'],
  READY_TO_IMPLEMENT: ['IMPLEMENTING', 'ABANDONED'],
  IMPLEMENTING: ['SPREADING', 'TESTING'],
  SPREADING: ['SUSTAINED'],
  SUSTAINED: [],
  ABANDONED: [],
};

/** @throws RULE_BROKEN for an idea that nobody can say what it is to move */
export function requireDrivers(drivers: readonly unknown[]): void {
  if (drivers.length === 0) throw ruleBroken('changeIdea.driver', 'A change idea serves at least one driver.', 'input.driverIds');
}

/** @throws RULE_BROKEN when nobody has said how confident they are */
export function requireBelief(belief: DegreeOfBelief | null | undefined, field?: string): DegreeOfBelief {
  if (!belief)
    throw ruleBroken('changeIdea.belief', 'Say first how confident you are that this change leads to improvement.', field);
  return belief;
}
