import type { Actor } from '../access/actor';
import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';

export const hasEnded = ({ endedOn }: { readonly endedOn: LocalDate | null }, today: LocalDate): boolean =>
  endedOn !== null && endedOn < today;

/**
 * Who manages access has no say over content, and must not get one by taking another role. It also means that the last
 * one who manages access cannot leave without a successor.
 */
export function requireAnothers(actor: Actor, memberId: string): void {
  if (actor.id === memberId) throw ruleBroken('access.own', 'Nobody changes their own access: ask another administrator.');
}
