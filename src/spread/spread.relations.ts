import { ID } from 'type-graphql';
import { ChangeIdea } from '../aims/changeIdea.entity';
import type { Context } from '../api/context';
import { relation, rootList, toOne, toOneBack } from '../api/relations';
import { IdeaUptake } from './ideaUptake.entity';
import { rootOf, SharedIdea } from './sharedIdea.entity';
import { sharedIdeas } from './sharedIdea.lists';
import { IdeaSpread, shownSpread } from './spread.type';

/** All areas of a lineage, the origin first: a tree in one statement, whatever its depth. */
const lineageOf = (idea: SharedIdea, { store }: Context): Promise<IdeaUptake[]> =>
  store.children(IdeaUptake, 'rootId', rootOf(idea), ['generation', 'takenUpOn']);

const uptakeOf = async ({ id }: ChangeIdea, { store }: Context): Promise<IdeaUptake | undefined> =>
  (await store.children(IdeaUptake, 'changeIdeaId', id))[0];

const ofSharedIdeas = [
  rootList('sharedIdeas', sharedIdeas, 'The change ideas that committees share, of all areas.'),
  relation(SharedIdea, 'lineage', {
    type: () => [IdeaUptake],
    description: 'All areas that use it or what was made of it, from the origin on; `parentId` makes a tree of them.',
    resolve: lineageOf,
  }),
  relation(SharedIdea, 'spread', {
    type: () => IdeaSpread,
    description: 'How far it has spread.',
    resolve: async (idea, ctx) => shownSpread(await lineageOf(idea, ctx)),
  }),
  relation(
    SharedIdea,
    'parent',
    toOne(
      () => SharedIdea,
      'parentSharedIdeaId',
      'The shared idea it was itself taken up from; null when it was withdrawn.',
      'nullable',
    ),
  ),
  relation(
    SharedIdea,
    'changeIdea',
    toOne(() => ChangeIdea, 'changeIdeaId', 'The change idea behind it, for its own committee; null for all others.', 'nullable'),
  ),
];

const ofUptakes = [
  relation(IdeaUptake, 'isOrigin', {
    type: () => Boolean,
    description: 'True for the area the idea comes from.',
    resolve: ({ parentUptakeId }) => parentUptakeId === null,
  }),
  relation(IdeaUptake, 'parentId', {
    type: () => ID,
    nullable: true,
    description:
      'The uptake it was taken from, one step nearer to the origin; null at the origin and when that is shared no more.',
    resolve: async ({ parentUptakeId }, { store }) => parentUptakeId && (await store.find(IdeaUptake, parentUptakeId))?.globalId,
  }),
  relation(
    IdeaUptake,
    'sharedIdea',
    toOne(() => SharedIdea, 'sharedIdeaId', 'The idea as it was shared; null when it was withdrawn.', 'nullable'),
  ),
  relation(
    IdeaUptake,
    'changeIdea',
    toOne(() => ChangeIdea, 'changeIdeaId', 'The area’s change idea, for its own committee; null for all others.', 'nullable'),
  ),
];

const ofChangeIdeas = [
  relation(ChangeIdea, 'sharedAs', toOneBack(SharedIdea, 'changeIdeaId', 'How it is, or was, shared with other committees.')),
  relation(
    ChangeIdea,
    'uptake',
    toOneBack(IdeaUptake, 'changeIdeaId', 'Its place in a lineage, if it was taken up from another committee or is shared.'),
  ),
  relation(ChangeIdea, 'takenUpFrom', {
    type: () => SharedIdea,
    nullable: true,
    description: 'The shared idea of another committee it was taken up from; null when that was withdrawn.',
    resolve: async (idea, ctx) => {
      const uptake = await uptakeOf(idea, ctx);
      return uptake?.parentUptakeId ? ctx.store.find(SharedIdea, uptake.sharedIdeaId) : null;
    },
  }),
  relation(ChangeIdea, 'adaptation', {
    type: () => String,
    nullable: true,
    description: 'How the idea taken up was adapted; null while it is used as it was shared.',
    resolve: async (idea, ctx) => (await uptakeOf(idea, ctx))?.adaptation,
  }),
];

export const spreadRelations = [...ofSharedIdeas, ...ofUptakes, ...ofChangeIdeas];
