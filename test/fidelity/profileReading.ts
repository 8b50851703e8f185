import { answered, type TestCommittee } from '../support/api';

/* What the API says of fidelity, in the shape the tests compare. */
export const criteria = `cycles ramps criteria { code name question unit isApplicable numerator denominator percentage leftOutCount
  days { median count byRamp { median count ramp { id } } } calibration { brierCount }
  leftOut { reason sentence cycle { id } ramp { id } } }`;

export interface ShownCriterion {
  code: string;
  unit: string;
  isApplicable: boolean;
  numerator: number | null;
  denominator: number | null;
  percentage: number | null;
  leftOutCount: number;
  days: { median: number | null; count: number; byRamp: { median: number; count: number; ramp: { id: string } }[] } | null;
  calibration: { brierCount: number } | null;
  leftOut: { reason: string; sentence: string; cycle: { id: string } | null; ramp: { id: string } | null }[];
}

export interface ShownProfile {
  cycles: number;
  ramps: number;
  criteria: ShownCriterion[];
}

const ask = `query($id: ID!) { node(id: $id) { ... on PdsaCycle { fidelity { ${criteria} } } ... on PdsaRamp { fidelity { ${criteria} } }
  ... on Aim { fidelity { ${criteria} } } } }`;

/** The profile of a cycle, a ramp or an aim. */
export async function profileOf(committee: TestCommittee, { id }: { id: string }): Promise<ShownProfile> {
  return (await answered(committee.as('MEMBER')(ask, { id }))).node.fidelity as ShownProfile;
}

export async function profileOfCommittee(committee: TestCommittee): Promise<ShownProfile> {
  return (await answered(committee.as('MEMBER')(`{ committee { fidelity { ${criteria} } } }`))).committee
    .fidelity as ShownProfile;
}

/** F1 to F20 as [numerator, denominator]; those that count days as [median, count]. */
export const countsOf = ({ criteria: all }: ShownProfile): Record<string, readonly [number | null, number | null]> =>
  Object.fromEntries(
    all
      .filter(({ code }) => code !== 'F22')
      .map(({ code, numerator, denominator, days }) => [code, days ? [days.median, days.count] : [numerator, denominator]]),
  );
