import { relation, rootList, toFew, toFewThrough, toMany, toOne } from '../api/relations';
import { Committee } from '../committees/committee.entity';
import { Member } from '../members/member.entity';
import { Aim } from './aim.entity';
import { aims } from './aim.lists';
import { ChangeIdea, ChangeIdeaDriver } from './changeIdea.entity';
import { changeIdeas } from './changeIdea.lists';
import { Driver, DriverLink } from './driver.entity';

const parentsOf = { through: DriverLink, parent: 'childDriverId', child: 'parentDriverId' };
const childrenOf = { through: DriverLink, parent: 'parentDriverId', child: 'childDriverId' };
const ideasOf = { through: ChangeIdeaDriver, parent: 'driverId', child: 'changeIdeaId' };
const driversOf = { through: ChangeIdeaDriver, parent: 'changeIdeaId', child: 'driverId' };

export const aimRelations = [
  rootList('aims', aims, 'What your committee is trying to accomplish.'),
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
  relation(Committee, 'changeIdeas', toMany(changeIdeas, { by: 'committeeId' }, 'All its change ideas.')),
];
