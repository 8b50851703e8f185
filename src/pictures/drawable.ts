import type { ChartPicture, PicturePoint } from './chartPicture';

// No measure comes near these; far beyond them quotients of doubles overflow, and no tick can be found.
const LARGEST = 1e100;
const SMALLEST = 1e-100;

/** A copy in which every number can be drawn: what is not finite is missing, and what no axis can hold is at its edge. */
export const drawable = (picture: ChartPicture): ChartPicture => ({
  ...picture,
  target: numberToDraw(picture.target),
  points: picture.points.map(pointToDraw),
});

const pointToDraw = (point: PicturePoint): PicturePoint => ({
  ...point,
  value: numberToDraw(point.value),
  centre: numberToDraw(point.centre),
  lower: numberToDraw(point.lower),
  upper: numberToDraw(point.upper),
  lower2: numberToDraw(point.lower2),
  upper2: numberToDraw(point.upper2),
  lower1: numberToDraw(point.lower1),
  upper1: numberToDraw(point.upper1),
});

function numberToDraw(value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return Math.abs(value) < SMALLEST ? 0 : Math.min(LARGEST, Math.max(-LARGEST, value));
}
