import { median } from '../charts/median';
import { figuresOf } from '../measures/figures.reading';
import { hasFigure } from '../measures/periods.rules';
import type { RowReads } from '../store/rowReads';
import { PdsaCycle } from './cycle.entity';
import { PdsaQuestion, type Prediction } from './cyclePlan.entity';
import { whatDataSay, type DataOutcome } from './predictionOutcome.rules';

/** What the data say of a prediction, with the baseline it was told from. */
export interface OutcomeFound extends DataOutcome {
  readonly baseline: number | null;
}

/** Three statements for any number of predictions asked for together. */
export async function outcomeOf(reads: RowReads, prediction: Prediction): Promise<OutcomeFound> {
  const question = await reads.find(PdsaQuestion, prediction.questionId);
  const cycle = question && (await reads.find(PdsaCycle, question.cycleId));
  if (!cycle) throw new Error('A prediction outlived its cycle.');
  return outcomeWithin(reads, cycle, prediction);
}

/** The same where the cycle is at hand; one statement. */
export async function outcomeWithin(
  reads: RowReads,
  { doStartedOn }: Pick<PdsaCycle, 'doStartedOn'>,
  prediction: Prediction,
): Promise<OutcomeFound> {
  const figures = prediction.measureId ? (await figuresOf(reads, prediction.measureId)).filter(hasFigure) : [];
  const before = figures.filter(({ periodEnd }) => doStartedOn && periodEnd < doStartedOn);
  const baseline = median(before.flatMap(({ value }) => value ?? []));
  return { ...whatDataSay(prediction, { doStartedOn, baseline, figures, today: reads.today }), baseline };
}
