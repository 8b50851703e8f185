import { Agency } from '../committees/agency.entity';
import { ruleBroken } from '../kernel/errors';
import { toGlobalId } from '../kernel/globalId';
import { addDays } from '../kernel/localDate';
import type { Work } from '../store/work';
import { Member } from './member.entity';
import type {
  AddMemberInput,
  ConfirmIdentityInput,
  EndMembershipInput,
  LinkIdentityInput,
  UnlinkIdentityInput,
} from './member.input';
import { confirmers } from './member.policy';
import { hasEnded } from './member.rules';
import { MemberIdentity } from './memberIdentity.entity';

export type IdentityChange = { identity: MemberIdentity; member: Member };

export async function addMember(work: Work, input: AddMemberInput): Promise<{ member: Member }> {
  const { displayName, role, agencyId } = input;
  const agency = agencyId ? await work.store.get(Agency, agencyId, 'input.agencyId') : null;
  return { member: await work.add(Member, { displayName, role, agencyId: agency?.id ?? null }) };
}

export async function endMembership(work: Work, input: EndMembershipInput): Promise<{ member: Member }> {
  const member = await work.forChange(Member, input);
  await requireOwnAccess(work);
  member.endedOn = input.lastOn ?? addDays(work.today, -1);
  if (hasEnded(member, work.today)) await endLinksOf(work, member);
  return { member: await work.save(Member, member) };
}

export async function linkIdentity(work: Work, input: LinkIdentityInput): Promise<IdentityChange> {
  const member = await work.lock(Member, input.memberId, 'input.memberId');
  const { issuer, subjectId: subject } = input;
  const known = await work.store.all(MemberIdentity);
  const live = known.find((each) => each.issuer === issuer && each.subject === subject && !each.endedAt);
  if (live) await endIfIdle(work, live);
  const linked = { memberId: member.id, issuer, subject, linkedById: work.actor.id };
  const confirmedAt = (await isBeginning(work, known)) ? work.now : null;
  return { identity: await work.add(MemberIdentity, { ...linked, confirmedAt }), member };
}

export async function confirmIdentity(work: Work, input: ConfirmIdentityInput): Promise<IdentityChange> {
  const identity = await work.forChange(MemberIdentity, input);
  Object.assign(identity, { confirmedAt: work.now, confirmedById: work.actor.id });
  const saved = await work.save(MemberIdentity, identity);
  return { identity: saved, member: await memberOf(work, saved) };
}

/**
 * Right after a founding there is nobody who could confirm a link, so it counts at once, and its history says so. Once another
 * administrator or the chair has come in, that is over for good: else it would be enough to shut them out first.
 */
async function isBeginning(work: Work, links: readonly MemberIdentity[]): Promise<boolean> {
  const { memberIds } = await work.store.asker();
  const others = new Set(
    (await work.store.all(Member))
      .filter(({ id, role }) => confirmers.includes(role) && !memberIds.includes(id))
      .map(({ id }) => id),
  );
  return !links.some(({ confirmedAt, memberId }) => confirmedAt && others.has(memberId));
}

export async function unlinkIdentity(work: Work, input: UnlinkIdentityInput): Promise<IdentityChange> {
  const identity = await work.forChange(MemberIdentity, input);
  identity.endedAt = work.now;
  const saved = await work.save(MemberIdentity, identity);
  return { identity: saved, member: await memberOf(work, saved) };
}

/** Someone who comes back in a new role brings the same account; the link to the role that has ended makes way. */
async function endIfIdle(work: Work, live: MemberIdentity): Promise<void> {
  const holder = await memberOf(work, live);
  if (!hasEnded(holder, work.today)) {
    throw ruleBroken(
      'identity.linked',
      `This account signs in as "${holder.displayName}" already; end that first.`,
      'input.subjectId',
    );
  }
  await endLink(work, live);
}

async function endLinksOf(work: Work, member: Member): Promise<void> {
  const links = await work.store.children(MemberIdentity, 'memberId', member.id);
  for (const link of links.filter(({ endedAt }) => !endedAt)) await endLink(work, link);
}

async function endLink(work: Work, { globalId }: MemberIdentity): Promise<void> {
  const link = await work.lock(MemberIdentity, globalId, 'input.id');
  await work.save(MemberIdentity, Object.assign(link, { endedAt: work.now }));
}

/** Two who end each other at once would leave nobody: each needs the other's lock, and the one who waits has ended. */
async function requireOwnAccess(work: Work): Promise<void> {
  const own = await work.lock(Member, toGlobalId('Member', work.actor.id), 'viewer');
  if (hasEnded(own, work.today)) throw ruleBroken('membership.ended', 'Your own membership has ended.');
}

async function memberOf(work: Work, { memberId }: MemberIdentity): Promise<Member> {
  const member = await work.store.find(Member, memberId);
  if (!member) throw new Error('An identity outlived its member.');
  return member;
}
