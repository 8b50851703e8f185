import { relation, toOne } from '../api/relations';
import { Member } from './member.entity';
import { PracticeSharing } from './practiceSharing.entity';

const member = () => Member;

export const practiceSharingRelations = [
  relation(PracticeSharing, 'owner', toOne(member, 'ownerMemberId', 'Whose practice it is.')),
  relation(PracticeSharing, 'with', toOne(member, 'withMemberId', 'Who may see it.')),
];
