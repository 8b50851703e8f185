import { relation, toMany, toOne } from '../api/relations';
import { Agency } from '../committees/agency.entity';
import { Committee } from '../committees/committee.entity';
import { members } from './member.lists';
import { Member } from './member.entity';

export const memberRelations = [
  relation(Committee, 'members', toMany(members, { by: 'committeeId' }, 'The people who work with it.')),
  relation(
    Member,
    'agency',
    toOne(() => Agency, 'agencyId', 'The agency this person comes from.', 'nullable'),
  ),
];
