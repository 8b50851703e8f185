import { answered, type TestCommittee } from '../support/api';
import type { Made } from '../support/make';

/* Aims, drivers and change ideas made through the API. */
const fieldsOf = {
  stateAim: 'aim { id ref version }',
  addDriver: 'driver { id version position kind }',
  proposeChangeIdea: 'changeIdea { id ref version status }',
} as const;

export const mutation = (verb: string, fields: string): string =>
  `mutation Do($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${fields} } }`;

async function say<T>(committee: TestCommittee, verb: keyof typeof fieldsOf, input: object): Promise<T> {
  const data = (await answered(committee.as('IMPROVEMENT_ADVISER')(mutation(verb, fieldsOf[verb]), { input }))) as Record<
    string,
    T
  >;
  return data[verb] as T;
}

export const makeAim = async (committee: TestCommittee, facts: object = {}): Promise<Made> =>
  (await say<{ aim: Made }>(committee, 'stateAim', { statement: 'Core groups meet in time', ...facts })).aim;

export interface MadeDriver {
  id: string;
  position: number;
}

export const makeDriver = async (committee: TestCommittee, facts: object): Promise<MadeDriver> =>
  (await say<{ driver: MadeDriver }>(committee, 'addDriver', { kind: 'PRIMARY', statement: 'Dates are known early', ...facts }))
    .driver;

export async function makeIdea(
  committee: TestCommittee,
  facts: { driverIds?: string[] } & Record<string, unknown> = {},
): Promise<Made> {
  const driverIds = facts.driverIds ?? [(await makeDriver(committee, { aimId: (await makeAim(committee)).id })).id];
  const idea = { statement: 'Hold the date in the diary at the planning meeting', ...facts, driverIds };
  return (await say<{ changeIdea: Made }>(committee, 'proposeChangeIdea', idea)).changeIdea;
}

export const uuidOf = (globalId: string): string => Buffer.from(globalId, 'base64url').toString().split(':')[1] ?? '';
