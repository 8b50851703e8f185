import { settingsOf } from '../committees/committeeSettings.reading';
import { Refusal } from '../kernel/errors';
import type { Work } from '../store/work';
import { adviceSentences, guardsIn, type CycleAdviceCode } from './cycleAdvice.rules';

/**
 * What the method asks for is advice, unless the committee has made it binding (domain.md §10.2).
 * @throws RULE_BROKEN `cycle.guards` naming all that is missing
 */
export async function requireGuards(work: Work, stage: string, codes: readonly CycleAdviceCode[]): Promise<void> {
  const guards = guardsIn(codes);
  if (guards.length === 0 || !(await settingsOf(work.store, work.actor.committeeId)).guardsBind) return;
  const message = `Your committee asks for this before ${stage}: ${guards.map((code) => adviceSentences[code]).join(' ')}`;
  const fields = guards.map((code) => ({ field: code, messages: [adviceSentences[code]] }));
  throw new Refusal('RULE_BROKEN', message, { rule: 'cycle.guards', field: 'input.id', fields });
}
