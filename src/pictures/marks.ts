import type { ChartPicture, PicturePoint } from './chartPicture';
import { colours } from './colours';
import { element, type Markup, rounded } from './markup';

export type MarkShape = 'ORDINARY' | 'EXCLUDED' | 'BETTER' | 'WORSE' | 'NEITHER';

export interface Mark {
  readonly shape: MarkShape;
  readonly isHollow: boolean;
  /** A triangle for better points the way that is better. */
  readonly pointsDown: boolean;
  /** The radius of an ordinary point, in pixels. */
  readonly radius: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const fills: Readonly<Record<MarkShape, string>> = {
  ORDINARY: colours.data,
  EXCLUDED: colours.data,
  BETTER: colours.better,
  WORSE: colours.worse,
  NEITHER: colours.neither,
};

/** Where points are close their marks are small, but the shape of a signal must still be seen. */
const signalSize = (radius: number): number => Math.max(radius, Math.min(2.8, radius * 1.4));

/** Each meaning has a shape of its own, so that the picture can be read without colours; what is not final is hollow. */
export const markOf = (point: PicturePoint, { betterIs }: ChartPicture, radius: number): Mark => ({
  shape: point.isExcluded ? 'EXCLUDED' : (point.signal ?? 'ORDINARY'),
  isHollow: point.isProvisional || point.isExcluded,
  pointsDown: betterIs === 'LOWER',
  radius,
});

export function drawMark(mark: Mark, place: Place, children?: readonly Markup[]): Markup {
  const colour = fills[mark.shape];
  const paint = mark.isHollow
    ? { fill: colours.paper, stroke: colour, 'stroke-width': 1.5 }
    : { fill: colour, stroke: colours.paper, 'stroke-width': mark.shape === 'ORDINARY' && mark.radius < 2.6 ? 0 : 0.75 };
  return element('path', { d: outline(mark, place), ...paint }, children);
}

function outline({ shape, radius, pointsDown }: Mark, { x, y }: Place): string {
  const size = signalSize(radius);
  if (shape === 'ORDINARY') return circle(x, y, radius);
  if (shape === 'EXCLUDED') return circle(x, y, size) + cross(x, y, size * 0.7);
  if (shape === 'BETTER') return triangle({ x, y }, pointsDown ? -size : size);
  const reach = size * (shape === 'WORSE' ? 1.25 : 1.75);
  const corners =
    shape === 'WORSE' ? [-reach, -reach, reach, -reach, reach, reach, -reach, reach] : [0, -reach, reach, 0, 0, reach, -reach, 0];
  return polygon({ x, y }, corners);
}

const triangle = (place: Place, size: number): string =>
  polygon(place, [0, -1.85 * size, 1.7 * size, 1.15 * size, -1.7 * size, 1.15 * size]);

function polygon({ x, y }: Place, corners: readonly number[]): string {
  const places = corners.map((offset, index) => rounded(offset + (index % 2 === 0 ? x : y)));
  return `M${places.join(',')}Z`;
}

function circle(x: number, y: number, radius: number): string {
  const [left, middle, r, across] = [rounded(x - radius), rounded(y), rounded(radius), rounded(2 * radius)];
  return `M${left},${middle}a${r},${r} 0 1,0 ${across},0a${r},${r} 0 1,0 ${-across},0Z`;
}

function cross(x: number, y: number, reach: number): string {
  const [left, right, top, bottom] = [x - reach, x + reach, y - reach, y + reach].map(rounded);
  return `M${left ?? 0},${top ?? 0}L${right ?? 0},${bottom ?? 0}M${left ?? 0},${bottom ?? 0}L${right ?? 0},${top ?? 0}`;
}
