import { settingsOf } from '../committees/committeeSettings.reading';
import type { Work } from '../store/work';
import { PdsaCycle } from './cycle.entity';
import { PdsaQuestion } from './cyclePlan.entity';
import { predictionsOf } from './cyclePlanParts.service';
import { PredictionComparison } from './cycleRecord.entity';
import { ladderSteps, requireLadderReason, type EarlierTest } from './scaleLadder.rules';

/** @throws RULE_BROKEN when the whole system comes too soon and nobody has said why */
export async function requireLadder(work: Work, cycle: PdsaCycle): Promise<void> {
  // Looking at how things are everywhere puts nothing at risk.
  if (cycle.scale !== 'WHOLE_SYSTEM' || cycle.intent === 'COLLECT_INFORMATION') return;
  const { ladderTests } = await settingsOf(work.store, cycle.committeeId);
  const others = await work.store.children(PdsaCycle, 'changeIdeaId', cycle.changeIdeaId, ['doStartedOn', 'recordedAt']);
  const earlier = others.filter(({ id, doStartedOn }) => id !== cycle.id && doStartedOn !== null);
  const tests = await Promise.all(earlier.map((other) => earlierTest(work, other)));
  requireLadderReason(ladderSteps(cycle.scale, tests, ladderTests), cycle.ladderReason, 'input.ladderReason');
}

async function earlierTest(work: Work, { id, intent, scale, decision }: PdsaCycle): Promise<EarlierTest> {
  const predictions = (await predictionsOf(work, await work.store.children(PdsaQuestion, 'cycleId', id))).flat();
  const comparisons = await Promise.all(
    predictions.map((prediction) => work.store.children(PredictionComparison, 'predictionId', prediction.id)),
  );
  return { intent, scale, decision, verdicts: comparisons.flat().map(({ verdict }) => verdict) };
}
