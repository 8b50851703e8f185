import { colours } from './colours';
import { element, fragment, type Markup } from './markup';
import type { Plan } from './plan';
import { AXIS_ROW } from './planOf';
import { writing } from './writing';

/** Grid, value ticks and their labels. Without a figure there is nothing to measure, and only the frame is drawn. */
export function drawValueAxis({ plot, values, y, font, picture }: Plan): Markup {
  if (!picture.points.some(({ value }) => value !== null)) return frame(plot);
  const lines = values.ticks.map(({ value }) =>
    element('path', {
      d: `M${plot.left},${place(y(value))}H${place(plot.right)}`,
      stroke: colours.grid,
      'stroke-width': 1,
      fill: 'none',
    }),
  );
  const labels = values.ticks.map(({ value, label }) =>
    writing(label, { x: plot.left - 6, y: y(value) + font.size * 0.36, font, anchor: 'end', colour: colours.quietText }),
  );
  return fragment([...lines, ...labels]);
}

/** The foot of the plot, with ticks and labels of periods. */
export function drawPeriodAxis({ plot, periods, font }: Plan): Markup {
  const ticks = periods.labels.flatMap(({ tick }) =>
    tick === null || tick < plot.left || tick > plot.right ? [] : `M${place(tick)},${place(plot.bottom)}v4`,
  );
  const d = `M${place(plot.left)},${place(plot.bottom)}H${place(plot.right)}${ticks.join('')}`;
  const labels = periods.labels.map(({ text, x, row, isYear }) => {
    const y = plot.bottom + 4 + AXIS_ROW * (row + 1) - 2;
    return writing(text, { x, y, font: { ...font, isBold: isYear }, anchor: 'middle', colour: colours.quietText });
  });
  return fragment([element('path', { d, stroke: colours.axis, 'stroke-width': 1, fill: 'none' }), ...labels]);
}

const frame = ({ left, right, top, bottom }: Plan['plot']): Markup =>
  element('rect', {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    fill: 'none',
    stroke: colours.axis,
    'stroke-width': 1,
  });

const place = (pixels: number): number => Math.round(pixels * 100) / 100;
