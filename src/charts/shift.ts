import { sideRuns } from './sideRuns';
import type { Position, Side } from './types';

/**
 * Shift: at least `least` useful points in a row on one side of the centre. Six on a run chart (Perla, Provost & Murray, BMJ
 * Qual Saf 2011;20:46; Public Health Scotland), eight on a Shewhart chart (Provost & Murray). All points of it are marked.
 */
export function shift(positions: readonly Position[], least: number): (Side | null)[] {
  const marks = positions.map((): Side | null => null);
  for (const run of sideRuns(positions)) {
    if (run.places.length >= least) for (const place of run.places) marks[place] = run.side;
  }
  return marks;
}
