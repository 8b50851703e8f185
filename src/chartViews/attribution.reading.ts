import { Action } from '../actions/action.entity';
import { actionsOfMeasure, measuresOfAction } from '../actions/actionLinks.entity';
import type { PdsaCycle } from '../cycles/cycle.entity';
import { measuring } from '../cycles/cycleLinks.entity';
import { cycleLabel } from '../cycles/cycle.rules';
import { cyclesOfMeasure } from '../cycles/measureCycles.reading';
import { PdsaRamp } from '../cycles/ramp.entity';
import { chartBasisOf } from '../measures/measureChart.reading';
import { Measure } from '../measures/measure.entity';
import type { RowReads } from '../store/rowReads';
import { attributionOf, type Attribution, type TestTime } from './attribution.rules';

/** What may be said of one measure, with the measure. */
export interface MeasureAttribution extends Attribution {
  readonly measureId: string;
}

/** What may be said of each measure of a cycle; nothing before it has begun. */
export async function attributionsOfCycle(reads: RowReads, cycle: PdsaCycle): Promise<MeasureAttribution[]> {
  const measures = await reads.linked(Measure, measuring, cycle.id, ['ref']);
  const test = await testTimeOf(reads, cycle);
  if (!test) return [];
  return Promise.all(
    measures.map(async (measure) => attributed(reads, measure, test, await cyclesBeside(reads, measure, cycle))),
  );
}

/** The same for an action, from the day work started; other actions on the same measure ran beside it. */
export async function attributionsOfAction(reads: RowReads, action: Action): Promise<MeasureAttribution[]> {
  const measures = await reads.linked(Measure, measuresOfAction, action.id, ['ref']);
  const test = workTimeOf(action);
  if (!test) return [];
  return Promise.all(
    measures.map(async (measure) => {
      const others = (await reads.linked(Action, actionsOfMeasure, measure.id, ['ref'])).filter(({ id }) => id !== action.id);
      return attributed(reads, measure, test, others.map(workTimeOf));
    }),
  );
}

async function cyclesBeside(reads: RowReads, measure: Measure, cycle: PdsaCycle): Promise<(TestTime | null)[]> {
  const others = (await cyclesOfMeasure(reads, measure)).filter(({ id }) => id !== cycle.id);
  return Promise.all(others.map((other) => testTimeOf(reads, other)));
}

async function attributed(
  reads: RowReads,
  measure: Measure,
  test: TestTime,
  others: readonly (TestTime | null)[],
): Promise<MeasureAttribution> {
  const basis = await chartBasisOf(reads, measure);
  const beside = others.flatMap((other) => other ?? []);
  return { ...attributionOf(basis, test, beside, reads.today), measureId: measure.id };
}

/** When a stopped or superseded action ended is not on record, so it is not said to have run beside anything. */
const workTimeOf = ({ ref, status, startedOn, completedOn }: Action): TestTime | null =>
  startedOn && status !== 'STOPPED' && status !== 'SUPERSEDED' ? { label: ref, fromOn: startedOn, toOn: completedOn } : null;

async function testTimeOf(reads: RowReads, { rampId, position, doStartedOn, doEndedOn }: PdsaCycle): Promise<TestTime | null> {
  const ramp = await reads.find(PdsaRamp, rampId);
  return doStartedOn && ramp ? { label: cycleLabel(ramp.number, position), fromOn: doStartedOn, toOn: doEndedOn } : null;
}
