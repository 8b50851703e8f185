import { answered, type TestCommittee } from '../support/api';
import type { Made } from '../support/make';
import { makeMeasure, mutation } from '../measures/measureMaking';

/* Measures with a whole series of monthly figures, made through the API. */
export type MonthFigure = number | readonly [numerator: number, denominator: number] | null;

export const valued = {
  effectiveOn: '2023-01-01',
  statement: 'Median working days from planning meeting to first core group',
  calculation: 'MEDIAN',
  unit: 'days',
  directionOfGood: 'HIGHER',
  frequency: 'MONTHLY',
};

/** The month so many months after January 2024: index 0 is January 2024. */
export function monthAt(index: number): { periodStartsOn: string; periodEndsOn: string } {
  const day = (offset: number, date: number) => new Date(Date.UTC(2024, index + offset, date)).toISOString().slice(0, 10);
  return { periodStartsOn: day(0, 1), periodEndsOn: day(1, 0) };
}

export async function makeSeries(
  committee: TestCommittee,
  figures: readonly MonthFigure[],
  facts: { definition?: object; [field: string]: unknown } = {},
): Promise<Made> {
  const measure = await makeMeasure(committee, { name: 'Core groups', ...facts, definition: { ...valued, ...facts.definition } });
  const points = figures.map((figure, index) => ({ ...monthAt(index), ...figureOf(figure) }));
  await answered(
    committee.as('DATA_ANALYST')(mutation('recordDataPoints', 'measure { id }'), { input: { measureId: measure.id, points } }),
  );
  return measure;
}

function figureOf(figure: MonthFigure): object {
  if (figure === null) return { isMissing: true, missingReason: 'The register was moved' };
  return typeof figure === 'number' ? { value: figure } : { numerator: figure[0], denominator: figure[1] };
}

/** Twelve months about 60, as chance alone would give; no rule of any set signals in them. */
export const steady: readonly number[] = [60, 63, 58, 61, 64, 57, 62, 59, 65, 58, 61, 60];
/** Eight months clearly above. */
export const risen: readonly number[] = [74, 76, 73, 77, 75, 78, 74, 76];
export const fallen: readonly number[] = [46, 44, 47, 43, 45, 42, 46, 44];
