import type { Position, Side } from './types';

/** Useful points in a row on one side of the centre, by their places in the phase. */
export interface SideRun {
  readonly side: Side;
  readonly places: readonly number[];
}

/** Points on the centre, missing and excluded points are skipped: they neither end a run nor add to it (Perla 2011; qicharts2). */
export function sideRuns(positions: readonly Position[]): SideRun[] {
  const runs: { side: Side; places: number[] }[] = [];
  positions.forEach((position, place) => {
    if (position === null || position === 'ON') return;
    const last = runs.at(-1);
    if (last?.side === position) last.places.push(place);
    else runs.push({ side: position, places: [place] });
  });
  return runs;
}
