import type { Box, ChartPicture } from './chartPicture';
import type { Sizes } from './look';
import type { PointLook } from './pointLooks';
import type { HorizontalScale, Timeline } from './timeline';
import type { VerticalScale } from './valueScale';

/** A picture with its places worked out: what the drawing of each part needs. */
export interface View {
  readonly picture: ChartPicture;
  readonly sizes: Sizes;
  readonly timeline: Timeline;
  readonly looks: readonly (PointLook | null)[];
  readonly plot: Box;
  readonly x: HorizontalScale;
  readonly y: VerticalScale;
  /** The sigma lines that a signal in this picture is about, if any. */
  readonly zone: 1 | 2 | null;
}
