import { settingsOf } from '../committees/committeeSettings.reading';
import { figuresOf } from '../measures/figures.reading';
import { dateAt } from '../kernel/localDate';
import { Measure } from '../measures/measure.entity';
import { hasFigure } from '../measures/periods.rules';
import type { RowReads } from '../store/rowReads';
import { PdsaCycle } from './cycle.entity';
import { later, measuring } from './cycleLinks.entity';
import { PdsaTask } from './cyclePlan.entity';
import { PdsaRamp } from './ramp.entity';
import {
  stalledCycles,
  stalledRamps,
  stalledSentences,
  type StalledSettings,
  type WaitingCycle,
  type WaitingRamp,
} from './stalled.rules';
import type { StalledWork } from './stalled.type';

/** All work of the committee that has come to a stand, the longest standing first. */
export async function stalledWorkOf(reads: RowReads, committeeId: string): Promise<StalledWork[]> {
  const [cycles, ramps, agreed] = await Promise.all([reads.all(PdsaCycle), reads.all(PdsaRamp), settingsOf(reads, committeeId)]);
  const settings: StalledSettings = { today: reads.today, adaptDays: agreed.adaptDays, dataDays: agreed.dataDays };
  const waiting = await Promise.all(cycles.map((cycle) => waitingCycle(reads, cycle)));
  const silent = await Promise.all(ramps.map(({ id }) => waitingRamp(reads, id)));
  const byId = new Map(cycles.map((cycle) => [cycle.id, cycle]));
  const found = [
    ...stalledCycles(waiting, settings).map(({ id, ...each }) => ({ ...each, cycleId: id, ...placeOf(byId.get(id)) })),
    ...stalledRamps(silent, settings).map(({ id, ...each }) => ({ ...each, cycleId: null, rampId: id, leadMemberId: null })),
  ].map((each): StalledWork => ({ ...each, sentence: stalledSentences[each.rule] }));
  return found.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

const placeOf = (cycle: PdsaCycle | undefined) => ({ rampId: cycle?.rampId ?? '', leadMemberId: cycle?.leadMemberId ?? null });

async function waitingCycle(reads: RowReads, cycle: PdsaCycle): Promise<WaitingCycle> {
  const { id, status, decision, plannedEndOn } = cycle;
  // A decision logged without its day waits from the day it was recorded.
  const actedOn = cycle.actedOn ?? dateAt(cycle.recordedAt);
  const [successors, tasks] = await Promise.all([
    reads.linked(PdsaCycle, later, id, []),
    reads.children(PdsaTask, 'cycleId', id),
  ]);
  const successorCount = successors.filter((successor) => successor.status !== 'CANCELLED').length;
  const firstTaskOn = tasks.flatMap(({ whenOn }) => whenOn ?? []).sort()[0] ?? null;
  return { id, status, decision, actedOn, plannedEndOn, successorCount, firstTaskOn };
}

async function waitingRamp(reads: RowReads, id: string): Promise<WaitingRamp> {
  const cycles = await reads.children(PdsaCycle, 'rampId', id, ['position']);
  const measures = (await Promise.all(cycles.map((cycle) => reads.linked(Measure, measuring, cycle.id, [])))).flat();
  const figures = (await Promise.all(measures.map((measure) => figuresOf(reads, measure.id)))).flat();
  return {
    id,
    firstDoStartedOn: cycles.flatMap(({ doStartedOn }) => doStartedOn ?? []).sort()[0] ?? null,
    latestDecision: cycles.filter(({ status }) => status !== 'CANCELLED').at(-1)?.decision ?? null,
    figureEnds: figures.filter(hasFigure).map(({ periodEnd }) => periodEnd),
  };
}
