import { ChangeIdea } from '../aims/changeIdea.entity';
import type { ChangeIdeaStatus } from '../aims/changeIdea.enums';
import type { MoveChangeIdeaInput } from '../aims/changeIdea.input';
import { requireBelief } from '../aims/changeIdea.rules';
import type { ChangeIdeaChange } from '../aims/changeIdea.service';
import { ruleBroken } from '../kernel/errors';
import type { Work } from '../store/work';
import { PdsaCycle } from './cycle.entity';
import { requireAdopted } from './cycle.rules';
import type { StartRampInput } from './cyclePlan.input';
import { PdsaRamp } from './ramp.entity';

/** The change idea is locked, so that no two ramps get the same number. */
export async function startRamp(work: Work, input: StartRampInput): Promise<{ ramp: PdsaRamp }> {
  const idea = await work.lock(ChangeIdea, input.changeIdeaId, 'input.changeIdeaId');
  requireTestable(idea.status, 'input.changeIdeaId');
  const others = await work.store.children(PdsaRamp, 'changeIdeaId', idea.id, ['number']);
  const number = (others.at(-1)?.number ?? 0) + 1;
  return { ramp: await work.add(PdsaRamp, { changeIdeaId: idea.id, number, title: input.title }) };
}

/** @throws RULE_BROKEN `ramp.abandonedIdea` */
export function requireTestable(status: ChangeIdeaStatus, field: string): void {
  if (status !== 'ABANDONED') return;
  throw ruleBroken('ramp.abandonedIdea', 'This change idea was abandoned; state a new one to test it again.', field);
}

export async function readyChangeIdea(work: Work, input: MoveChangeIdeaInput): Promise<ChangeIdeaChange> {
  const changeIdea = await work.forChange(ChangeIdea, input);
  requireAdopted(await work.store.children(PdsaCycle, 'changeIdeaId', changeIdea.id));
  const degreeOfBelief = requireBelief(input.degreeOfBelief ?? changeIdea.degreeOfBelief, 'input.degreeOfBelief');
  Object.assign(changeIdea, { status: 'READY_TO_IMPLEMENT', statusReason: null, degreeOfBelief });
  return { changeIdea: await work.save(ChangeIdea, changeIdea) };
}
