import type { PhaseSignal, RunsFacts } from './signals';
import { fewestCrossings, longestRunLimit } from './anhoejRules';
import type { JudgedPart } from './judgedPart';
import type { RuleSet } from './ruleSets';
import { expectedRuns } from './runsTable';
import { sideRuns } from './sideRuns';

/** Runs, crossings and the longest run of a phase, with what chance alone would give (SPEC section 2). */
export function runsFacts(part: JudgedPart): RunsFacts {
  const lengths = sideRuns(part.points.map((point) => point.position)).map((run) => run.places.length);
  const useful = lengths.reduce((total, length) => total + length, 0);
  const expected = expectedRuns(useful);
  return {
    observations: part.points.filter((point) => point.included).length,
    useful,
    longestRun: useful === 0 ? null : lengths.reduce((longest, length) => Math.max(longest, length), 0),
    longestRunLimit: longestRunLimit(useful),
    crossings: useful === 0 ? null : lengths.length - 1,
    fewestCrossings: fewestCrossings(useful),
    runs: lengths.length,
    fewestRuns: expected?.fewest ?? null,
    mostRuns: expected?.most ?? null,
    tooFewRuns: expected && lengths.length < expected.fewest,
    tooManyRuns: expected && lengths.length > expected.most,
  };
}

/** Signals that belong to a phase as a whole and to no single point. */
export function phaseSignals(facts: RunsFacts, ruleSet: RuleSet): PhaseSignal[] {
  const signals: PhaseSignal[] = [];
  if (ruleSet.runsTable && facts.tooFewRuns) signals.push('TOO_FEW_RUNS');
  if (ruleSet.runsTable && facts.tooManyRuns) signals.push('TOO_MANY_RUNS');
  if (ruleSet.anhoej && exceeds(facts.longestRun, facts.longestRunLimit)) signals.push('LONG_RUN');
  if (ruleSet.anhoej && exceeds(facts.fewestCrossings, facts.crossings)) signals.push('FEW_CROSSINGS');
  return signals;
}

const exceeds = (one: number | null, other: number | null): boolean => one !== null && other !== null && one > other;
