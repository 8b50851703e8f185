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

/**
 * Whoever may become the owner again can switch row security off, so that of the two locks on a committee's rows only one
 * would be left: the one in this program.
 */
export async function requirePowerlessLogin(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ power: string | null }[]>(
    `select case when rolsuper then 'is a superuser' when rolbypassrls then 'may go past row security' when rolcreaterole then 'may make roles'
       when pg_has_role(oid, (select relowner from pg_class where oid = 'public.committee'::regclass), 'MEMBER')
         or pg_has_role(oid, 'golden_thread_owner', 'MEMBER') then 'may act as the owner of the tables' end as power
     from pg_roles where rolname = session_user`,
  );
  if (!row?.power) return;
  throw new StartError(
    `The login in DATABASE_URL ${row.power}, which leaves one lock of two on the rows of a committee. Give the service a login of its own ` +
      `(see "Two logins" in the README), or say ALLOW_OWNER_LOGIN=true.`,
  );
}
