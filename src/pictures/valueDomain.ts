import { scaleLinear } from 'd3-scale';
import type { ChartPicture } from './chartPicture';

/** Lowest and highest value of the axis. */
export type Domain = readonly [number, number];

const MARGIN = 0.06;
/** Data that begin below this part of their highest value are shown from zero; others would be squashed by it. */
const ZERO_IS_NEAR = 0.3;
/** A difference smaller than this part of the values is no difference that ticks can show. */
const CONSTANT = 1e-9;

const isNumber = (value: number | null): value is number => value !== null;

/** What the axis of values spans: all values, lines and the target, with some air, and with zero only where it is near. */
export function valueDomain({ points, target, unit }: ChartPicture, ticks: number): Domain {
  const values = points.map(({ value }) => value).filter(isNumber);
  const lines = points.flatMap(({ centre, lower, upper }) => [centre, lower, upper]).filter(isNumber);
  const all = [...values, ...lines, ...(target === null ? [] : [target])];
  if (all.length === 0) return unit === '%' ? [0, 100] : [0, 1];
  const within = natural(values.length === 0 ? all : values, unit);
  return cut(rounded(withAir([lowest(all), highest(all)]), ticks), within);
}

/** Counts, days and percentages have ends that an axis should not pass unless the data do. */
function natural(values: readonly number[], unit: string | null): Domain {
  const [low, high] = [lowest(values), highest(values)];
  if (low < 0) return [-Infinity, high <= 0 ? 0 : Infinity];
  return [0, unit === '%' && high <= 100 ? 100 : Infinity];
}

function withAir([low, high]: Domain): Domain {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low <= size * CONSTANT) {
    const air = size === 0 ? 1 : size * 0.2;
    return [low - air, high + air];
  }
  const air = (high - low) * MARGIN;
  if (low >= 0 && low <= high * ZERO_IS_NEAR) return [0, high + air];
  if (high <= 0 && high >= low * ZERO_IS_NEAR) return [low - air, 0];
  return [low - air, high + air];
}

function rounded([low, high]: Domain, ticks: number): Domain {
  const [from = low, to = high] = scaleLinear().domain([low, high]).nice(ticks).domain();
  return [from, to];
}

/** Lines beyond the cut are clipped; an axis that the cut would leave empty is kept whole. */
function cut([low, high]: Domain, [least, most]: Domain): Domain {
  const [from, to] = [Math.max(low, least), Math.min(high, most)];
  return from < to ? [from, to] : [low, high];
}

const lowest = (values: readonly number[]): number => values.reduce((least, value) => Math.min(least, value));
const highest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value));
