import { hashOfKey, newServiceKey } from '../access/serviceKey';
import { ShownOnce } from '../access/shownOnce';
import { Agency } from '../committees/agency.entity';
import type { Work } from '../store/work';
import { ServiceAccount } from './serviceAccount.entity';
import { ServiceKey } from './serviceKey.entity';
import type { AddServiceAccountInput, IssueServiceKeyInput, RevokeServiceKeyInput } from './serviceKey.input';
import { requireExpiry, requireProgramRole } from './serviceKey.rules';

export type KeyIssue = { serviceKey: ServiceKey; serviceAccount: ServiceAccount; key: ShownOnce | null };

export async function addServiceAccount(work: Work, input: AddServiceAccountInput): Promise<{ serviceAccount: ServiceAccount }> {
  const { displayName, role, agencyId } = input;
  const agency = agencyId ? await work.store.get(Agency, agencyId, 'input.agencyId') : null;
  requireProgramRole(role);
  return { serviceAccount: await work.add(ServiceAccount, { displayName, role, agencyId: agency?.id ?? null }) };
}

export async function issueServiceKey(work: Work, input: IssueServiceKeyInput): Promise<KeyIssue> {
  const { purpose, expiresOn, trustedDocuments } = input;
  const serviceAccount = await work.lock(ServiceAccount, input.serviceAccountId, 'input.serviceAccountId');
  requireExpiry(expiresOn, work.today);
  const { keyId, key } = newServiceKey();
  const serviceKey = await work.add(ServiceKey, {
    ...{ serviceAccountId: serviceAccount.id, keyId, keyHash: hashOfKey(key), purpose, expiresOn },
    trustedDocuments: trustedDocuments ? [...new Set(trustedDocuments.map(({ sha256 }) => sha256))] : null,
  });
  return { key: new ShownOnce(key), serviceKey, serviceAccount };
}

export async function revokeServiceKey(work: Work, input: RevokeServiceKeyInput): Promise<{ serviceKey: ServiceKey }> {
  const serviceKey = await work.forChange(ServiceKey, input);
  Object.assign(serviceKey, { revokedAt: work.now, revokedReason: input.reason });
  return { serviceKey: await work.save(ServiceKey, serviceKey) };
}
