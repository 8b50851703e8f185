import { ruleBroken } from '../kernel/errors';
import { Member } from '../members/member.entity';
import type { Work } from '../store/work';
import { Subgroup } from './meeting.entity';
import { requireChair } from './meeting.rules';
import type { DelegateToSubgroupInput, FormSubgroupInput, ReviseSubgroupInput, WindUpSubgroupInput } from './subgroup.input';

export type SubgroupChange = { subgroup: Subgroup };

export async function formSubgroup(work: Work, input: FormSubgroupInput): Promise<SubgroupChange> {
  const chairId = await chairOf(work, input.chairId);
  await requireNewName(work, input.name);
  const { name, remit } = input;
  return { subgroup: await work.add(Subgroup, { name, remit, chairId, delegated: [] }) };
}

export async function reviseSubgroup(work: Work, input: ReviseSubgroupInput): Promise<SubgroupChange> {
  const subgroup = await liveSubgroup(work, input);
  if (input.name && input.name.toLowerCase() !== subgroup.name.toLowerCase()) await requireNewName(work, input.name);
  subgroup.name = input.name ?? subgroup.name;
  subgroup.remit = input.remit ?? subgroup.remit;
  subgroup.chairId = (await chairOf(work, input.chairId)) ?? subgroup.chairId;
  return { subgroup: await work.save(Subgroup, subgroup) };
}

export async function delegateToSubgroup(work: Work, input: DelegateToSubgroupInput): Promise<SubgroupChange> {
  const subgroup = await liveSubgroup(work, input);
  subgroup.delegated = [...new Set(input.delegated ?? [])];
  return { subgroup: await work.save(Subgroup, subgroup) };
}

export async function windUpSubgroup(work: Work, input: WindUpSubgroupInput): Promise<SubgroupChange> {
  const subgroup = await liveSubgroup(work, input);
  const endedOn = input.endedOn ?? work.today;
  if (endedOn > work.today) throw ruleBroken('subgroup.dayAhead', 'This day has not come yet.', 'input.endedOn');
  subgroup.endedOn = endedOn;
  return { subgroup: await work.save(Subgroup, subgroup) };
}

/** The member who is named as a chair, if one is. */
export async function chairOf(work: Work, chairId: string | null | undefined): Promise<string | null> {
  if (!chairId) return null;
  const chair = await work.store.get(Member, chairId, 'input.chairId');
  requireChair(chair, work.today);
  return chair.id;
}

async function liveSubgroup(work: Work, based: { id: string; version: number }): Promise<Subgroup> {
  const subgroup = await work.forChange(Subgroup, based);
  if (subgroup.endedOn) throw ruleBroken('subgroup.ended', 'This subgroup was wound up.', 'input.id');
  return subgroup;
}

async function requireNewName(work: Work, name: string): Promise<void> {
  const all = await work.store.all(Subgroup);
  if (all.some((each) => !each.endedOn && each.name.toLowerCase() === name.toLowerCase())) {
    throw ruleBroken('subgroup.name', 'There is a subgroup of this name already.', 'input.name');
  }
}
