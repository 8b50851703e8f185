import { ChangeIdea } from '../aims/changeIdea.entity';
import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import { Measure } from '../measures/measure.entity';
import { Member } from '../members/member.entity';
import type { Work } from '../store/work';
import { PdsaCycle } from './cycle.entity';
import { precedingCycle, requireDaysInOrder, requireNotCancelled, requirePlannedEnd, requireSafeguards } from './cycle.rules';
import type { CycleAdviceCode } from './cycleAdvice.rules';
import { CycleMeasure, CyclePredecessor, earlier, measuring } from './cycleLinks.entity';
import type { CyclePlanInput, PlanCycleInput, ReviseCyclePlanInput } from './cyclePlan.input';
import { adviseOnPlan, measuresOfParts, writeParts } from './cyclePlanParts.service';
import { PdsaRamp } from './ramp.entity';
import { requireTestable } from './ramp.service';

export type CycleChange = { cycle: PdsaCycle; adviceCodes: CycleAdviceCode[] };

/** A test to come; an idea that was given up is not tested again. */
export async function planCycle(work: Work, input: PlanCycleInput): Promise<CycleChange> {
  const { changeIdeaId } = await work.store.get(PdsaRamp, input.rampId, 'input.rampId');
  const idea = await work.store.find(ChangeIdea, changeIdeaId);
  if (idea) requireTestable(idea.status, 'input.rampId');
  return addCycle(work, input, null);
}

/**
 * Adds a cycle to the end of its ramp; `startedOn` is the day it is already known to have begun. The ramp is locked, so that no
 * two cycles get the same place and none is left out.
 */
export async function addCycle(work: Work, input: PlanCycleInput, startedOn: LocalDate | null): Promise<CycleChange> {
  requireSafeguards(input.lowersStatutorySafeguard);
  const ramp = await work.lock(PdsaRamp, input.rampId, 'input.rampId');
  const others = await work.store.children(PdsaCycle, 'rampId', ramp.id, ['position']);
  const predecessors = input.predecessorIds
    ? await work.store.getAll(PdsaCycle, input.predecessorIds, 'input.predecessorIds')
    : precedingCycle(others, startedOn);
  requireNotCancelled(predecessors);
  const cycle = await work.add(PdsaCycle, {
    changeIdeaId: ramp.changeIdeaId,
    rampId: ramp.id,
    position: (others.at(-1)?.position ?? 0) + 1,
    status: 'PLANNING',
    ...factsOf(input),
    leadMemberId: await leadOf(work, input),
    plannedOn: input.plannedOn === undefined ? work.today : input.plannedOn,
    recordedAfterTheFact: false,
  });
  requireDaysInOrder(cycle, work.today, 'input.plannedOn');
  requirePlannedEnd(cycle);
  await writeParts(work, cycle, input);
  await linkMeasures(work, cycle, input);
  await linkPredecessors(work, cycle, predecessors);
  return { cycle, adviceCodes: await adviseOnPlan(work, cycle) };
}

export async function reviseCyclePlan(work: Work, input: ReviseCyclePlanInput): Promise<CycleChange> {
  const cycle = await work.forChange(PdsaCycle, input);
  requireSafeguards(input.lowersStatutorySafeguard);
  Object.assign(cycle, {
    ...factsOf(input, cycle),
    leadMemberId: (await leadOf(work, input)) ?? cycle.leadMemberId,
    plannedOn: input.plannedOn === undefined ? cycle.plannedOn : input.plannedOn,
  } satisfies Partial<PdsaCycle>);
  requireDaysInOrder(cycle, work.today, 'input.plannedOn');
  requirePlannedEnd(cycle);
  const saved = await work.save(PdsaCycle, cycle);
  await writeParts(work, cycle, input);
  await linkMeasures(work, cycle, input);
  if (input.predecessorIds) {
    const predecessors = await work.store.getAll(PdsaCycle, input.predecessorIds, 'input.predecessorIds');
    requireNotCancelled(predecessors);
    await requireNoLoop(work, cycle, predecessors);
    await work.removeChildren(CyclePredecessor, 'cycleId', cycle.id);
    await linkPredecessors(work, cycle, predecessors);
  }
  return { cycle: saved, adviceCodes: await adviseOnPlan(work, cycle) };
}

/** What is not said stays as it was; of a new cycle it is not known. */
const factsOf = ({ size, ...input }: CyclePlanInput, before?: PdsaCycle) => ({
  intent: input.intent ?? before?.intent ?? null,
  objective: input.objective ?? before?.objective ?? null,
  lowersStatutorySafeguard: input.lowersStatutorySafeguard ?? before?.lowersStatutorySafeguard ?? null,
  plannedEndOn: input.plannedEndOn ?? before?.plannedEndOn ?? null,
  degreeOfBelief: input.degreeOfBelief ?? before?.degreeOfBelief ?? null,
  costOfFailure: input.costOfFailure ?? before?.costOfFailure ?? null,
  readiness: input.readiness ?? before?.readiness ?? null,
  changesAtOnce: input.changesAtOnce ?? before?.changesAtOnce ?? null,
  learnedFromPrevious: input.learnedFromPrevious ?? before?.learnedFromPrevious ?? null,
  ladderReason: input.ladderReason ?? before?.ladderReason ?? null,
  scale: size?.scale ?? before?.scale ?? null,
  childrenOrEpisodes: size?.childrenOrEpisodes ?? before?.childrenOrEpisodes ?? null,
  staff: size?.staff ?? before?.staff ?? null,
  teams: size?.teams ?? before?.teams ?? null,
  sites: size?.sites ?? before?.sites ?? null,
});

async function leadOf(work: Work, { leadMemberId }: CyclePlanInput): Promise<string | null> {
  return leadMemberId ? (await work.store.get(Member, leadMemberId, 'input.leadMemberId')).id : null;
}

/** All measures a plan names are measures of the cycle, so that the thread runs on to their data. */
async function linkMeasures(work: Work, cycle: PdsaCycle, { measureIds }: CyclePlanInput): Promise<void> {
  const named = measureIds
    ? await work.store.getAll(Measure, measureIds, 'input.measureIds')
    : await work.store.linked(Measure, measuring, cycle.id, []);
  const ids = new Set([...named.map(({ id }) => id), ...(await measuresOfParts(work, cycle))]);
  await work.removeChildren(CycleMeasure, 'cycleId', cycle.id);
  await work.link(
    CycleMeasure,
    [...ids].map((measureId) => ({ cycleId: cycle.id, measureId })),
  );
}

const linkPredecessors = (work: Work, cycle: PdsaCycle, predecessors: readonly PdsaCycle[]): Promise<void> =>
  work.link(
    CyclePredecessor,
    predecessors.map(({ id }) => ({ cycleId: cycle.id, predecessorId: id })),
  );

/** @throws RULE_BROKEN `cycle.loop` when going back from the predecessors leads to the cycle itself */
async function requireNoLoop(work: Work, cycle: PdsaCycle, predecessors: readonly PdsaCycle[]): Promise<void> {
  const seen = new Set<string>();
  for (let row = predecessors; row.length > 0;) {
    if (row.some(({ id }) => id === cycle.id))
      throw ruleBroken('cycle.loop', 'A cycle cannot come before itself.', 'input.predecessorIds');
    row.forEach(({ id }) => seen.add(id));
    const before = await Promise.all(row.map(({ id }) => work.store.linked(PdsaCycle, earlier, id, [])));
    row = before.flat().filter(({ id }) => !seen.has(id));
  }
}
