import { ChangeIdea } from '../aims/changeIdea.entity';
import type { PdsaCycle } from '../cycles/cycle.entity';
import { cycleLabel } from '../cycles/cycle.rules';
import { cyclesOfMeasure } from '../cycles/measureCycles.reading';
import { PdsaRamp } from '../cycles/ramp.entity';
import { Measure } from '../measures/measure.entity';
import type { RowReads } from '../store/rowReads';
import { standingOf } from '../store/standing';
import type { ChartCycle } from './chart.type';
import { isAmong, type ChartView } from './chartView';

/** The cycles that ran while the figures of a chart were counted; none for a pasted series. */
export async function cyclesOfView(reads: RowReads, view: ChartView): Promise<ChartCycle[]> {
  const { measureId } = view;
  const measure = measureId ? await reads.find(Measure, measureId) : null;
  if (!measure) return [];
  const cycles = await cyclesOfMeasure(reads, measure);
  const shown = cycles.filter(({ doStartedOn, doEndedOn }) => doStartedOn !== null && isAmong(view, doStartedOn, doEndedOn));
  return Promise.all(shown.map((cycle) => shownCycle(reads, cycle)));
}

async function shownCycle(reads: RowReads, cycle: PdsaCycle): Promise<ChartCycle> {
  const [ramp, idea] = await Promise.all([reads.find(PdsaRamp, cycle.rampId), reads.find(ChangeIdea, cycle.changeIdeaId)]);
  return {
    cycleId: cycle.id,
    label: cycleLabel(ramp?.number ?? 1, cycle.position),
    title: standingOf(cycle)?.withheld ? 'What it tests is withheld from you' : (cycle.objective ?? idea?.statement ?? ''),
    fromOn: cycle.doStartedOn ?? '',
    toOn: cycle.doEndedOn,
  };
}
