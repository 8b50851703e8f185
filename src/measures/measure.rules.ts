import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { Machine } from '../kernel/machine';
import type { Calculation, MeasureStatus } from './measure.enums';

/** Life cycle of a measure (domain.md §10.2). */
export const measureMoves: Machine<MeasureStatus> = {
  DRAFT: ['ACTIVE'],
  ACTIVE: ['RETIRED'],
  RETIRED: [],
};

interface Parts {
  readonly calculation: Calculation;
  readonly numeratorDefinition?: string | null;
  readonly denominatorDefinition?: string | null;
  readonly multiplier?: number | null;
}

/** Calculations that mean nothing without a denominator. */
export const needsDenominator = (calculation: Calculation): boolean => calculation === 'PERCENTAGE' || calculation === 'RATE';

/** @throws RULE_BROKEN when the definition leaves open what is divided by what */
export function requireParts(parts: Parts): void {
  if (parts.multiplier != null && parts.multiplier <= 0) {
    throw ruleBroken('measureDefinition.multiplier', 'The multiplier is above 0.', 'input.definition.multiplier');
  }
  if (!needsDenominator(parts.calculation)) return;
  for (const part of ['numeratorDefinition', 'denominatorDefinition'] as const) {
    if (parts[part]) continue;
    const message = `A ${parts.calculation} needs to say what is counted and out of what.`;
    throw ruleBroken('measureDefinition.parts', message, `input.definition.${part}`);
  }
}

export const multiplierOf = ({ calculation, multiplier }: Parts): number =>
  multiplier ?? (calculation === 'PERCENTAGE' ? 100 : 1);

interface Dated {
  readonly effectiveFrom: LocalDate;
}

/** The definition in force on a day: the latest that had taken effect, or none before the first. */
export function definitionAt<D extends Dated>(definitions: readonly D[], day: LocalDate): D | null {
  const inForce = definitions.filter(({ effectiveFrom }) => effectiveFrom <= day);
  return inForce.reduce<D | null>((latest, each) => (latest && latest.effectiveFrom > each.effectiveFrom ? latest : each), null);
}

/** @throws RULE_BROKEN when a new definition would take effect before, or with, one that is there */
export function requireLater(definitions: readonly Dated[], effectiveOn: LocalDate): void {
  const last = definitions
    .map((each) => each.effectiveFrom)
    .sort()
    .at(-1);
  if (last === undefined || effectiveOn > last) return;
  const message = `A new definition takes effect after the one before it, which is in force from ${last}.`;
  throw ruleBroken('measureDefinition.effectiveFrom', message, 'input.definition.effectiveOn');
}
