import { ChangeIdea } from '../aims/changeIdea.entity';
import { proposeChangeIdea } from '../aims/changeIdea.service';
import { Committee } from '../committees/committee.entity';
import { isRestricted } from '../store/standing';
import type { Work } from '../store/work';
import { IdeaUptake } from './ideaUptake.entity';
import { rootOf, SharedIdea } from './sharedIdea.entity';
import type { NoteAdaptationInput, ShareChangeIdeaInput, TakeUpSharedIdeaInput, WithdrawSharedIdeaInput } from './spread.input';
import { requireNotShared, requireNotTakenUp, requireShareable } from './spread.rules';

export type SharedIdeaChange = { sharedIdea: SharedIdea };
export type UptakeChange = { uptake: IdeaUptake };

/** An idea is shared under one id for ever: shared again after a withdrawal, it has new words and the same descendants. */
export async function shareChangeIdea(work: Work, input: ShareChangeIdeaInput): Promise<SharedIdeaChange> {
  const idea = await work.lock(ChangeIdea, input.changeIdeaId, 'input.changeIdeaId');
  requireShareable(isRestricted(idea));
  const [before] = await work.store.children(SharedIdea, 'changeIdeaId', idea.id);
  requireNotShared(before);
  const words = {
    areaName: await ownName(work),
    statement: input.statement,
    learning: input.learning ?? null,
    sharedOn: work.today,
    withdrawnOn: null,
    withdrawnReason: null,
  };
  if (before) return { sharedIdea: await shareAgain(work, before, words) };
  const [uptake] = await work.store.children(IdeaUptake, 'changeIdeaId', idea.id);
  const ancestry = { parentSharedIdeaId: uptake?.sharedIdeaId, rootId: uptake?.rootId };
  const sharedIdea = await work.add(SharedIdea, { changeIdeaId: idea.id, ...ancestry, ...words });
  if (!uptake)
    await addUptake(work, { changeIdeaId: idea.id, sharedIdeaId: sharedIdea.id, rootId: sharedIdea.id, adaptation: null });
  return { sharedIdea };
}

async function shareAgain(work: Work, before: SharedIdea, words: Partial<SharedIdea>): Promise<SharedIdea> {
  const sharedIdea = await work.lock(SharedIdea, before.globalId, 'input.changeIdeaId');
  return work.save(SharedIdea, Object.assign(sharedIdea, words));
}

export async function withdrawSharedIdea(work: Work, input: WithdrawSharedIdeaInput): Promise<SharedIdeaChange> {
  const sharedIdea = await work.forChange(SharedIdea, input);
  Object.assign(sharedIdea, { withdrawnOn: work.today, withdrawnReason: input.reason });
  return { sharedIdea: await work.save(SharedIdea, sharedIdea) };
}

export async function takeUpSharedIdea(work: Work, input: TakeUpSharedIdeaInput): Promise<UptakeChange> {
  const { driverIds, ref, degreeOfBelief, adaptation, statement } = input;
  const shared = await work.store.get(SharedIdea, input.sharedIdeaId, 'input.sharedIdeaId');
  await work.judge(shared, 'input.sharedIdeaId');
  const { changeIdea } = await proposeChangeIdea(work, { driverIds, ref, statement, degreeOfBelief });
  requireNotTakenUp(work.actor.committeeId, await work.store.children(IdeaUptake, 'sharedIdeaId', shared.id));
  const [parent] = await work.store.children(IdeaUptake, 'changeIdeaId', shared.changeIdeaId);
  const place = { changeIdeaId: changeIdea.id, sharedIdeaId: shared.id, rootId: rootOf(shared) };
  return { uptake: await addUptake(work, { ...place, adaptation: adaptation ?? null }, parent) };
}

export async function noteAdaptation(work: Work, input: NoteAdaptationInput): Promise<UptakeChange> {
  const uptake = await work.forChange(IdeaUptake, input);
  uptake.adaptation = input.adaptation;
  return { uptake: await work.save(IdeaUptake, uptake) };
}

type Place = Pick<IdeaUptake, 'changeIdeaId' | 'sharedIdeaId' | 'rootId' | 'adaptation'>;

/** The database works the results out when the row is written, so it is read again. */
async function addUptake(work: Work, place: Place, parent?: IdeaUptake): Promise<IdeaUptake> {
  const { id } = await work.add(IdeaUptake, {
    ...place,
    parentUptakeId: parent?.id ?? null,
    generation: parent ? parent.generation + 1 : 0,
    areaName: await ownName(work),
    takenUpOn: work.today,
    ...{ cyclesClosed: 0, cyclesAdopted: 0, cyclesAdapted: 0, cyclesAbandoned: 0, state: 'TAKEN_UP' },
  });
  const uptake = await work.store.find(IdeaUptake, id);
  if (!uptake) throw new Error('The uptake that was just written is not there.');
  return uptake;
}

async function ownName(work: Work): Promise<string> {
  const committee = await work.store.find(Committee, work.actor.committeeId);
  if (!committee) throw new Error('The actor’s committee is not there.');
  return committee.name;
}
