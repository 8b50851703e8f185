import type { DataSource } from 'typeorm';
import { StartError } from '../kernel/startError';

/** Owns nothing and cannot switch row security off; every session works as this role. */
export const APPLICATION_ROLE = 'golden_thread_app';

/** Said at the start rather than to the first caller. */
export async function requireApplicationRole(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ mayAct: boolean }[]>(
    `select coalesce(pg_has_role(session_user, (select oid from pg_roles where rolname = $1), 'MEMBER'), false) as "mayAct"`,
    [APPLICATION_ROLE],
  );
  if (row?.mayAct) return;
  throw new StartError(
    `The login in DATABASE_URL may not act as ${APPLICATION_ROLE}: let the owner say "grant ${APPLICATION_ROLE} to" it.`,
  );
}
