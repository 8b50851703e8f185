import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Identity } from '../access/issuer';
import type { Role } from '../access/roles';
import type { LocalDate } from '../kernel/localDate';
import { called, maintain, since } from './maintenance';

export interface FoundingMember {
  readonly displayName: string;
  readonly role: Role;
  readonly agency?: string;
  /** The account that signs in as this member. */
  readonly identity?: Identity;
}

/** What has to exist before anyone can sign in: a committee with its areas, agencies and people. */
export interface Founding {
  readonly name: string;
  readonly kind: 'CHILD_PROTECTION' | 'PUBLIC_PROTECTION';
  readonly chiefOfficersBody: string;
  readonly isInvented: boolean;
  readonly councilCodes: readonly string[];
  readonly agencies: readonly { readonly name: string; readonly typeCode: string }[];
  readonly members: readonly FoundingMember[];
  readonly serviceAccounts: readonly FoundingAccount[];
}

export interface FoundingAccount {
  readonly displayName: string;
  readonly role: Role;
  /** What is kept of a first key, which the founder hands on. */
  readonly firstKey?: { readonly keyId: string; readonly keyHash: string; readonly expiresOn: LocalDate };
}

export interface Founded {
  readonly committeeId: string;
  readonly agencyIds: ReadonlyMap<string, string>;
  readonly memberIds: ReadonlyMap<Role, string>;
  readonly serviceAccountIds: ReadonlyMap<Role, string>;
}

/** Founds a committee in one transaction. It stands outside the store, since there is no actor yet. */
export function foundCommittee(dataSource: DataSource, founding: Founding, now: Date): Promise<Founded> {
  return maintain(dataSource, async (manager) => {
    await since(manager, now);
    await called(manager, 'foundCommittee');
    const committeeId = randomUUID();
    const { name, kind, chiefOfficersBody, isInvented } = founding;
    const facts = { name, kind, chief_officers_body: chiefOfficersBody, is_invented: isInvented };
    await insert(manager, 'committee', { id: committeeId, ...facts });
    for (const code of founding.councilCodes) {
      await insert(manager, 'committee_council_area', {
        committee_id: committeeId,
        council_area_id: await idOf(manager, 'council_area', code),
      });
    }
    const agencyIds = new Map<string, string>();
    for (const agency of founding.agencies) {
      const id = await agencyOf(manager, agency);
      agencyIds.set(agency.name, id);
      await insert(manager, 'committee_agency', { committee_id: committeeId, agency_id: id });
    }
    const own = { committee_id: committeeId, version: 1, recorded_at: now };
    const memberIds = await addMembers(manager, founding.members, own, agencyIds);
    const serviceAccountIds = await addServiceAccounts(manager, founding.serviceAccounts, own);
    return { committeeId, agencyIds, memberIds, serviceAccountIds };
  });
}

/** Lets an account in as an administrator; false when there is no such committee, or the account is somebody there already. */
export function admitAdministrator(
  dataSource: DataSource,
  committeeName: string,
  identity: Identity,
  now: Date,
): Promise<boolean> {
  return maintain(dataSource, async (manager) => {
    await since(manager, now);
    await called(manager, 'admitAdministrator');
    const [free] = await manager.query<{ id: string }[]>(
      `select id from committee c where name = $1 and not exists (select 1 from member_identity i
         where i.committee_id = c.id and i.issuer = $2 and i.subject = $3 and i.ended_at is null)`,
      [committeeName, identity.issuer, identity.subject],
    );
    if (!free) return false;
    const own = { committee_id: free.id, version: 1, recorded_at: now };
    await addMembers(manager, [{ displayName: 'Administrator', role: 'ADMIN', identity }], own, new Map());
    return true;
  });
}

type Own = Readonly<Record<string, unknown>>;

async function addMembers(
  manager: EntityManager,
  members: readonly FoundingMember[],
  own: Own,
  agencyIds: ReadonlyMap<string, string>,
): Promise<Map<Role, string>> {
  const ids = new Map<Role, string>();
  for (const { displayName, role, agency, identity } of members) {
    const id = randomUUID();
    ids.set(role, id);
    const agencyId = agency ? agencyIds.get(agency) : null;
    await insert(manager, 'member', { id, ...own, display_name: displayName, role, agency_id: agencyId });
    if (!identity) continue;
    const { issuer, subject } = identity;
    await insert(manager, 'member_identity', { id: randomUUID(), ...own, member_id: id, issuer, subject });
  }
  return ids;
}

async function addServiceAccounts(
  manager: EntityManager,
  accounts: Founding['serviceAccounts'],
  own: Own,
): Promise<Map<Role, string>> {
  const ids = new Map<Role, string>();
  for (const { displayName, role, firstKey } of accounts) {
    const id = randomUUID();
    ids.set(role, id);
    await insert(manager, 'service_account', { id, ...own, display_name: displayName, role });
    if (!firstKey) continue;
    const { keyId, keyHash, expiresOn } = firstKey;
    const key = { service_account_id: id, purpose: displayName, key_id: keyId, key_hash: keyHash, expires_on: expiresOn };
    await insert(manager, 'service_key', { id: randomUUID(), ...own, ...key });
  }
  return ids;
}

/** Agencies span committees: one that is known by this name is taken, not made again. */
async function agencyOf(manager: EntityManager, { name, typeCode }: { name: string; typeCode: string }): Promise<string> {
  const [known] = await manager.query<{ id: string }[]>('select id from agency where name = $1', [name]);
  if (known) return known.id;
  const id = randomUUID();
  await insert(manager, 'agency', { id, name, agency_type_id: await idOf(manager, 'agency_type', typeCode) });
  return id;
}

async function idOf(manager: EntityManager, table: 'council_area' | 'agency_type', code: string): Promise<string> {
  const [row] = await manager.query<{ id: string }[]>(`select id from ${table} where code = $1`, [code]);
  if (!row) throw new Error(`There is no ${table.replace('_', ' ')} ${code}.`);
  return row.id;
}

async function insert(manager: EntityManager, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await manager.query(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, Object.values(row));
}
