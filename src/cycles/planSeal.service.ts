import { createHash } from 'node:crypto';
import { told } from '../kernel/text';
import { Measure } from '../measures/measure.entity';
import { Member } from '../members/member.entity';
import type { Work } from '../store/work';
import { PdsaCycle } from './cycle.entity';
import { earlier, measuring } from './cycleLinks.entity';
import { PdsaQuestion, PdsaTask, PlannedData } from './cyclePlan.entity';
import { predictionsOf } from './cyclePlanParts.service';
import { PlanSeal } from './planSeal.entity';
import { sealedText, SEAL_RECIPE, type PlanToSeal } from './planSeal.rules';
import { PdsaRamp } from './ramp.entity';

/** Seals plan and predictions of a cycle that has just begun. The database refuses any change of them from then on. */
export async function sealPlan(work: Work, cycle: PdsaCycle): Promise<PlanSeal> {
  const canonicalText = sealedText(await planToSeal(work, cycle));
  const sha256 = createHash('sha256').update(canonicalText, 'utf8').digest('hex');
  return work.add(PlanSeal, { cycleId: cycle.id, recipe: SEAL_RECIPE, canonicalText, sha256 });
}

async function planToSeal(work: Work, cycle: PdsaCycle): Promise<PlanToSeal> {
  const { store } = work;
  const questions = await store.children(PdsaQuestion, 'cycleId', cycle.id, ['position']);
  const [predictions, ramp, lead, tasks, data, measures, predecessors] = await Promise.all([
    predictionsOf(work, questions),
    store.find(PdsaRamp, cycle.rampId),
    cycle.leadMemberId ? store.find(Member, cycle.leadMemberId) : null,
    store.children(PdsaTask, 'cycleId', cycle.id, ['position']),
    store.children(PlannedData, 'cycleId', cycle.id, ['position']),
    store.linked(Measure, measuring, cycle.id, ['ref']),
    store.linked(PdsaCycle, earlier, cycle.id, ['recordedAt']),
  ]);
  if (!ramp || !cycle.doStartedAt) throw new Error('A cycle is sealed once it has begun.');
  const measured = async <T extends { measureId: string | null }>(part: T) => ({
    ...part,
    measure: part.measureId ? await store.find(Measure, part.measureId) : null,
  });
  return {
    cycle: Object.assign(cycle, { doStartedAt: cycle.doStartedAt }),
    ...{ ramp, lead, tasks, measures, predecessors },
    questions: await Promise.all(
      questions.map(async ({ text }, i) => ({
        text: told(text),
        predictions: await Promise.all(
          (predictions[i] ?? []).map(async (one) => ({ ...(await measured(one)), text: told(one.text) })),
        ),
      })),
    ),
    plannedData: await Promise.all(data.map(measured)),
  };
}
