import { Action } from '../actions/action.entity';
import { EvidenceItem } from '../actions/actionRecord.entity';
import { Finding } from '../findings/finding.entity';
import { Recommendation } from '../recommendations/recommendation.entity';
import type { LearningSource } from '../sources/learningSource.entity';
import type { RowReads } from '../store/rowReads';
import { funnelOf, highestLevel, lineOf, showsImpact, type CoveringAction } from './coverage.rules';
import type { SourceCoverage } from './coverage.type';
import { actionsAnswering, actionsCarryingOut } from './threadLinks';

export async function coverageOf(reads: RowReads, { id }: LearningSource): Promise<SourceCoverage> {
  const [all, achievedWithoutImpact] = await Promise.all([
    reads.children(Finding, 'sourceId', id, ['ref']),
    withoutImpact(reads, id),
  ]);
  const findings = all.filter(({ status }) => status !== 'DRAFT' && status !== 'SUPERSEDED');
  const lines = await Promise.all(
    findings.map(async (finding) => {
      const actions = await covering(reads, await reads.linked(Action, actionsAnswering, finding.id, ['ref']));
      return { finding, ...lineOf({ ...finding, actions }, reads.today) };
    }),
  );
  const unanswered = lines.filter(({ response }) => response === 'MISSING').map(({ finding }) => finding);
  return { funnel: funnelOf(lines), findings: lines, unanswered, achievedWithoutImpact };
}

/** @returns the recommendations of a source that are judged achieved, without evidence that practice changed */
async function withoutImpact(reads: RowReads, sourceId: string): Promise<Recommendation[]> {
  const all = await reads.children(Recommendation, 'sourceId', sourceId, ['ref']);
  const achieved = all.filter(({ progress }) => progress === 'ACHIEVED');
  const levels = await Promise.all(
    achieved.map(async (recommendation) =>
      highestLevel(await covering(reads, await reads.linked(Action, actionsCarryingOut, recommendation.id, ['ref']))),
    ),
  );
  return achieved.filter((_, index) => !showsImpact(levels[index] ?? null));
}

const covering = (reads: RowReads, actions: readonly Action[]): Promise<CoveringAction[]> =>
  Promise.all(
    actions.map(async ({ id, status, dueOn }) => {
      const evidence = await reads.children(EvidenceItem, 'actionId', id);
      return { status, dueOn, evidenceLevels: evidence.map(({ impactLevel }) => impactLevel) };
    }),
  );
