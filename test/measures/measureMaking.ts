import { answered, type TestCommittee } from '../support/api';
import type { Made } from '../support/make';

/* Measures and figures made through the API. */
export const percentage = {
  effectiveOn: '2025-01-01',
  statement: 'Initial core groups held within 15 working days of the planning meeting',
  calculation: 'PERCENTAGE',
  numeratorDefinition: 'Core groups held in time',
  denominatorDefinition: 'All initial core groups',
  directionOfGood: 'HIGHER',
  frequency: 'MONTHLY',
};

export const count = {
  effectiveOn: '2025-01-01',
  statement: 'Minutes overdue',
  calculation: 'COUNT',
  directionOfGood: 'LOWER',
  frequency: 'MONTHLY',
};

export const mutation = (verb: string, fields: string): string =>
  `mutation Do($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${fields} } }`;

export async function makeMeasure(committee: TestCommittee, facts: object = {}): Promise<Made> {
  const input = { name: 'Core groups in time', kind: 'PROCESS', definition: percentage, activate: true, ...facts };
  return (await answered(committee.as('DATA_ANALYST')(mutation('defineMeasure', 'measure { id ref version }'), { input })))
    .defineMeasure.measure as Made;
}

export interface MadePoint {
  id: string;
  version: number;
  value: number | null;
}

export const month = (number: number, year = 2026) => {
  const start = `${year}-${String(number).padStart(2, '0')}`;
  return { periodStartsOn: `${start}-01`, periodEndsOn: `${start}-28` };
};

export async function makePoint(committee: TestCommittee, measure: { id: string }, facts: object = {}): Promise<MadePoint> {
  const input = { measureId: measure.id, ...month(1), numerator: 5, denominator: 8, ...facts };
  const document = mutation('recordDataPoint', 'dataPoint { id version value }');
  return (await answered(committee.as('DATA_ANALYST')(document, { input }))).recordDataPoint.dataPoint as MadePoint;
}

export const uuidOf = (globalId: string): string => Buffer.from(globalId, 'base64url').toString().split(':')[1] ?? '';
