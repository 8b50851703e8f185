import type { Actor } from '../access/actor';
import { forbidden, ruleBroken } from '../kernel/errors';

/** Why one member's practice is not shown to somebody. */
export const withheldSentences = {
  PROGRAM: 'A program never sees how one person works.',
  NOT_SHARED: 'How one person works is there for them to learn from: only they see it, and those they share it with.',
} as const;

export type WithheldReason = keyof typeof withheldSentences;

interface Sharing {
  readonly withMemberId: string;
  readonly withdrawnAt: Date | null;
}

/** No role opens it, the chair's and the auditor's included: only the member does. */
export function practiceWithheld(actor: Actor, ownerId: string, sharings: readonly Sharing[]): WithheldReason | null {
  if (actor.kind !== 'PERSON') return 'PROGRAM';
  const isShared = sharings.some(({ withMemberId, withdrawnAt }) => withMemberId === actor.id && withdrawnAt === null);
  return actor.id === ownerId || isShared ? null : 'NOT_SHARED';
}

/** @throws FORBIDDEN for a program, which has no practice of its own */
export function requirePerson({ kind }: Actor): void {
  if (kind !== 'PERSON') throw forbidden('A program has no practice of its own to share.');
}

/** @throws RULE_BROKEN when it would say nothing new */
export function requireNewSharing(ownerId: string, withId: string, sharings: readonly Sharing[]): void {
  const field = 'input.memberId';
  if (withId === ownerId) throw ruleBroken('practice.ownEyes', 'You see your own practice already.', field);
  if (!sharings.some(({ withMemberId, withdrawnAt }) => withMemberId === withId && withdrawnAt === null)) return;
  throw ruleBroken('practice.once', 'You share your practice with this member already.', field);
}
