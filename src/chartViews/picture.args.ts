import { ArgsType } from 'type-graphql';
import { OptionalWholeInput } from '../api/inputFields';
import type { PictureSize } from '../pictures/chartPicture';

const NARROWEST = 300;
const WIDEST = 2_000;
const LOWEST = 200;
const usual: PictureSize = { width: 800, height: 420 };

@ArgsType()
export class PictureArgs {
  @OptionalWholeInput(`How wide it is, in CSS pixels; ${usual.width} when not given.`, { least: NARROWEST, most: WIDEST })
  width?: number | null;

  @OptionalWholeInput(`How high it is, in CSS pixels; ${usual.height} when not given.`, { least: LOWEST, most: WIDEST })
  height?: number | null;
}

export const sizeOf = ({ width, height }: PictureArgs): PictureSize => ({
  width: width ?? usual.width,
  height: height ?? usual.height,
});

/** The cost of a PNG of the usual size: it takes a third of a second, a hundred times as long as the rest of a chart. */
const PNG_COST = 500;

/** Grows with the area. A size that will be refused costs as the nearest that is not, so that the refusal names the argument. */
export function pngCost({ width, height }: Readonly<Record<string, unknown>>): number {
  const asked = { width: held(width, NARROWEST, usual.width), height: held(height, LOWEST, usual.height) };
  return Math.ceil((PNG_COST * (asked.width * asked.height)) / (usual.width * usual.height));
}

const held = (pixels: unknown, least: number, otherwise: number): number =>
  typeof pixels === 'number' ? Math.min(WIDEST, Math.max(least, pixels)) : otherwise;
