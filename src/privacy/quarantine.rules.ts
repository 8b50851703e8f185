import { ruleBroken } from '../kernel/errors';

export function requireNote(reason: string, note: string | null | undefined): void {
  if (reason !== 'OTHER' || note) return;
  throw ruleBroken('quarantine.note', 'Say in the note why this text is withheld.', 'input.note');
}

/** @throws RULE_BROKEN naming the holds that stand against it */
export function requireFree(holds: readonly { readonly name: string }[], field: string): void {
  if (holds.length === 0) return;
  const names = holds.map(({ name }) => `“${name}”`).join(', ');
  throw ruleBroken('legalHold.holds', `This is kept by the legal hold ${names}; nothing of it is disposed of.`, field);
}
