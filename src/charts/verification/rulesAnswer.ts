import { type JudgedPart, judgedPart } from '../judgedPart';
import type { Lines } from '../lines';
import { judge } from '../judge';
import { measured } from '../measured';
import { automaticRebase } from '../rebase';
import { ruleSets } from '../ruleSets';
import type { Side } from '../types';
import { seriesOf } from './chartAnswer';
import type { Vector, VectorRow } from './vector';

/** Shewhart rules on lines that the vector gives; `judge` is what analyse asks too. */
export function rulesAnswer({ rows, options }: Vector): Record<string, unknown> {
  const lengths = {
    shift: options?.shiftPoints ?? ruleSets.SHEWHART.shift,
    trend: options?.trendPoints ?? ruleSets.SHEWHART.trend,
    innerThird: options?.innerPoints ?? ruleSets.SHEWHART.innerThird,
  };
  const signals = judge(givenPart(rows, options?.twoOfThreeSigma ?? 2), { ...ruleSets.SHEWHART, ...lengths });
  const shifts = signals.map(({ shift }) => sideWord(shift));
  const trends = signals.map(({ trend }) => (trend === null ? 'none' : trend === 'RISING' ? 'upper' : 'lower'));
  const inner = signals.map(({ innerThird }) => innerThird);
  return {
    outside: signals.map(({ beyondLimits }) => sideWord(beyondLimits)),
    twoOfThree: signals.map(({ twoOfThree }) => sideWord(twoOfThree)),
    shift8: shifts,
    trend6: trends,
    inner15: inner,
    [`shift${lengths.shift}`]: shifts,
    [`trend${lengths.trend}`]: trends,
    [`inner${lengths.innerThird}`]: inner,
  };
}

const sideWord = (side: Side | null): string => (side === null ? 'none' : side === 'ABOVE' ? 'upper' : 'lower');

function givenPart(rows: readonly VectorRow[], outerSigmas: number): JudgedPart {
  const plotted = rows.map(({ y }) => ({ value: y ?? null, included: true }));
  return judgedPart(
    plotted,
    rows.map((row) => linesOf(row, outerSigmas)),
  );
}

function linesOf({ centre, sigma, lcl, ucl, lcl2, ucl2, lcl1, ucl1 }: VectorRow, outerSigmas: number): Lines {
  const own = { centre: centre ?? null, sigma: sigma ?? null };
  const at = (multiple: number): number | null =>
    own.centre === null || own.sigma === null ? null : own.centre + multiple * own.sigma;
  const usual = outerSigmas === 2;
  return {
    ...own,
    lower: lcl ?? null,
    upper: ucl ?? null,
    lower2: usual && lcl2 !== undefined ? lcl2 : at(-outerSigmas),
    upper2: usual && ucl2 !== undefined ? ucl2 : at(outerSigmas),
    lower1: lcl1 === undefined ? at(-1) : lcl1,
    upper1: ucl1 === undefined ? at(1) : ucl1,
  };
}

/** Medians with the x of the first and the last point that each was computed from. */
export function rebaseAnswer(vector: Vector): Record<string, unknown> {
  const { baselinePoints, runLength, direction } = vector.options ?? {};
  const values = seriesOf(vector).points.map((point) => measured(point, 'RUN').value);
  const segments = automaticRebase(values, {
    baselinePoints: baselinePoints ?? 13,
    runLength: runLength ?? 9,
    direction: direction === 'above' ? 'ABOVE' : direction === 'below' ? 'BELOW' : 'BOTH',
  });
  const xAt = (place: number | undefined): string | number | null => vector.rows[place ?? -1]?.x ?? null;
  return {
    medians: segments.map(({ type, median, places }) => ({ type, median, start: xAt(places[0]), end: xAt(places.at(-1)) })),
  };
}
