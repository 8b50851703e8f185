import type { PointSignals } from './signals';
import { longRuns } from './anhoejRules';
import type { JudgedPart } from './judgedPart';
import { makingDataCountSignals } from './makingDataCountRules';
import type { RuleSet } from './ruleSets';
import { shift } from './shift';
import { beyondLimits, innerThird, twoOfThree } from './shewhartRules';
import { trend } from './trend';

/** Asks every rule of the set about one phase and keeps the answers apart. */
export function judge(part: JudgedPart, ruleSet: RuleSet): PointSignals[] {
  if (ruleSet.makingDataCount) return makingDataCountSignals(part, ruleSet);
  const positions = part.points.map((point) => point.position);
  const values = part.points.map((point) => (point.included ? point.value : null));
  const beyond = ruleSet.beyondLimits ? beyondLimits(part) : [];
  const shifts = ruleSet.shift === null ? [] : shift(positions, ruleSet.shift);
  const trends = ruleSet.trend === null ? [] : trend(values, ruleSet.trend, part.tolerance);
  const outer = ruleSet.twoOfThree ? twoOfThree(part) : [];
  const inner = ruleSet.innerThird === null ? [] : innerThird(part, ruleSet.innerThird);
  const long = ruleSet.anhoej ? longRuns(positions) : [];
  return part.points.map((_, i) => ({
    beyondLimits: beyond[i] ?? null,
    shift: shifts[i] ?? null,
    trend: trends[i] ?? null,
    twoOfThree: outer[i] ?? null,
    innerThird: inner[i] ?? false,
    longRun: long[i] ?? null,
  }));
}
