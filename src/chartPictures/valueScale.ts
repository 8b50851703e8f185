import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Analysis } from '../charts/analysisTypes';
import { superscript } from '../charts/plainNumber';

export type VerticalScale = ScaleLinear<number, number>;

export interface ValueAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** What the numbers on the axis are counted in: "millions", or nothing. */
  readonly scaleWords: string | null;
}

/** Null when there is nothing to draw, or when the values are further apart than a number can tell. */
export function valueAxis(analysis: Analysis, unit: string | null | undefined, count: number): ValueAxis | null {
  const extent = extentOf(analysis);
  if (extent === null) return null;
  const [lowest, highest] = padded(extent, unit === '%');
  const exponent = exponentOf(Math.max(Math.abs(lowest), Math.abs(highest)));
  const factor = 10 ** exponent;
  const scale = scaleLinear([lowest / factor, highest / factor], [0, 1]).nice(count);
  const [from = 0, to = 1] = scale.domain();
  if (!Number.isFinite((to - from) * factor) || to <= from) return null;
  const format = scale.tickFormat(count);
  const ticks = scale.ticks(count).map((value) => ({ value: value * factor, text: format(value) }));
  return { domain: [from * factor, to * factor], ticks, scaleWords: scaleWords(exponent) };
}

function extentOf({ points, target }: Analysis): [number, number] | null {
  let [lowest, highest] = [Infinity, -Infinity];
  const include = (value: number | null): void => {
    if (value === null || !Number.isFinite(value)) return;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  };
  for (const { value } of points) include(value);
  if (lowest > highest) return null;
  for (const { lines } of points) [lines.centre, lines.lower, lines.upper].forEach(include);
  include(target);
  return [lowest, highest];
}

/** The axis starts at zero where that costs little, and never leaves what a count or a percentage can be. */
function padded([lowest, highest]: [number, number], isPercentage: boolean): [number, number] {
  const same = highest - lowest <= 1e-9 * Math.max(Math.abs(highest), Math.abs(lowest));
  const margin = same ? Math.abs(highest) * 0.1 || 1 : (highest - lowest) * 0.05;
  const floor = lowest >= 0 ? (lowest <= highest * 0.35 ? 0 : Math.max(0, lowest - margin)) : lowest - margin;
  const ceiling = isPercentage && highest <= 100 ? Math.min(100, highest + margin) : highest + margin;
  return [same && highest === 0 ? 0 : floor, ceiling > floor ? ceiling : floor + margin];
}

/** Very large and very small numbers are counted in a power of ten named beside the axis, so that its labels stay short. */
function exponentOf(largest: number): number {
  if (largest === 0 || (largest >= 1e-3 && largest < 1e6)) return 0;
  return Math.max(-300, Math.floor(Math.log10(largest) / 3) * 3);
}

function scaleWords(exponent: number): string | null {
  if (exponent === 0) return null;
  return exponent === 6 ? 'millions' : exponent === 9 ? 'billions' : `× 10${superscript(exponent)}`;
}
