import type { Work } from '../store/work';
import { Member } from './member.entity';
import { PracticeSharing } from './practiceSharing.entity';
import type { SharePracticeInput, WithdrawPracticeInput } from './practiceSharing.input';
import { requireNewSharing, requirePerson } from './practiceSharing.rules';

export type PracticeSharingChange = { sharing: PracticeSharing };

export async function sharePractice(work: Work, input: SharePracticeInput): Promise<PracticeSharingChange> {
  requirePerson(work.actor);
  const { id: withMemberId } = await work.store.get(Member, input.memberId, 'input.memberId');
  const ownerMemberId = work.actor.id;
  requireNewSharing(ownerMemberId, withMemberId, await work.store.children(PracticeSharing, 'ownerMemberId', ownerMemberId));
  return { sharing: await work.add(PracticeSharing, { ownerMemberId, withMemberId }) };
}

export async function withdrawPractice(work: Work, input: WithdrawPracticeInput): Promise<PracticeSharingChange> {
  const sharing = await work.forChange(PracticeSharing, input);
  sharing.withdrawnAt = work.now;
  return { sharing: await work.save(PracticeSharing, sharing) };
}
