import { ink } from './look';
import type { PointLook, PointShape } from './pointLooks';
import { type Markup, element, group, short } from './xml';

const colours: Readonly<Record<PointShape, string>> = {
  CIRCLE: ink.point,
  DIAMOND: ink.better,
  TRIANGLE: ink.worse,
  SQUARE: ink.change,
  CROSS: ink.quiet,
};

/** A marker about a place. Signals stay large enough to be told apart however many points there are. */
export function marker({ shape, hasRing, isHollow }: PointLook, x: number, y: number, radius: number): Markup {
  const size = shape === 'CIRCLE' ? radius : Math.max(3, radius * 1.15);
  const mark = shape === 'CIRCLE' ? circle(x, y, size, isHollow) : angular(shape, isHollow, polygonOf(shape, x, y, size));
  if (!hasRing) return mark;
  return group(
    element('circle', { cx: x, cy: y, r: size + 3.6, fill: 'none', stroke: colours[shape], 'stroke-width': 1.2 }),
    mark,
  );
}

const circle = (x: number, y: number, radius: number, isHollow: boolean): Markup =>
  element('circle', {
    cx: x,
    cy: y,
    r: radius,
    fill: isHollow ? ink.paper : ink.point,
    stroke: isHollow ? ink.point : ink.paper,
    'stroke-width': isHollow ? 1.5 : radius < 2 ? 0 : 0.8,
  });

function angular(shape: PointShape, isHollow: boolean, d: string): Markup {
  const isOpen = isHollow || shape === 'CROSS';
  return element('path', {
    d,
    fill: isOpen ? ink.paper : colours[shape],
    stroke: isOpen ? colours[shape] : ink.paper,
    'stroke-width': shape === 'CROSS' ? 1.1 : isOpen ? 1.6 : 0.8,
    'stroke-linejoin': 'round',
  });
}

const outlines: Readonly<Record<Exclude<PointShape, 'CIRCLE'>, readonly (readonly [number, number])[]>> = {
  DIAMOND: [[0, -1.45], [1.45, 0], [0, 1.45], [-1.45, 0]],
  TRIANGLE: [[-1.4, -1.05], [1.4, -1.05], [0, 1.4]],
  SQUARE: [[-1.05, -1.05], [1.05, -1.05], [1.05, 1.05], [-1.05, 1.05]],
  CROSS: [
    ...([[0, -0.5], [0.8, -1.3], [1.3, -0.8], [0.5, 0], [1.3, 0.8], [0.8, 1.3]] as const),
    ...([[0, 0.5], [-0.8, 1.3], [-1.3, 0.8], [-0.5, 0], [-1.3, -0.8], [-0.8, -1.3]] as const),
  ],
}; // prettier-ignore

function polygonOf(shape: Exclude<PointShape, 'CIRCLE'>, x: number, y: number, size: number): string {
  return `M${outlines[shape].map(([dx, dy]) => `${short(x + dx * size)},${short(y + dy * size)}`).join('L')}Z`;
}
