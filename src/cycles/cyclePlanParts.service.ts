import { Measure } from '../measures/measure.entity';
import type { Work } from '../store/work';
import { PdsaCycle } from './cycle.entity';
import { requireRange } from './cycle.rules';
import { earlier } from './cycleLinks.entity';
import { isLargerThanSuggested } from './testSize.rules';
import { planAdvice, type CycleAdviceCode } from './cycleAdvice.rules';
import { PdsaQuestion, PdsaTask, PlannedData, Prediction } from './cyclePlan.entity';
import type { CyclePlanInput } from './cyclePlan.input';
import type { PdsaQuestionInput, PdsaTaskInput, PlannedDataInput, PredictionInput } from './cyclePlanParts.input';

/** Writes the lists that are given, each in place of what stood there. */
export async function writeParts(work: Work, cycle: PdsaCycle, { questions, tasks, plannedData }: CyclePlanInput): Promise<void> {
  if (questions) await writeQuestions(work, cycle, questions);
  if (tasks) await writeTasks(work, cycle, tasks);
  if (plannedData) await writePlannedData(work, cycle, plannedData);
}

export async function adviseOnPlan(work: Work, cycle: PdsaCycle): Promise<CycleAdviceCode[]> {
  const questions = await work.store.children(PdsaQuestion, 'cycleId', cycle.id);
  const predictions = await predictionsOf(work, questions);
  const { scale, degreeOfBelief: belief, costOfFailure, readiness, learnedFromPrevious } = cycle;
  return planAdvice({
    learnedFromPrevious,
    isLargerThanSuggested: isLargerThanSuggested(scale, { belief, costOfFailure, readiness }),
    predecessorCount: (await work.store.linked(PdsaCycle, earlier, cycle.id, [])).length,
    objective: cycle.objective,
    predictionCounts: predictions.map(({ length }) => length),
    tasks: await work.store.children(PdsaTask, 'cycleId', cycle.id),
    plannedDataCount: (await work.store.children(PlannedData, 'cycleId', cycle.id)).length,
  });
}

/** The predictions of a cycle, question by question. */
export const predictionsOf = (work: Work, questions: readonly PdsaQuestion[]): Promise<Prediction[][]> =>
  Promise.all(questions.map(({ id }) => work.store.children(Prediction, 'questionId', id)));

export async function measuresOfParts(work: Work, cycle: PdsaCycle): Promise<string[]> {
  const predictions = await predictionsOf(work, await work.store.children(PdsaQuestion, 'cycleId', cycle.id));
  const data = await work.store.children(PlannedData, 'cycleId', cycle.id);
  return [...predictions.flat(), ...data].flatMap(({ measureId }) => measureId ?? []);
}

async function writeQuestions(work: Work, cycle: PdsaCycle, given: readonly PdsaQuestionInput[]): Promise<void> {
  for (const { id } of await work.store.children(PdsaQuestion, 'cycleId', cycle.id)) {
    await work.removeChildren(Prediction, 'questionId', id);
  }
  await work.removeChildren(PdsaQuestion, 'cycleId', cycle.id);
  const questions = await work.addAll(
    PdsaQuestion,
    given.map(({ text }, index) => ({ cycleId: cycle.id, position: index + 1, text })),
  );
  const predictions = questions.flatMap(({ id }, at) =>
    (given[at]?.predictions ?? []).map((prediction, index) =>
      predictionOf(work, prediction, {
        questionId: id,
        position: index + 1,
        field: `input.questions.${at}.predictions.${index}`,
      }),
    ),
  );
  await work.addAll(Prediction, await Promise.all(predictions));
}

async function predictionOf(
  work: Work,
  given: PredictionInput,
  { field, ...place }: { questionId: string; position: number; field: string },
) {
  requireRange(given, field);
  const measureId = await measureOf(work, given.measureId, `${field}.measureId`);
  const { text, direction, lower, upper, expectedValue, horizonOn, confidence } = given;
  return { ...place, text, measureId, direction, lower, upper, expectedValue, horizonOn, confidence };
}

async function writeTasks(work: Work, cycle: PdsaCycle, given: readonly PdsaTaskInput[]): Promise<void> {
  await work.removeChildren(PdsaTask, 'cycleId', cycle.id);
  await work.addAll(
    PdsaTask,
    given.map(({ what, who, whenOn, whenText, place }, index) => ({
      cycleId: cycle.id,
      position: index + 1,
      what,
      who,
      whenOn,
      whenText,
      place,
    })),
  );
}

async function writePlannedData(work: Work, cycle: PdsaCycle, given: readonly PlannedDataInput[]): Promise<void> {
  await work.removeChildren(PlannedData, 'cycleId', cycle.id);
  const rows = given.map(async ({ what, how, collector, ...data }, index) => {
    const measureId = await measureOf(work, data.measureId, `input.plannedData.${index}.measureId`);
    return { cycleId: cycle.id, position: index + 1, what, how, collector, measureId };
  });
  await work.addAll(PlannedData, await Promise.all(rows));
}

async function measureOf(work: Work, measureId: string | null | undefined, field: string): Promise<string | null> {
  return measureId ? (await work.store.get(Measure, measureId, field)).id : null;
}
