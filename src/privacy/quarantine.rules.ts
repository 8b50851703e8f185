import { ruleBroken } from '../kernel/errors';

export interface Deciding {
  readonly status: 'WITHHELD' | 'RELEASED' | 'ERASURE_ASKED' | 'ERASED';
  readonly erasureAskedById: string | null;
}

export function requireWithheld({ status }: Deciding): void {
  if (status === 'WITHHELD') return;
  const said = {
    RELEASED: 'has been released',
    ERASURE_ASKED: 'is to be erased; decide on that first',
    ERASED: 'has been erased',
  };
  throw ruleBroken('quarantine.withheld', `This text ${said[status]}.`, 'input.id');
}

export function requireErasureAsked({ status }: Deciding): void {
  if (status === 'ERASURE_ASKED') return;
  throw ruleBroken('erasure.asked', 'Nobody has asked for this text to be erased.', 'input.id');
}

/** What is erased cannot be brought back, so one person alone never does it. */
export function requireSecondPerson({ erasureAskedById }: Deciding, memberId: string): void {
  if (erasureAskedById !== memberId) return;
  throw ruleBroken('erasure.twoPeople', 'An erasure is confirmed by somebody else than who asked for it.', 'input.id');
}

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
