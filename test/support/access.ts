import { randomUUID } from 'node:crypto';
import { hashOfKey, newServiceKey } from '../../src/access/serviceKey';
import type { Role } from '../../src/access/roles';
import { answered, type TestApi, type TestCommittee } from './api';

/** An account that signs in as the member in this role. */
export async function linkAccount(
  api: TestApi,
  committee: TestCommittee,
  account: { issuer: string; subject: string; role?: Role },
): Promise<void> {
  const { issuer, subject, role = 'LEAD_OFFICER' } = account;
  await api.sql(
    `insert into member_identity (id, committee_id, version, recorded_at, member_id, issuer, subject)
     values ($1, $2, 1, $3, $4, $5, $6)`,
    [randomUUID(), committee.id, api.clock.now, committee.actor(role).id, issuer, subject],
  );
}

/** A service account as it may be founded, with a key; committees of tests have none by themselves. */
export async function addDashboard(
  api: TestApi,
  committee: TestCommittee,
  { days } = { days: 90 },
): Promise<{ key: string; keyId: string }> {
  const account = randomUUID();
  await api.sql(
    `insert into service_account (id, committee_id, version, recorded_at, display_name, role) values ($1, $2, 1, $3, 'Dashboard', 'PARTNER_VIEWER')`,
    [account, committee.id, api.clock.now],
  );
  const { key, keyId } = newServiceKey();
  await api.sql(
    `insert into service_key (id, committee_id, version, recorded_at, service_account_id, key_id, purpose, key_hash, expires_on)
     values ($1, $2, 1, $3, $4, $5, 'Report', $6, $3::timestamptz::date + $7::int)`,
    [randomUUID(), committee.id, api.clock.now, account, keyId, hashOfKey(key), days],
  );
  return { key, keyId };
}

export interface Issued {
  readonly accountId: string;
  readonly key: string;
  readonly keyId: string;
  readonly id: string;
  readonly version: number;
}

/** A key as an administrator issues it, of an account they add for it. */
export async function issueKey(committee: TestCommittee, more: object = {}, account: object = {}): Promise<Issued> {
  const add = 'mutation($input: AddServiceAccountInput!) { addServiceAccount(input: $input) { serviceAccount { id } } }';
  const input = { displayName: 'Dashboard', role: 'PARTNER_VIEWER', ...account };
  const { addServiceAccount } = await answered(committee.as('ADMIN')(add, { input }));
  return issueFor(committee, String(addServiceAccount.serviceAccount.id), more);
}

export async function issueFor(committee: TestCommittee, accountId: string, more: object = {}): Promise<Issued> {
  const input = { serviceAccountId: accountId, purpose: 'Report', expiresOn: '2027-03-31', ...more };
  const { issueServiceKey: issued } = await answered(committee.as('ADMIN')(ISSUE, { input }));
  return { accountId, key: issued.key, ...issued.serviceKey };
}

export const ISSUE = `mutation Issue($input: IssueServiceKeyInput!) {
  issueServiceKey(input: $input) { key serviceKey { id version keyId purpose expiresOn trustedDocuments } serviceAccount { id } }
}`;
