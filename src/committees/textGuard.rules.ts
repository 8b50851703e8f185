import { ruleBroken } from '../kernel/errors';
import type { Identifier } from '../kernel/identifiers';

interface GuardRule {
  readonly kind: Identifier;
  readonly answer: 'WARN' | 'REFUSE';
}

/** The kinds that are only warned of once these rules are agreed. @throws RULE_BROKEN when a CHI number would be among them */
export function warnedAfter(warned: readonly Identifier[], rules: readonly GuardRule[]): Identifier[] {
  const lowered = rules.findIndex(({ kind, answer }) => kind === 'CHI_NUMBER' && answer === 'WARN');
  if (lowered >= 0) {
    const field = `input.textGuard.${lowered}.answer`;
    throw ruleBroken('textGuard.chiNumber', 'A CHI number names one person for certain: it is always refused.', field);
  }
  const answers = new Map(rules.map(({ kind, answer }) => [kind, answer]));
  const kept = warned.filter((kind) => answers.get(kind) !== 'REFUSE');
  return [...new Set([...kept, ...[...answers].flatMap(([kind, answer]) => (answer === 'WARN' ? [kind] : []))])];
}
