import { sideRuns } from './sideRuns';
import type { Position, Side } from './types';

/**
 * Anhøj's two rules (Anhøj & Olesen, PLoS ONE 2014;9:e113825): a run is unusually long above round(log2 n) + 3 useful points;
 * crossings of the centre are unusually few below the 5 % point of Bin(n - 1, 1/2). Null for no useful points.
 */
export const longestRunLimit = (useful: number): number | null => (useful === 0 ? null : Math.round(Math.log2(useful)) + 3);

/** The smallest k with P(Bin(useful - 1, 1/2) <= k) >= 0.05, summed in logarithms because 0.5^9999 is zero in doubles. */
export function fewestCrossings(useful: number): number | null {
  if (useful === 0) return null;
  const trials = useful - 1;
  let logTerm = -trials * Math.LN2;
  let tail = Math.exp(logTerm);
  let k = 0;
  while (tail < 0.05 && k < trials) {
    logTerm += Math.log((trials - k) / (k + 1));
    tail += Math.exp(logTerm);
    k += 1;
  }
  return k;
}

/** Marks every point of every run that is longer than the limit. */
export function longRuns(positions: readonly Position[]): (Side | null)[] {
  const marks = positions.map((): Side | null => null);
  const runs = sideRuns(positions);
  const limit = longestRunLimit(runs.reduce((useful, run) => useful + run.places.length, 0));
  for (const run of runs) {
    if (limit !== null && run.places.length > limit) for (const place of run.places) marks[place] = run.side;
  }
  return marks;
}
