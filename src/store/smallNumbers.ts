import { isKeptSmall, smallNumbers, type Role } from '../access/roles';
import { ask, type Reader } from './reads';

interface Agreed {
  readonly smallest: number;
  readonly protectedRoles: readonly Role[];
}

/**
 * The smallest count that a role is shown; null where it sees all as they are. Asked of the table itself, past the views of the
 * past: as with every right, what counts is today's.
 */
export async function smallestCountFor(reader: Reader, role: Role): Promise<number | null> {
  if (smallNumbers[role] === 'SHOWN') return null;
  const [agreed] = await ask<Agreed>(reader, {
    sql: `select s.smallest_count_shown as "smallest", s.protected_roles as "protectedRoles"
      from public.committee_settings s where s.committee_id = $1`,
    parameters: [reader.committeeId],
  });
  if (!agreed) throw new Error('A committee has no settings.');
  return isKeptSmall(role, agreed.protectedRoles) ? agreed.smallest : null;
}
