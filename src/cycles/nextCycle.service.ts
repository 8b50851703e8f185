import { told } from '../kernel/text';
import { Measure } from '../measures/measure.entity';
import { Member } from '../members/member.entity';
import type { Work } from '../store/work';
import { PdsaCycle } from './cycle.entity';
import { earlier, measuring } from './cycleLinks.entity';
import { PdsaQuestion, PdsaTask, PlannedData } from './cyclePlan.entity';
import type { CyclePlanInput, PlanNextCycleInput } from './cyclePlan.input';
import { planCycle, type CycleChange } from './cyclePlan.service';
import { PdsaRamp } from './ramp.entity';

/**
 * A cycle that starts from another: what carries over is copied, what is said here stands in its place. Predictions are not
 * copied, since what was learnt should change them, and neither are days; whether a safeguard is lowered is said of each test
 * anew. One that was cancelled taught nothing: in its place come the cycles that it would have started from.
 */
export async function planNextCycle(work: Work, input: PlanNextCycleInput): Promise<CycleChange> {
  const { cycleId, rampId, predecessorIds, ...said } = input;
  const before = await work.store.get(PdsaCycle, cycleId, 'input.cycleId');
  const ramp = await work.store.find(PdsaRamp, before.rampId);
  if (!ramp) throw new Error('A cycle outlived its ramp.');
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value != null));
  return planCycle(work, {
    ...(await carriedOver(work, before)),
    ...given,
    rampId: rampId ?? ramp.globalId,
    predecessorIds: [...new Set([...(await startedFrom(work, before)), ...(predecessorIds ?? [])])],
  });
}

async function startedFrom({ store }: Work, { id, globalId, status }: PdsaCycle): Promise<string[]> {
  if (status !== 'CANCELLED') return [globalId];
  return (await store.linked(PdsaCycle, earlier, id, ['position'])).map((cycle) => cycle.globalId);
}

async function carriedOver(work: Work, before: PdsaCycle): Promise<CyclePlanInput> {
  const { store } = work;
  const [questions, tasks, data, measures, lead] = await Promise.all([
    store.children(PdsaQuestion, 'cycleId', before.id, ['position']),
    store.children(PdsaTask, 'cycleId', before.id, ['position']),
    store.children(PlannedData, 'cycleId', before.id, ['position']),
    store.linked(Measure, measuring, before.id, ['ref']),
    before.leadMemberId ? store.find(Member, before.leadMemberId) : null,
  ]);
  const measureOf = async (id: string | null) => (id ? (await store.find(Measure, id))?.globalId : null);
  const { intent, objective, degreeOfBelief, costOfFailure, readiness, changesAtOnce } = before;
  const { scale, childrenOrEpisodes, staff, teams, sites } = before;
  return {
    ...{ intent, objective, degreeOfBelief, costOfFailure, readiness, changesAtOnce },
    size: { scale, childrenOrEpisodes, staff, teams, sites },
    leadMemberId: lead?.globalId,
    questions: questions.map(({ text }) => ({ text: told(text) })),
    tasks: tasks.map(({ what, who, place }) => ({ what: told(what), who, place })),
    plannedData: await Promise.all(
      data.map(async ({ what, how, collector, measureId }) => ({
        ...{ what: told(what), how, collector },
        measureId: await measureOf(measureId),
      })),
    ),
    measureIds: measures.map(({ globalId }) => globalId),
  };
}
