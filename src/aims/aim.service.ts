import { Member } from '../members/member.entity';
import type { Work } from '../store/work';
import { Aim } from './aim.entity';
import type { ReviseAimInput, StateAimInput } from './aim.input';

export type AimChange = { aim: Aim };

export async function stateAim(work: Work, input: StateAimInput): Promise<AimChange> {
  const owner = await ownerOf(work, input);
  const aim = await work.add(Aim, {
    ref: input.ref ?? (await work.nextReference(Aim, `AIM-${work.today.slice(0, 4)}-`, 2)),
    statement: input.statement,
    population: input.population,
    systemBoundary: input.systemBoundary,
    baselineValue: input.baselineValue,
    baselinePeriod: input.baselinePeriod,
    targetValue: input.targetValue,
    unit: input.unit,
    targetOn: input.targetOn,
    ownerMemberId: owner?.id,
  });
  return { aim };
}

export async function reviseAim(work: Work, input: ReviseAimInput): Promise<AimChange> {
  const aim = await work.forChange(Aim, input);
  const owner = await ownerOf(work, input);
  Object.assign(aim, {
    statement: input.statement ?? aim.statement,
    population: input.population ?? aim.population,
    systemBoundary: input.systemBoundary ?? aim.systemBoundary,
    baselineValue: input.baselineValue ?? aim.baselineValue,
    baselinePeriod: input.baselinePeriod ?? aim.baselinePeriod,
    targetValue: input.targetValue ?? aim.targetValue,
    unit: input.unit ?? aim.unit,
    targetOn: input.targetOn ?? aim.targetOn,
    ownerMemberId: owner?.id ?? aim.ownerMemberId,
  });
  return { aim: await work.save(Aim, aim) };
}

const ownerOf = (work: Work, { ownerMemberId }: StateAimInput | ReviseAimInput): Promise<Member | null> =>
  ownerMemberId ? work.store.get(Member, ownerMemberId, 'input.ownerMemberId') : Promise.resolve(null);
