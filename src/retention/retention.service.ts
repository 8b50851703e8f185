import { LearningSource } from '../sources/learningSource.entity';
import type { Work } from '../store/work';
import { LegalHold } from './legalHold.entity';
import type { AgreeRetentionInput, PlaceLegalHoldInput, ReleaseLegalHoldInput } from './retention.input';
import { RetentionRule } from './retentionRule.entity';

export async function agreeRetention(work: Work, input: AgreeRetentionInput): Promise<{ rule: RetentionRule }> {
  const rule = await work.forChange(RetentionRule, input);
  Object.assign(rule, {
    periodMonths: input.periodMonths ?? rule.periodMonths,
    fate: input.fate ?? rule.fate,
    authority: input.authority,
  } satisfies Partial<RetentionRule>);
  return { rule: await work.save(RetentionRule, rule) };
}

export async function placeLegalHold(work: Work, input: PlaceLegalHoldInput): Promise<{ hold: LegalHold }> {
  const { name, reason, fromOn, sourceId } = input;
  const source = sourceId ? await work.store.get(LearningSource, sourceId, 'input.sourceId') : null;
  const facts = { name, reason, fromOn, sourceId: source?.id ?? null, placedById: work.actor.id };
  return { hold: await work.add(LegalHold, facts) };
}

export async function releaseLegalHold(work: Work, input: ReleaseLegalHoldInput): Promise<{ hold: LegalHold }> {
  const hold = await work.forChange(LegalHold, input);
  Object.assign(hold, { releasedAt: work.now, releasedById: work.actor.id, releasedReason: input.reason });
  return { hold: await work.save(LegalHold, hold) };
}
