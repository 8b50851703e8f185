import type { DataSource } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Identity } from '../access/issuer';
import type { Role } from '../access/roles';
import type { Subject } from '../access/tokens';
import type { LocalDate } from '../kernel/localDate';
import { isUuid } from '../kernel/uuid';
import { maintain } from './maintenance';
import { inWriteSession, readSession } from './session';

/*
 * The only reads that are not confined to a committee: they find out for which committee, and in which role, someone acts. Row
 * security would show them nothing, so functions of the owner answer, each for one credential only.
 */

/** An actor that someone may be, with the name of the committee to choose it by. */
export interface Membership {
  readonly actor: Actor;
  readonly committeeName: string;
}

/** Who a development token names, as the committee knows them today; nobody, or one. */
export async function findActor(dataSource: DataSource, subject: Subject, today: LocalDate): Promise<Membership[]> {
  const { kind, id, committeeId } = subject;
  if (!isUuid(id) || !isUuid(committeeId)) return [];
  const table = kind === 'PERSON' ? 'member' : 'service_account';
  const counts = kind === 'PERSON' ? '' : `and (a.role = 'PARTNER_VIEWER' and a.agency_id is null or a.confirmed_at is not null)`;
  const session = readSession(dataSource, { committeeId, id });
  const rows = await session
    .query<{ role: Role; committeeName: string }>(
      `select a.role, c.name as "committeeName" from ${table} a join committee c on c.id = a.committee_id
       where a.id = $1 and a.committee_id = $2 and (a.ended_on is null or a.ended_on >= $3) ${counts}`,
      [id, committeeId, today],
    )
    .finally(() => session.end('COMMIT'));
  return rows.map(({ role, committeeName }) => ({ actor: { kind, id, committeeId, role }, committeeName }));
}

/** Everyone an account of an issuer signs in as: at most one member in each committee. */
export async function findMemberships(dataSource: DataSource, identity: Identity, today: LocalDate): Promise<Membership[]> {
  const rows = await dataSource.query<{ id: string; committeeId: string; role: Role; committeeName: string }[]>(
    'select * from governance.memberships_of($1, $2, $3)',
    [identity.issuer, identity.subject, today],
  );
  return rows.map(({ committeeName, ...actor }) => ({ actor: { kind: 'PERSON', ...actor }, committeeName }));
}

/** Whom tokens can be made for in a committee, one for each role. */
export async function findSubjects(dataSource: DataSource, committeeName: string): Promise<ReadonlyMap<Role, Subject>> {
  const rows = await maintain(dataSource, (manager) =>
    manager.query<(Subject & { role: Role })[]>(
      `select 'PERSON' as kind, m.id, m.role, c.id as "committeeId" from member m join committee c on c.id = m.committee_id where c.name = $1
       union all
       select 'SERVICE_ACCOUNT', s.id, s.role, c.id from service_account s join committee c on c.id = s.committee_id where c.name = $1`,
      [committeeName],
    ),
  );
  return new Map(rows.map(({ role, kind, id, committeeId }) => [role, { kind, id, committeeId }]));
}

/** A key that may still be used, and the account it signs in. */
export interface UsableKey extends Membership {
  readonly rowId: string;
  readonly keyHash: string;
  /** The only documents it may ask; null for any. */
  readonly trustedDocuments: readonly string[] | null;
  readonly lastUsedOn: LocalDate | null;
}

/** Neither a key that was revoked, has expired or waits for its confirmation nor one of an account that has ended is found. */
export async function findUsableKey(dataSource: DataSource, keyId: string, today: LocalDate): Promise<UsableKey | null> {
  const [row] = await dataSource.query<(Omit<UsableKey, 'actor'> & Pick<Actor, 'id' | 'committeeId' | 'role'>)[]>(
    'select * from governance.usable_key($1, $2)',
    [keyId, today],
  );
  if (!row) return null;
  const { id, committeeId, role, ...known } = row;
  return { ...known, actor: { kind: 'SERVICE_ACCOUNT', id, committeeId, role } };
}

/** Written by the first request of a day only. */
export async function noteKeyUse(dataSource: DataSource, { rowId, actor }: UsableKey, today: LocalDate): Promise<void> {
  await inWriteSession({ dataSource, scope: actor }, (session) =>
    session.query(
      `insert into service_key_use (id, committee_id, last_used_on) values ($1, $2, $3)
       on conflict (id) do update set last_used_on = excluded.last_used_on where service_key_use.last_used_on < excluded.last_used_on`,
      [rowId, actor.committeeId, today],
    ),
  );
}
