import { ArgsType } from 'type-graphql';
import { OptionalWholeInput } from '../api/inputFields';
import type { PictureSize } from '../pictures/chartPicture';

const NARROWEST = 300;
const WIDEST = 2_000;
const usual: PictureSize = { width: 800, height: 420 };

@ArgsType()
export class PictureArgs {
  @OptionalWholeInput(`How wide it is, in CSS pixels; ${usual.width} when not given.`, { least: NARROWEST, most: WIDEST })
  width?: number | null;

  @OptionalWholeInput(`How high it is, in CSS pixels; ${usual.height} when not given.`, { least: 200, most: WIDEST })
  height?: number | null;
}

export const sizeOf = ({ width, height }: PictureArgs): PictureSize => ({
  width: width ?? usual.width,
  height: height ?? usual.height,
});
