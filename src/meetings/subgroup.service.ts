import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import { Member } from '../members/member.entity';
import { hasEnded } from '../members/member.rules';
import type { Work } from '../store/work';
import { Subgroup } from './meeting.entity';
import { mayChair } from './meeting.policy';
import type { DelegateToSubgroupInput, FormSubgroupInput, ReviseSubgroupInput, WindUpSubgroupInput } from './subgroup.input';

export type SubgroupChange = { subgroup: Subgroup };

export async function formSubgroup(work: Work, input: FormSubgroupInput): Promise<SubgroupChange> {
  const chairId = await chairOf(work, input.chairId);
  await requireNewName(work, input.name);
  const { name, remit } = input;
  return { subgroup: await work.add(Subgroup, { name, remit, chairId, delegated: [] }) };
}

export async function reviseSubgroup(work: Work, input: ReviseSubgroupInput): Promise<SubgroupChange> {
  const subgroup = await work.forChange(Subgroup, input);
  if (input.name && input.name.toLowerCase() !== subgroup.name.toLowerCase()) await requireNewName(work, input.name);
  subgroup.name = input.name ?? subgroup.name;
  subgroup.remit = input.remit ?? subgroup.remit;
  subgroup.chairId = (await chairOf(work, input.chairId)) ?? subgroup.chairId;
  return { subgroup: await work.save(Subgroup, subgroup) };
}

export async function delegateToSubgroup(work: Work, input: DelegateToSubgroupInput): Promise<SubgroupChange> {
  const subgroup = await work.forChange(Subgroup, input);
  subgroup.delegated = [...new Set(input.delegated ?? [])];
  return { subgroup: await work.save(Subgroup, subgroup) };
}

export async function windUpSubgroup(work: Work, input: WindUpSubgroupInput): Promise<SubgroupChange> {
  const subgroup = await work.forChange(Subgroup, input);
  const endedOn = input.endedOn ?? work.today;
  if (endedOn > work.today) throw ruleBroken('subgroup.dayAhead', 'This day has not come yet.', 'input.endedOn');
  subgroup.endedOn = endedOn;
  return { subgroup: await work.save(Subgroup, subgroup) };
}

/** The member who is named as a chair, if one is: somebody who chairs, and is a member on that day. */
export async function chairOf(work: Work, chairId: string | null | undefined, day = work.today): Promise<string | null> {
  if (!chairId) return null;
  const field = 'input.chairId';
  const chair = await work.store.get(Member, chairId, field);
  if (!mayChair(chair.role)) {
    const who = 'A meeting is chaired by the chair, the vice chair or the chair of a subgroup.';
    throw ruleBroken('meeting.chair', who, field);
  }
  if (hasEnded(chair, day)) throw ruleBroken('meeting.chair', 'This member has left the committee.', field);
  return chair.id;
}

/** The chair that nobody named, as long as they are a member on the day; a chair who has left leaves it open. */
export async function stillChair(work: Work, chairId: string | null | undefined, day: LocalDate): Promise<string | null> {
  const chair = chairId ? await work.store.find(Member, chairId) : null;
  return chair && !hasEnded(chair, day) ? chair.id : null;
}

async function requireNewName(work: Work, name: string): Promise<void> {
  const all = await work.store.all(Subgroup);
  if (all.some((each) => !each.endedOn && each.name.toLowerCase() === name.toLowerCase())) {
    throw ruleBroken('subgroup.name', 'There is a subgroup of this name already.', 'input.name');
  }
}
