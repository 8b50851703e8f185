import { PdsaCycle } from '../cycles/cycle.entity';
import { earlier, later } from '../cycles/cycleLinks.entity';
import { PdsaQuestion, PdsaTask, PlannedData, Prediction } from '../cycles/cyclePlan.entity';
import { Observation, PredictionComparison } from '../cycles/cycleRecord.entity';
import { outcomeWithin } from '../cycles/predictionOutcome.reading';
import { dateAt } from '../kernel/localDate';
import type { RowReads } from '../store/rowReads';
import type { CycleFacts, PredictionFacts } from './cycleFacts.rules';

/** A cycle that was given up before it started taught nothing and follows nothing up. */
const taken = (cycles: readonly PdsaCycle[]): PdsaCycle[] => cycles.filter(({ status }) => status !== 'CANCELLED');

export async function cycleFactsOf(reads: RowReads, cycle: PdsaCycle): Promise<CycleFacts> {
  const { id, doStartedAt } = cycle;
  const [questions, tasks, data, observations, predecessors, successors] = await Promise.all([
    reads.children(PdsaQuestion, 'cycleId', id, ['position']),
    reads.children(PdsaTask, 'cycleId', id, ['position']),
    reads.children(PlannedData, 'cycleId', id, ['position']),
    reads.children(Observation, 'cycleId', id, ['position']),
    reads.linked(PdsaCycle, earlier, id, ['recordedAt']),
    reads.linked(PdsaCycle, later, id, ['recordedAt']),
  ]);
  return {
    ...cycle,
    questionCount: questions.length,
    taskCount: tasks.length,
    plannedDataCount: data.length,
    predictions: await predictionFactsOf(reads, cycle, questions),
    observationCount: observations.length,
    sealedAt: doStartedAt,
    predecessorIds: taken(predecessors).map((one) => one.id),
    successors: taken(successors),
  };
}

async function predictionFactsOf(
  reads: RowReads,
  cycle: PdsaCycle,
  questions: readonly PdsaQuestion[],
): Promise<PredictionFacts[]> {
  const predictions = await Promise.all(questions.map(({ id }) => reads.children(Prediction, 'questionId', id, ['position'])));
  return Promise.all(
    predictions.flat().map(async (prediction) => {
      const [comparisons, outcome] = await Promise.all([
        reads.children(PredictionComparison, 'predictionId', prediction.id),
        outcomeWithin(reads, cycle, prediction),
      ]);
      return {
        ...prediction,
        recordedOn: dateAt(prediction.recordedAt),
        verdict: comparisons[0]?.verdict ?? null,
        dataSay: outcome.verdict,
        observedValue: outcome.observedValue,
      };
    }),
  );
}
