import type { LinkRow, RowType } from '../store/row';
import type { Work } from '../store/work';
import type { PdsaCycle } from './cycle.entity';
import { PdsaQuestion, Prediction, type PdsaTask, type PlannedData } from './cyclePlan.entity';

type OfCycle = RowType<PdsaTask> | RowType<PlannedData> | RowType<PdsaQuestion> | RowType<LinkRow & { cycleId: string }>;

/** A plan that has not started may be rewritten; this is the only place where rows are removed. */
export async function removeAll(work: Work, type: OfCycle, cycle: PdsaCycle): Promise<void> {
  if (type === PdsaQuestion) await removePredictions(work, cycle);
  const sql = `delete from ${work.store.table(type).name} where cycle_id = $1 and committee_id = $2`;
  await work.store.session.query(sql, [cycle.id, work.actor.committeeId]);
  work.store.forget();
}

async function removePredictions(work: Work, cycle: PdsaCycle): Promise<void> {
  const [predictions, questions] = [Prediction, PdsaQuestion].map((type) => work.store.table(type).name);
  const sql = `delete from ${predictions} p using ${questions} q
    where q.id = p.question_id and q.cycle_id = $1 and q.committee_id = $2 and p.committee_id = $2`;
  await work.store.session.query(sql, [cycle.id, work.actor.committeeId]);
}
