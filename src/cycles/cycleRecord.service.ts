import { ruleBroken } from '../kernel/errors';
import type { Work } from '../store/work';
import { PdsaCycle } from './cycle.entity';
import type { AddAddendumInput, ComparisonInput, ObservationInput, RecordObservationInput } from './cycle.input';
import { PdsaQuestion, Prediction } from './cyclePlan.entity';
import { predictionsOf } from './cyclePlanParts.service';
import { CycleAddendum, Observation, PredictionComparison } from './cycleRecord.entity';

export type ObservationChange = { observation: Observation; cycle: PdsaCycle };
export type AddendumChange = { addendum: CycleAddendum; cycle: PdsaCycle };
type Seen = Pick<ObservationInput, 'text' | 'wasExpected'>;

export interface Compared {
  readonly predictionCount: number;
  readonly comparisonCount: number;
}

/** The cycle is locked, so that observations keep their order and none slips in after Do has ended. */
export async function recordObservation(work: Work, input: RecordObservationInput): Promise<ObservationChange> {
  const cycle = await work.lock(PdsaCycle, input.cycleId, 'input.cycleId');
  const observation = (await addObservations(work, cycle, [input])).at(-1) as Observation;
  return { observation, cycle };
}

export async function addAddendum(work: Work, input: AddAddendumInput): Promise<AddendumChange> {
  const cycle = await work.lock(PdsaCycle, input.cycleId, 'input.cycleId');
  return { addendum: await work.add(CycleAddendum, { cycleId: cycle.id, authorId: work.actor.id, text: input.text }), cycle };
}

/** Adds what was seen after what is already there. @returns all observations of the cycle, in order */
export async function addObservations(work: Work, cycle: PdsaCycle, given: readonly Seen[]): Promise<Observation[]> {
  const before = await work.store.children(Observation, 'cycleId', cycle.id, ['position']);
  const added = await work.addAll(
    Observation,
    given.map(({ text, wasExpected }, index) => ({
      cycleId: cycle.id,
      position: before.length + index + 1,
      text,
      wasExpected: wasExpected ?? true,
    })),
  );
  return [...before, ...added];
}

/** @throws RULE_BROKEN when a prediction is of another cycle or is compared twice */
export async function addComparisons(work: Work, cycle: PdsaCycle, given: readonly ComparisonInput[]): Promise<void> {
  const open = new Set((await allPredictions(work, cycle)).map(({ id }) => id));
  const rows = given.map(async ({ predictionId, verdict, note }, index) => {
    const field = `input.comparisons.${index}.predictionId`;
    const { id } = await work.store.get(Prediction, predictionId, field);
    if (!open.delete(id))
      throw ruleBroken('cycle.comparison', 'This prediction is of another cycle, or is compared twice.', field);
    return { predictionId: id, verdict, note };
  });
  await work.addAll(PredictionComparison, await Promise.all(rows));
}

export async function comparisonsOf(work: Work, cycle: PdsaCycle): Promise<Compared> {
  const predictions = await allPredictions(work, cycle);
  const comparisons = await Promise.all(
    predictions.map(({ id }) => work.store.children(PredictionComparison, 'predictionId', id)),
  );
  return { predictionCount: predictions.length, comparisonCount: comparisons.flat().length };
}

const allPredictions = async (work: Work, cycle: PdsaCycle): Promise<Prediction[]> =>
  (await predictionsOf(work, await work.store.children(PdsaQuestion, 'cycleId', cycle.id))).flat();
