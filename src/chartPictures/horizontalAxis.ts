import { label, vertical } from './label';
import { type Sizes, ink, lineHeight } from './look';
import type { Box } from './chartPicture';
import { textWidth } from './textWidth';
import type { Tick } from './timeTicks';
import { type Markup, group } from './xml';

export const axisHeight = (ticks: readonly Tick[], { text }: Sizes): number =>
  6 + lineHeight(text) * (ticks.some(({ context }) => context !== null) ? 2 : 1);

export function drawHorizontalAxis(ticks: readonly Tick[], plot: Box, sizes: Sizes): Markup {
  const size = sizes.isNarrow ? sizes.small : sizes.small;
  const [firstRow, secondRow] = [plot.bottom + 5 + size, plot.bottom + 5 + size + lineHeight(sizes.text)];
  return group(
    ...ticks.map(({ x }) => vertical(x, plot.bottom, plot.bottom + 4, { stroke: ink.axis })),
    ...ticks.map(({ x, text }) => inside(text, x, firstRow, size, sizes)),
    ...contextsOf(ticks, size).map(({ x, context }) => inside(context ?? '', x, secondRow, size, sizes)),
  );
}

/** The first context is left out where the second one would touch it: the reader can count back from there. */
function contextsOf(ticks: readonly Tick[], size: number): Tick[] {
  const [first, ...others] = ticks.filter(({ context }) => context !== null);
  if (!first) return [];
  const [second] = others;
  const needed = (textWidth(first.context ?? '', size) + textWidth(second?.context ?? '', size)) / 2 + 4;
  return second && second.x - first.x < needed ? others : [first, ...others];
}

function inside(text: string, x: number, y: number, ...[size, { width }]: [number, Sizes]): Markup {
  const half = textWidth(text, size) / 2;
  return label(text, { x: Math.max(half + 1, Math.min(width - half - 1, x)), y, size, anchor: 'middle', fill: ink.quiet });
}
