import { Float } from 'type-graphql';
import { protectedNumbers } from '../api/protectedNumbers';
import { relation, rootList, toFew, toFewThrough, toMany, toOne } from '../api/relations';
import { Committee } from '../committees/committee.entity';
import { Member } from '../members/member.entity';
import { Aim } from './aim.entity';
import { aims } from './aim.lists';
import { ChangeIdea } from './changeIdea.entity';
import { changeIdeas } from './changeIdea.lists';
import { Driver } from './driver.entity';
import { childrenOf, driversOf, ideasOf, parentsOf } from './theoryLinks';
import { theoryRelations } from './theory.relations';

export const aimRelations = [
  rootList('aims', aims, 'What your committee is trying to accomplish.'),
  ...protectedNumbers(Aim, {
    numbers: { baselineValue: { type: () => Float, description: 'Where things stood at the start.' } },
    toldBy: 'baselineDisclosure',
    // Typed as one value: how many children stand behind it is not recorded.
    hiddenBecause: async ({ baselineValue }, ctx) =>
      baselineValue !== null && (await ctx.store.smallestCountShown()) !== null ? 'UNKNOWN_SIZE' : null,
  }),
  relation(
    Aim,
    'owner',
    toOne(() => Member, 'ownerMemberId', 'The member who answers for it.', 'nullable'),
  ),
  relation(Member, 'ownedAims', toMany(aims, { by: 'ownerMemberId' }, 'The aims this person answers for.')),
  relation(
    Aim,
    'drivers',
    toFew(Driver, 'aimId', ['kind', 'position'], 'What it is thought to depend on: primary drivers first.'),
  ),
  relation(
    Driver,
    'aim',
    toOne(() => Aim, 'aimId', 'The aim it drives.'),
  ),
  relation(
    Driver,
    'parents',
    toFewThrough(Driver, parentsOf, ['position'], 'The primary drivers a secondary one works through.'),
  ),
  relation(Driver, 'children', toFewThrough(Driver, childrenOf, ['position'], 'The secondary drivers of a primary one.')),
  relation(Driver, 'changeIdeas', toMany(changeIdeas, ideasOf, 'The change ideas that are to move it.')),
  relation(ChangeIdea, 'drivers', toFewThrough(Driver, driversOf, ['kind', 'position'], 'The drivers it is to move.')),
  ...theoryRelations,
  relation(Committee, 'changeIdeas', toMany(changeIdeas, { by: 'committeeId' }, 'All its change ideas.')),
];
