import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { DisposalDecision, Fate } from './retention.enums';

interface Proposal {
  readonly decision: DisposalDecision;
  readonly keepUntilOn?: LocalDate | null;
  readonly note?: string | null;
}

const allowed: Readonly<Record<Fate, readonly DisposalDecision[]>> = {
  DESTROY: ['DESTROY'],
  TRANSFER: ['TRANSFER'],
  REVIEW: ['DESTROY', 'TRANSFER', 'KEEP'],
  KEEP_PERMANENTLY: [],
};

/** @throws RULE_BROKEN when the proposal is not what the rule lets be done, or does not say enough */
export function requireFitting(fate: Fate, proposal: Proposal, today: LocalDate): void {
  const { decision, keepUntilOn, note } = proposal;
  if (!allowed[fate].includes(decision)) {
    throw ruleBroken('disposal.fate', `The rule says ${fate}, so this cannot be ${decision}.`, 'input.decision');
  }
  if ((decision === 'KEEP') !== (keepUntilOn != null)) {
    throw ruleBroken('disposal.keepUntil', 'Say until when it is kept, if it is kept, and only then.', 'input.keepUntilOn');
  }
  if (keepUntilOn != null && keepUntilOn <= today) {
    throw ruleBroken('disposal.keepUntil', 'The day until which it is kept has to lie ahead.', 'input.keepUntilOn');
  }
  if (decision !== 'DESTROY' && !note) {
    throw ruleBroken('disposal.note', 'Say why it is kept, or to which archive it goes and under which reference.', 'input.note');
  }
}
