import type { AnalysedPhase } from './analysisTypes';
import type { Manner } from './patternWords';

/** Signals that belong to a phase as a whole: no point carries them, and they have no direction. */
export function phaseSignalWords({ signals, runs }: AnalysedPhase, { isRunChart }: Manner): string | null {
  const signal = isRunChart ? 'a non-random signal' : 'a signal';
  const found = new Set(signals);
  if (found.has('FEW_CROSSINGS')) {
    const fewest = runs.fewestCrossings ?? 0;
    return `the line crosses the centre ${times(runs.crossings ?? 0)} where chance gives at least ${fewest}: ${signal} of change`;
  }
  if (found.has('LONG_RUN'))
    return `the longest run on one side of the centre has ${runs.longestRun ?? 0} points: ${signal} of change`;
  const expected = `${runs.fewestRuns ?? 0} to ${runs.mostRuns ?? 0} are expected by chance`;
  if (found.has('TOO_FEW_RUNS')) return `only ${runs.runs} runs about the centre where ${expected}: ${signal} of change`;
  if (found.has('TOO_MANY_RUNS')) {
    return `as many as ${runs.runs} runs about the centre where ${expected}: ${signal} that two sources may be mixed`;
  }
  return null;
}

const times = (count: number): string =>
  count === 0 ? 'never' : count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
