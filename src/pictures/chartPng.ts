import type { ChartPicture, PictureSize } from './chartPicture';
import { chartSvg } from './chartSvg';
import { svgPng } from './svgPng';

/** The chart as a PNG on white, `scale` device pixels for each CSS pixel (2 unless given, from a half to 4). */
export const chartPng = (picture: ChartPicture, size?: PictureSize, scale = 2): Promise<Buffer> =>
  svgPng(chartSvg(picture, size), Math.max(0.5, scale));
