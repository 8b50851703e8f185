import { badInput } from '../kernel/errors';
import { identifiers, identifiersIn, type Identifier } from '../kernel/identifiers';
import type { LocalDate } from '../kernel/localDate';

/** Something in a text that could point at a person, and the field it stands in. The text itself is never repeated. */
export interface TextWarning {
  readonly field: string;
  readonly kind: Identifier;
}

interface FieldText {
  readonly field: string;
  readonly text: string;
}

export const warningsIn = (texts: readonly FieldText[], today: LocalDate): TextWarning[] =>
  texts.flatMap(({ field, text }) => identifiersIn(text, today).map((kind) => ({ field, kind })));

/** Whoever explains why a date is harmless must not do so with another one. */
const MAY_HOLD_NOTHING = 'input.confirmationReason';

export const isRefused = ({ field, kind }: TextWarning, warned: readonly Identifier[]): boolean =>
  field === MAY_HOLD_NOTHING || !warned.includes(kind);

/** @throws BAD_USER_INPUT naming the first field with something that must not be there */
export function requireNone(refused: readonly TextWarning[]): void {
  const [first] = refused;
  if (!first) return;
  const { field, kind } = first;
  throw badInput(
    field,
    `This text seems to contain a ${identifiers[kind]} (${kind}). No personal data may be recorded here.`,
    'noPersonalData',
  );
}

export interface Confirming {
  readonly asks: 'NEVER' | 'WHEN_WARNED' | 'ALWAYS';
  readonly isConfirmed: boolean;
  readonly reason: string | null;
}

/** @throws BAD_USER_INPUT when the author has to say first that the texts hold no personal data */
export function requireConfirmation(warnings: readonly TextWarning[], { asks, isConfirmed, reason }: Confirming): void {
  if (asks === 'NEVER') return;
  const [first] = warnings;
  if (first && !(isConfirmed && reason)) throw badInput(first.field, askFor(warnings), 'noPersonalData.confirm');
  if (asks === 'ALWAYS' && !isConfirmed) {
    const message = 'Your committee asks for a confirmation: read your texts, and send confirmsNoPersonalData: true with them.';
    throw badInput('input.confirmsNoPersonalData', message, 'noPersonalData.confirm');
  }
}

function askFor(warnings: readonly TextWarning[]): string {
  const found = warnings.map(({ field, kind }) => `${field} may contain a ${identifiers[kind]} (${kind})`);
  return `No personal data may be recorded here: ${found.join(', ')}. If it is none, send confirmsNoPersonalData: true and say why in confirmationReason.`;
}
