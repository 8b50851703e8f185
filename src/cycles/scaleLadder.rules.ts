import { ruleBroken } from '../kernel/errors';
import { counted } from '../kernel/text';
import type { CycleDecision, CycleIntent, PredictionVerdict, TestScale } from './cycle.enums';
import { compareScales } from './testSize.rules';

/** An earlier cycle of the same change idea. */
export interface EarlierTest {
  readonly intent: CycleIntent | null;
  readonly scale: TestScale | null;
  readonly verdicts: readonly PredictionVerdict[];
  readonly decision: CycleDecision | null;
}

export interface LadderStep {
  readonly rule: 'ladder.tooFewTests' | 'ladder.failedPrediction';
  readonly sentence: string;
}

/**
 * Why going to this scale needs a recorded reason; nothing when it does not. Only the whole system needs one.
 * A smaller test counts once it has been decided on; a failed prediction counts as soon as it is compared.
 * @param earlier oldest first; collecting information is no test
 * @param leastTests the committee's setting k
 */
export function ladderSteps(scale: TestScale | null, earlier: readonly EarlierTest[], leastTests: number): LadderStep[] {
  if (scale !== 'WHOLE_SYSTEM') return [];
  const tests = earlier.filter(({ intent }) => intent !== 'COLLECT_INFORMATION');
  const smaller = tests.filter((test) => test.decision && test.scale && compareScales(test.scale, scale) < 0).length;
  const latest = tests.findLast(({ decision, verdicts }) => decision !== null || verdicts.length > 0);
  return [
    ...(smaller < leastTests ? [tooFewTests(smaller, leastTests)] : []),
    ...(latest?.verdicts.includes('NOT_MET') ? [failedPrediction] : []),
  ];
}

const tooFewTests = (smaller: number, least: number): LadderStep => ({
  rule: 'ladder.tooFewTests',
  sentence: `The whole system comes after ${counted(smaller, 'smaller test')}, fewer than the ${least} your committee asks for. Say why.`,
});

const failedPrediction: LadderStep = {
  rule: 'ladder.failedPrediction',
  sentence: 'The whole system comes straight after a test with a prediction that was not met. Say why.',
};

/** @throws RULE_BROKEN named after the first step that lacks a reason */
export function requireLadderReason(steps: readonly LadderStep[], reason: string | null | undefined, field: string): void {
  const [first] = steps;
  if (first && !reason?.trim()) throw ruleBroken(first.rule, first.sentence, field);
}
