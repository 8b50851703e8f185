import type { Work } from '../store/work';
import { Aim } from './aim.entity';
import type { AssessProgressInput } from './progress.input';
import { ProgressAssessment } from './progressAssessment.entity';
import { requireProgressScore } from './progressScore.rules';

export type ProgressChange = { assessment: ProgressAssessment; aim: Aim };

export async function assessProgress(work: Work, input: AssessProgressInput): Promise<ProgressChange> {
  const aim = await work.store.get(Aim, input.aimId, 'input.aimId');
  const assessedOn = input.assessedOn ?? work.today;
  const { score } = requireProgressScore(input.score, assessedOn, work.today);
  const assessment = await work.add(ProgressAssessment, {
    aimId: aim.id,
    authorId: work.actor.id,
    score,
    assessedOn,
    note: input.note,
  });
  return { assessment, aim };
}
