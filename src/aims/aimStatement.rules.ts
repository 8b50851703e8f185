import { isBlank } from '../kernel/text';

/** The parts of an aim (domain.md §7): "some is not a number, soon is not a time". */
export const aimPartSentences = {
  WHAT: 'Say what is to get better.',
  FOR_WHOM: 'Say for whom it is to get better.',
  BASELINE: 'Say where things stood at the start, as a number.',
  HOW_MUCH: 'Say how much is aimed for: a number with its unit.',
  BY_WHEN: 'Say by which day.',
} as const;

export type AimPart = keyof typeof aimPartSentences;

export interface AimStatement {
  readonly statement: string | null;
  readonly population: string | null;
  readonly baselineValue: number | null;
  readonly targetValue: number | null;
  readonly unit: string | null;
  readonly targetOn: string | null;
}

/** The parts an aim does not state, in the order in which one reads them. */
export function missingAimParts(aim: AimStatement): AimPart[] {
  const isMissing: Record<AimPart, boolean> = {
    WHAT: isBlank(aim.statement),
    FOR_WHOM: isBlank(aim.population),
    BASELINE: aim.baselineValue === null,
    HOW_MUCH: aim.targetValue === null || isBlank(aim.unit),
    BY_WHEN: aim.targetOn === null,
  };
  return (Object.keys(isMissing) as AimPart[]).filter((part) => isMissing[part]);
}
