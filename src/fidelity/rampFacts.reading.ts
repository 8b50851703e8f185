import { Aim } from '../aims/aim.entity';
import { ChangeIdeaDriver } from '../aims/changeIdea.entity';
import { Driver } from '../aims/driver.entity';
import { PdsaCycle } from '../cycles/cycle.entity';
import { measuring } from '../cycles/cycleLinks.entity';
import type { PdsaRamp } from '../cycles/ramp.entity';
import { DataPoint } from '../measures/dataPoint.entity';
import { Measure } from '../measures/measure.entity';
import { definitionAt } from '../measures/measure.rules';
import { MeasureDefinition } from '../measures/measureDefinition.entity';
import type { RowReads } from '../store/rowReads';
import { cycleFactsOf } from './cycleFacts.reading';
import type { MeasureFacts, RampFacts } from './cycleFacts.rules';
import { LEAST_POINTS } from './rampRecord.rules';

const driversOf = { through: ChangeIdeaDriver, parent: 'changeIdeaId', child: 'driverId' };

/** The facts of ramps with all their cycles; a fixed number of statements, whatever the number of ramps. */
export const rampFactsOf = (reads: RowReads, ramps: readonly PdsaRamp[]): Promise<RampFacts[]> =>
  Promise.all(ramps.map((ramp) => onceFor(reads, ramp)));

/** A list of cycles asks for the same ramp once for each of them, and within one request a store reads one moment. */
const known = new WeakMap<RowReads, Map<string, Promise<RampFacts>>>();

function onceFor(reads: RowReads, ramp: PdsaRamp): Promise<RampFacts> {
  const ofRequest = known.get(reads) ?? new Map<string, Promise<RampFacts>>();
  known.set(reads, ofRequest);
  const facts = ofRequest.get(ramp.id) ?? factsOf(reads, ramp);
  ofRequest.set(ramp.id, facts);
  return facts;
}

async function factsOf(reads: RowReads, { id, changeIdeaId }: PdsaRamp): Promise<RampFacts> {
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
    reads.children(DataPoint, 'measureId', id, ['periodStart']),
  ]);
  const points = all.filter(({ value }) => value !== null);
  return {
    id,
    frequency: (definitionAt(definitions, reads.today) ?? definitions[0])?.frequency ?? 'IRREGULAR',
    points,
    // Every chart has a rule set unless people chose none; but of two figures a rule says no more than a comparison.
    readByRule: ruleSet !== 'NONE' && points.length >= LEAST_POINTS,
  };
}
