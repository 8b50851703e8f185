import { roles } from '../access/roles';
import { describedEnum } from '../api/describedEnum';

export const RoleEnum = describedEnum('Role', 'What a person or a service account may be to a committee.', roles);
