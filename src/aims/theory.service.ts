import type { Work } from '../store/work';
import { Aim } from './aim.entity';
import { ChangeIdea } from './changeIdea.entity';
import { childrenOf, ideasOf } from './theoryLinks';
import { Driver } from './driver.entity';
import { TheoryLink, TheoryPart, TheoryVersion } from './theory.entity';

/** Keeps the whole theory of an aim as it now stands, as its next version. */
export async function keepTheory(work: Work, aim: Pick<Aim, 'id'>, reason: string): Promise<TheoryVersion> {
  const versions = await work.store.children(TheoryVersion, 'aimId', aim.id, ['number']);
  const number = (versions.at(-1)?.number ?? 0) + 1;
  const version = await work.add(TheoryVersion, { aimId: aim.id, number, authorId: work.actor.id, reason });
  const graph = await theoryOf(work, aim);
  const place = { versionId: version.id };
  const drivers = await work.addAll(
    TheoryPart,
    graph.drivers.map(({ id, kind, position, statement }) => ({ ...place, kind, driverId: id, position, statement })),
  );
  const ideas = await work.addAll(
    TheoryPart,
    graph.ideas.map(({ id, statement }, i) => ({
      ...place,
      kind: 'CHANGE_IDEA' as const,
      changeIdeaId: id,
      position: i + 1,
      statement,
    })),
  );
  const partOf = new Map([...drivers, ...ideas].map((part) => [part.driverId ?? part.changeIdeaId ?? '', part.id]));
  const links = graph.links.flatMap(([parent, child]) => {
    const [parentPartId, childPartId] = [partOf.get(parent), partOf.get(child)];
    return parentPartId && childPartId ? [{ ...place, parentPartId, childPartId }] : [];
  });
  await work.link(TheoryLink, links);
  return version;
}

/** The same for every aim that these drivers belong to, each locked in turn. */
export async function keepTheories(work: Work, drivers: readonly Driver[], reason: string): Promise<void> {
  const aimIds = [...new Set(drivers.map(({ aimId }) => aimId))].sort();
  for (const aimId of aimIds) {
    const aim = await work.store.find(Aim, aimId);
    if (!aim) throw new Error('A driver outlived its aim.');
    await keepTheory(work, await work.lock(Aim, aim.globalId, 'input.driverIds'), reason);
  }
}

interface Theory {
  readonly drivers: readonly Driver[];
  readonly ideas: readonly ChangeIdea[];
  readonly links: readonly (readonly [parent: string, child: string])[];
}

/** Drivers that are not retired, the change ideas that serve them, and what leads to what. */
async function theoryOf(work: Work, { id }: Pick<Aim, 'id'>): Promise<Theory> {
  const all = await work.store.children(Driver, 'aimId', id, ['kind', 'position']);
  const drivers = all.filter(({ retiredReason }) => retiredReason === null);
  const below = await Promise.all(
    drivers.map(async (driver) => {
      const [children, ideas] = await Promise.all([
        work.store.linked(Driver, childrenOf, driver.id, ['position']),
        work.store.linked(ChangeIdea, ideasOf, driver.id, ['ref']),
      ]);
      return { driver, children, ideas };
    }),
  );
  const ideas = new Map(below.flatMap((each) => each.ideas.map((idea) => [idea.id, idea])));
  const links = below.flatMap(({ driver, children, ideas: served }) =>
    [...children, ...served].map((child) => [driver.id, child.id] as const),
  );
  return { drivers, ideas: [...ideas.values()].sort((one, other) => (one.ref < other.ref ? -1 : 1)), links };
}
