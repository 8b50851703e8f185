import { hashOfKey, newServiceKey } from '../access/serviceKey';
import { ShownOnce } from '../access/shownOnce';
import { Agency } from '../committees/agency.entity';
import { Refusal } from '../kernel/errors';
import type { Work } from '../store/work';
import { ServiceAccount } from './serviceAccount.entity';
import { ServiceKey } from './serviceKey.entity';
import type {
  AddServiceAccountInput,
  ConfirmServiceAccountInput,
  IssueServiceKeyInput,
  RevokeServiceKeyInput,
} from './serviceKey.input';
import { anothersWord } from './member.policy';
import { needsConfirmation, requireExpiry, requireProgramRole } from './serviceKey.rules';

export type KeyIssue = { serviceKey: ServiceKey; serviceAccount: ServiceAccount; key: ShownOnce | null };

export async function addServiceAccount(work: Work, input: AddServiceAccountInput): Promise<{ serviceAccount: ServiceAccount }> {
  const { displayName, role, agencyId } = input;
  const agency = agencyId ? await work.store.get(Agency, agencyId, 'input.agencyId') : null;
  requireProgramRole(role);
  const facts = { displayName, role, agencyId: agency?.id ?? null, addedById: work.actor.id };
  return { serviceAccount: await work.add(ServiceAccount, facts) };
}

export async function issueServiceKey(work: Work, input: IssueServiceKeyInput): Promise<KeyIssue> {
  const { purpose, expiresOn, trustedDocuments } = input;
  const serviceAccount = await work.lock(ServiceAccount, input.serviceAccountId, 'input.serviceAccountId');
  requireExpiry(expiresOn, work.today);
  const { keyId, key } = newServiceKey();
  const serviceKey = await work.add(ServiceKey, {
    ...{ serviceAccountId: serviceAccount.id, keyId, keyHash: hashOfKey(key), purpose, expiresOn, issuedById: work.actor.id },
    trustedDocuments: trustedDocuments ? [...new Set(trustedDocuments.map(({ sha256 }) => sha256))] : null,
  });
  const account = needsConfirmation(serviceAccount) ? await unconfirmed(work, serviceAccount) : serviceAccount;
  return { key: new ShownOnce(key), serviceKey, serviceAccount: account };
}

/** A new key waits, and the earlier ones go on working. It is a new version, so that nobody confirms a key they have not seen. */
const unconfirmed = (work: Work, account: ServiceAccount): Promise<ServiceAccount> =>
  work.save(ServiceAccount, Object.assign(account, { confirmedAt: null, confirmedById: null }));

export async function confirmServiceAccount(
  work: Work,
  input: ConfirmServiceAccountInput,
): Promise<{ serviceAccount: ServiceAccount }> {
  const account = await work.forChange(ServiceAccount, input);
  const keys = await work.store.children(ServiceKey, 'serviceAccountId', account.id);
  const waiting = keys.filter(({ confirmedAt, revokedAt }) => !confirmedAt && !revokedAt);
  const { memberIds } = await work.store.asker();
  if (waiting.some(({ issuedById }) => issuedById !== null && memberIds.includes(issuedById)))
    throw new Refusal('FORBIDDEN', anothersWord.sentence, { rule: anothersWord.rule, field: 'input.id' });
  for (const { globalId } of waiting) {
    const key = await work.lock(ServiceKey, globalId, 'input.id');
    await work.save(ServiceKey, Object.assign(key, { confirmedAt: work.now }));
  }
  Object.assign(account, { confirmedAt: work.now, confirmedById: work.actor.id });
  return { serviceAccount: await work.save(ServiceAccount, account) };
}

export async function revokeServiceKey(work: Work, input: RevokeServiceKeyInput): Promise<{ serviceKey: ServiceKey }> {
  const serviceKey = await work.forChange(ServiceKey, input);
  Object.assign(serviceKey, { revokedAt: work.now, revokedReason: input.reason });
  return { serviceKey: await work.save(ServiceKey, serviceKey) };
}
