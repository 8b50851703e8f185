import type { DriverDiagramPicture } from '../pictures/driverDiagramPicture';
import type { RowReads } from '../store/rowReads';
import { Aim } from './aim.entity';
import { ChangeIdea } from './changeIdea.entity';
import type { ChangeIdeaStatus } from './changeIdea.enums';
import { TheoryPart, type TheoryVersion } from './theory.entity';
import { partsAbove } from './theoryLinks';

/** A version of a theory as a driver diagram; what has become of its change ideas is as of now. */
export async function pictureOfTheory(reads: RowReads, { id, aimId }: TheoryVersion): Promise<DriverDiagramPicture> {
  const [aim, parts] = await Promise.all([
    reads.find(Aim, aimId),
    reads.children(TheoryPart, 'versionId', id, ['kind', 'position']),
  ]);
  if (!aim) throw new Error('A theory outlived its aim.');
  const drawn = await Promise.all(parts.map((part) => partOf(reads, part)));
  return {
    id: `theory-${id}`,
    title: aim.statement,
    nodes: [{ id: aim.id, column: 'AIM', text: aim.statement, detail: null, isFaded: false }, ...drawn.map(({ node }) => node)],
    edges: drawn.flatMap(({ node, parents }) =>
      (node.column === 'PRIMARY' ? [aim.id] : parents.map((parent) => parent.id)).map((from) => ({ from, to: node.id })),
    ),
  };
}

async function partOf(reads: RowReads, part: TheoryPart) {
  const [parents, idea] = await Promise.all([
    reads.linked(TheoryPart, partsAbove, part.id, ['position']),
    part.changeIdeaId ? reads.find(ChangeIdea, part.changeIdeaId) : null,
  ]);
  const detail = idea && `${idea.ref}: ${ideaStates[idea.status]}`;
  const node = {
    id: part.id,
    column: part.kind,
    text: part.statement ?? WITHHELD,
    detail,
    isFaded: idea?.status === 'ABANDONED',
  };
  return { parents, node };
}

const WITHHELD = 'Withheld from you';

const ideaStates: Readonly<Record<ChangeIdeaStatus, string>> = {
  PROPOSED: 'proposed',
  TESTING: 'being tested',
  READY_TO_IMPLEMENT: 'ready to implement',
  IMPLEMENTING: 'being implemented',
  SPREADING: 'being spread',
  SUSTAINED: 'sustained',
  ABANDONED: 'given up',
};
