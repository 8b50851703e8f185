import { scaleLinear } from 'd3-scale';
import type { ChartPicture } from './chartPicture';
import { type Notation, notationOf } from './tickLabels';
import { type Domain, valueDomain } from './valueDomain';

export interface ValueTick {
  readonly value: number;
  readonly label: string;
}

export interface ValueAxis {
  readonly domain: Domain;
  readonly ticks: readonly ValueTick[];
  readonly notation: Notation;
}

/** Range and ticks of the axis of values for a plot of about this height in pixels. */
export function valueAxis(picture: ChartPicture, height: number): ValueAxis {
  const count = Math.min(8, Math.max(2, Math.round(height / 46)));
  const domain = valueDomain(picture, count);
  const ticks = scaleLinear()
    .domain(domain)
    .ticks(count)
    .filter((tick) => tick >= domain[0] && tick <= domain[1]);
  const notation = notationOf(ticks, picture.unit);
  const labelled = ticks.map((value) => ({ value, label: notation.tick(value) }));
  return { domain, notation, ticks: labelled.filter(isFirstOfItsName) };
}

/** Values that differ in their tenth digit only would read the same. */
const isFirstOfItsName = ({ label }: ValueTick, index: number, ticks: readonly ValueTick[]): boolean =>
  ticks.findIndex((tick) => tick.label === label) === index;

export const isOnAxis = (value: number | null, { domain: [low, high] }: ValueAxis): value is number =>
  value !== null && value >= low && value <= high;
