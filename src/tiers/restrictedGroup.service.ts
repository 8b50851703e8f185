import { ruleBroken } from '../kernel/errors';
import { Member } from '../members/member.entity';
import type { Work } from '../store/work';
import { RestrictedGroup, RestrictedGroupMember } from './restrictedGroup.entity';
import type { AdmitToRestrictedGroupInput, FoundRestrictedGroupInput, LeaveRestrictedGroupInput } from './restrictedGroup.input';
import { isMemberOn, requireCommitteesOwn, requireInGroup } from './visibility.rules';

export type GroupChange = { group: RestrictedGroup };

export async function foundRestrictedGroup(
  work: Work,
  { name, purpose, memberIds }: FoundRestrictedGroupInput,
): Promise<GroupChange> {
  const members = await work.store.getAll(Member, memberIds, 'input.memberIds');
  if (members.length === 0) throw ruleBroken('group.empty', 'A group has at least one member.', 'input.memberIds');
  members.forEach((member) => requireCommitteesOwn(member, work.today));
  const known = await work.store.all(RestrictedGroup);
  if (known.some((group) => group.name === name)) {
    throw ruleBroken('group.name', 'There is a group of this name already.', 'input.name');
  }
  const group = await work.add(RestrictedGroup, { name, purpose });
  await work.addAll(
    RestrictedGroupMember,
    members.map(({ id }) => ({ restrictedGroupId: group.id, memberId: id, fromOn: work.today })),
  );
  return { group };
}

export async function admitToRestrictedGroup(work: Work, input: AdmitToRestrictedGroupInput): Promise<GroupChange> {
  const group = await work.forChange(RestrictedGroup, input);
  const memberships = await membershipsOf(work, group.id);
  requireInGroup(work.actor, memberships, work.today);
  const member = await work.store.get(Member, input.memberId, 'input.memberId');
  requireCommitteesOwn(member, work.today);
  const [fromOn, untilOn] = [input.fromOn ?? work.today, input.untilOn ?? null];
  requirePeriod(fromOn, untilOn);
  const isIn = ({ memberId, untilOn: last }: RestrictedGroupMember) => memberId === member.id && (last === null || last > fromOn);
  if (memberships.some(isIn)) throw ruleBroken('group.member', 'This member is in the group already.', 'input.memberId');
  await work.add(RestrictedGroupMember, { restrictedGroupId: group.id, memberId: member.id, fromOn, untilOn });
  return { group: await work.save(RestrictedGroup, group) };
}

export async function leaveRestrictedGroup(work: Work, input: LeaveRestrictedGroupInput): Promise<GroupChange> {
  const membership = await work.forChange(RestrictedGroupMember, input);
  const memberships = await membershipsOf(work, membership.restrictedGroupId);
  requireInGroup(work.actor, memberships, work.today);
  const untilOn = input.untilOn ?? work.today;
  requirePeriod(membership.fromOn, untilOn);
  const others = memberships.filter(({ id, memberId }) => id !== membership.id && memberId !== membership.memberId);
  if (!others.some((other) => isMemberOn(other, untilOn > work.today ? untilOn : work.today))) {
    throw ruleBroken('group.last', 'The last member of a group cannot leave it: let somebody else in first.', 'input.id');
  }
  membership.untilOn = untilOn;
  await work.save(RestrictedGroupMember, membership);
  const group = await work.store.find(RestrictedGroup, membership.restrictedGroupId);
  if (!group) throw new Error('A membership outlived its group.');
  return { group };
}

const membershipsOf = (work: Work, groupId: string): Promise<RestrictedGroupMember[]> =>
  work.store.children(RestrictedGroupMember, 'restrictedGroupId', groupId, ['fromOn']);

function requirePeriod(fromOn: string, untilOn: string | null): void {
  if (untilOn === null || untilOn >= fromOn) return;
  throw ruleBroken('group.period', 'A membership does not end before it begins.', 'input.untilOn');
}
