import { Aim } from '../aims/aim.entity';
import type { Facts, Work } from '../store/work';
import { Measure } from './measure.entity';
import type {
  ActivateMeasureInput,
  DefineMeasureInput,
  MeasureDefinitionInput,
  RedefineMeasureInput,
  RetireMeasureInput,
} from './measure.input';
import { multiplierOf, requireLater, requireParts } from './measure.rules';
import { MeasureDefinition } from './measureDefinition.entity';

export type MeasureChange = { measure: Measure };

export async function defineMeasure(work: Work, input: DefineMeasureInput): Promise<MeasureChange> {
  requireParts(input.definition);
  const aim = input.aimId ? await work.store.get(Aim, input.aimId, 'input.aimId') : null;
  const measure = await work.add(Measure, {
    ref: input.ref ?? (await work.nextReference(Measure, `M-${work.today.slice(0, 4)}-`, 2)),
    name: input.name,
    kind: input.kind,
    aimId: aim?.id,
    status: input.activate ? 'ACTIVE' : 'DRAFT',
    screensMovingRanges: true,
  });
  await work.add(MeasureDefinition, { ...definitionFacts(measure, input.definition), number: 1 });
  return { measure };
}

export async function redefineMeasure(work: Work, input: RedefineMeasureInput): Promise<MeasureChange> {
  const measure = await work.forChange(Measure, input);
  requireParts(input.definition);
  const definitions = await definitionsOf(work, measure);
  requireLater(definitions, input.definition.effectiveOn);
  const facts = definitionFacts(measure, input.definition);
  await work.add(MeasureDefinition, { ...facts, number: definitions.length + 1, changeReason: input.reason });
  return { measure: await work.save(Measure, measure) };
}

export const activateMeasure = (work: Work, input: ActivateMeasureInput) => move(work, input, { status: 'ACTIVE' });

export const retireMeasure = (work: Work, input: RetireMeasureInput) =>
  move(work, input, { status: 'RETIRED', retiredReason: input.reason });

/** In the order in which they came into force. */
export const definitionsOf = (work: Work, measure: Measure): Promise<MeasureDefinition[]> =>
  work.store.children(MeasureDefinition, 'measureId', measure.id, ['number']);

function definitionFacts(measure: Measure, given: MeasureDefinitionInput): Omit<Facts<MeasureDefinition>, 'number'> {
  const { effectiveOn, ...definition } = given;
  return { ...definition, measureId: measure.id, effectiveFrom: effectiveOn, multiplier: multiplierOf(given) };
}

async function move(
  work: Work,
  input: ActivateMeasureInput,
  facts: Pick<Measure, 'status'> & Partial<Measure>,
): Promise<MeasureChange> {
  const measure = await work.forChange(Measure, input);
  Object.assign(measure, facts);
  return { measure: await work.save(Measure, measure) };
}
