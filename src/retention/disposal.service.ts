import { notFound, ruleBroken } from '../kernel/errors';
import { Erasure } from '../privacy/erasure.entity';
import { requireFree } from '../privacy/quarantine.rules';
import { dueRecords, holdsOn, rowsOf, type DueRecord } from '../store/retention';
import { eraseTexts } from '../store/withholding';
import type { Work } from '../store/work';
import { Disposal } from './disposal.entity';
import { requireFitting } from './disposal.rules';
import type { CarryOutDisposalInput, DeclineDisposalInput, ProposeDisposalInput } from './retention.input';
import { RetentionRule } from './retentionRule.entity';

export type DisposalChange = { disposal: Disposal };

export async function proposeDisposal(work: Work, input: ProposeDisposalInput): Promise<DisposalChange> {
  const rule = await work.store.get(RetentionRule, input.ruleId, 'input.ruleId');
  const due = await dueBy(work, rule, input.recordId);
  requireFree(await holdsOn(work.store.session, due.kind, due.rowId), 'input.recordId');
  requireFitting(rule.fate, input, work.today);
  const known = await work.store.children(Disposal, 'rowId', due.rowId);
  if (known.some(({ ruleId, status }) => ruleId === rule.id && status === 'PROPOSED')) {
    throw ruleBroken('disposal.once', 'Something has been proposed for this record; decide on that first.', 'input.recordId');
  }
  const { kind, rowId, triggeredOn, dueOn } = due;
  const proposed = { decision: input.decision, keepUntilOn: input.keepUntilOn ?? null, note: input.note ?? null };
  const facts = { ruleId: rule.id, kind, rowId, triggeredOn, dueOn, ...proposed, status: 'PROPOSED' as const };
  return { disposal: await work.add(Disposal, { ...facts, proposedById: work.actor.id }) };
}

export async function carryOutDisposal(work: Work, input: CarryOutDisposalInput): Promise<DisposalChange> {
  const disposal = await work.forChange(Disposal, input);
  requireFree(await holdsOn(work.store.session, disposal.kind, disposal.rowId), 'input.id');
  const rule = await work.store.find(RetentionRule, disposal.ruleId);
  if (!rule) throw new Error('A disposal has no rule.');
  await dueBy(work, rule, { kind: disposal.kind, rowId: disposal.rowId });
  requireFitting(rule.fate, { ...disposal, keepUntilOn: disposal.keepUntilOn }, work.today);
  const erasureId = disposal.decision === 'DESTROY' ? await destroyTexts(work, disposal, rule) : null;
  return { disposal: await decided(work, disposal, { status: 'CARRIED_OUT', erasureId }) };
}

export async function declineDisposal(work: Work, input: DeclineDisposalInput): Promise<DisposalChange> {
  const disposal = await work.forChange(Disposal, input);
  return { disposal: await decided(work, disposal, { status: 'DECLINED', erasureId: null }) };
}

const decided = (work: Work, disposal: Disposal, how: Pick<Disposal, 'status' | 'erasureId'>): Promise<Disposal> =>
  work.save(Disposal, Object.assign(disposal, how, { decidedById: work.actor.id, decidedAt: work.now }));

/** The record and all that belongs to it; what other records say of it has a time of its own. */
async function destroyTexts(work: Work, { kind, rowId, proposedById }: Disposal, rule: RetentionRule): Promise<string> {
  const { session } = work.store;
  const rows = await rowsOf(session, kind, rowId);
  const facts = { ground: 'RETENTION' as const, note: rule.authority, askedById: proposedById, confirmedById: work.actor.id };
  const erasure = await work.add(Erasure, facts);
  for (const each of rows) await eraseTexts(session, erasure.id, each.kind, each.ids);
  return erasure.id;
}

type Place = Pick<DueRecord, 'kind' | 'rowId'>;

/** @throws NOT_FOUND for what is no record, RULE_BROKEN for one that is not due by this rule */
async function dueBy(work: Work, rule: RetentionRule, record: string | Place): Promise<DueRecord> {
  const rowId = typeof record === 'string' ? await idOf(work, record) : record.rowId;
  const { rows } = await dueRecords(work.store.session, {
    committeeId: work.actor.committeeId,
    today: work.today,
    first: 10,
    rowIds: [rowId],
  });
  const due = rows.find(({ row }) => row.ruleId === rule.id)?.row;
  if (!due) throw ruleBroken('disposal.due', 'This record is not due by this rule.', 'input.recordId');
  return due;
}

async function idOf(work: Work, globalId: string): Promise<string> {
  const type = work.store.typeOf(globalId);
  if (!type) throw notFound('record', 'input.recordId');
  return (await work.store.get(type, globalId, 'input.recordId')).id;
}
