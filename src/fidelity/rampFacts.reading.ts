import { Aim } from '../aims/aim.entity';
import { driversOf } from '../aims/theoryLinks';
import { Driver } from '../aims/driver.entity';
import { PdsaCycle } from '../cycles/cycle.entity';
import { measuring } from '../cycles/cycleLinks.entity';
import type { PdsaRamp } from '../cycles/ramp.entity';
import { figuresOf } from '../measures/figures.reading';
import { Measure } from '../measures/measure.entity';
import { definitionAt } from '../measures/measure.rules';
import { MeasureDefinition } from '../measures/measureDefinition.entity';
import { hasFigure } from '../measures/periods.rules';
import type { RowReads } from '../store/rowReads';
import { cycleFactsOf } from './cycleFacts.reading';
import type { MeasureFacts, RampFacts } from './cycleFacts.rules';
import { LEAST_POINTS } from './rampRecord.rules';

/** The facts of ramps with all their cycles; a fixed number of statements, whatever the number of ramps. */
export const rampFactsOf = (reads: RowReads, ramps: readonly PdsaRamp[]): Promise<RampFacts[]> =>
  Promise.all(ramps.map((ramp) => reads.once(`facts of ramp ${ramp.id}`, () => factsOf(reads, ramp))));

async function factsOf(reads: RowReads, { id, changeIdeaId }: PdsaRamp): Promise<RampFacts> {
  // A driver that was retired since was the theory when it was tested.
  const [cycles, drivers] = await Promise.all([
    reads.children(PdsaCycle, 'rampId', id, ['position']),
    reads.linked(Driver, driversOf, changeIdeaId, ['kind', 'position']),
  ]);
  const [cycleFacts, measures, aims] = await Promise.all([
    Promise.all(cycles.map((cycle) => cycleFactsOf(reads, cycle))),
    measureFactsOf(reads, cycles),
    aimsOf(reads, drivers),
  ]);
  return {
    id,
    cycles: cycleFacts,
    measures,
    hasTheory: drivers.length > 0,
    aims: aims.map(({ targetValue, targetOn }) => ({ hasNumericTarget: targetValue !== null, hasDate: targetOn !== null })),
  };
}

async function aimsOf(reads: RowReads, drivers: readonly Driver[]): Promise<Aim[]> {
  const ids = [...new Set(drivers.map(({ aimId }) => aimId))];
  return (await Promise.all(ids.map((aimId) => reads.find(Aim, aimId)))).flatMap((aim) => aim ?? []);
}

async function measureFactsOf(reads: RowReads, cycles: readonly PdsaCycle[]): Promise<MeasureFacts[]> {
  const named = (await Promise.all(cycles.map(({ id }) => reads.linked(Measure, measuring, id, ['ref'])))).flat();
  const distinct = [...new Map(named.map((measure) => [measure.id, measure])).values()];
  return Promise.all(distinct.map((measure) => factsOfMeasure(reads, measure)));
}

async function factsOfMeasure(reads: RowReads, { id, ruleSet }: Measure): Promise<MeasureFacts> {
  const [definitions, all] = await Promise.all([
    reads.children(MeasureDefinition, 'measureId', id, ['number']),
    figuresOf(reads, id),
  ]);
  const points = all.filter(hasFigure);
  return {
    id,
    frequency: (definitionAt(definitions, reads.today) ?? definitions[0])?.frequency ?? 'IRREGULAR',
    points,
    // Every chart has a rule set unless people chose none; but of two figures a rule says no more than a comparison.
    readByRule: ruleSet !== 'NONE' && points.length >= LEAST_POINTS,
  };
}
