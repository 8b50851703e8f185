import { relation, rootList, toOne } from '../api/relations';
import { Member } from '../members/member.entity';
import { ServiceAccount } from '../members/serviceAccount.entity';
import { TextCheck } from './textCheck.entity';
import { textChecks } from './textCheck.lists';

export const privacyRelations = [
  rootList('textChecks', textChecks, 'Texts that were kept with a warning or a confirmation.'),
  relation(
    TextCheck,
    'member',
    toOne(() => Member, 'memberId', 'Whose text it was, when a person sent it.', 'nullable'),
  ),
  relation(
    TextCheck,
    'serviceAccount',
    toOne(() => ServiceAccount, 'serviceAccountId', 'Which program sent it, when one did.', 'nullable'),
  ),
];
