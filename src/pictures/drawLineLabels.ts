import type { PicturePoint } from './chartPicture';
import { shortened } from './fitText';
import { lineLabels, spread } from './lineLabels';
import { fragment, type Markup, nothing } from './markup';
import type { Plan, Plot } from './plan';
import { textWidth } from './textWidth';
import { isOnAxis } from './valueAxis';
import { writing } from './writing';

/** The names and values of lines: at the right edge, and for earlier phases at the end of their centre. */
export function drawLineLabels(plan: Plan): Markup {
  const { picture, isNarrow, values, plot, y, font, width } = plan;
  const labels = lineLabels(picture, values, isNarrow);
  const room = { top: plot.top + 4, bottom: plot.bottom - 4 };
  const wanted = labels.map(({ value }) => y(value));
  const places = spread(wanted, font, room);
  const atEdge = labels.map(({ text, colour, isBold }, index) => {
    const bold = { ...font, isBold };
    const shown = shortened(text, width - plot.right - 8, bold);
    return writing(shown, { x: plot.right + 6, y: (places[index] ?? 0) + font.size * 0.36, font: bold, colour });
  });
  return fragment([...atEdge, ...(isNarrow ? [] : earlierCentres(plan))]);
}

function earlierCentres(plan: Plan): Markup[] {
  const { points } = plan.picture;
  return points.map((point, index) => {
    const next = points[index + 1];
    return next && next.phase !== point.phase ? centreLabel(plan, point, index) : nothing;
  });
}

const STRIDE = 6;

/** Above or below the line, as near to its end as the data leave room. */
function centreLabel(plan: Plan, { centre, phase }: PicturePoint, index: number): Markup {
  const { picture, values, y, font, edges, plot } = plan;
  if (!isOnAxis(centre, values)) return nothing;
  const bold = { ...font, isBold: true };
  const text = values.notation.line(centre);
  const first = picture.points.findIndex((point) => point.phase === phase);
  const width = textWidth(text, bold);
  const [end, start] = [(edges[index + 1] ?? 0) - 5 - width, (edges[first] ?? 0) + 5];
  const lefts = Array.from({ length: Math.max(0, Math.floor((end - start) / STRIDE) + 1) }, (_, stride) => end - stride * STRIDE);
  const tops = [y(centre) - 4 - font.size, y(centre) + 4].filter((top) => top > plot.top && top + font.size < plot.bottom);
  const boxes = lefts.flatMap((left) => tops.map((top) => ({ left, top, right: left + width, bottom: top + font.size })));
  const box = boxes.find((one) => isClear(one, plan)) ?? boxes[0];
  return box ? writing(text, { x: box.left, y: box.bottom - 1, font: bold, hasRim: true }) : nothing;
}

const SAMPLES = 12;

/** Whether no point and no part of the line between points lies in a box. */
function isClear({ left, right, top, bottom }: Plot, { picture, periods, y, radius }: Plan): boolean {
  const reach = radius + 1;
  const isIn = (x: number, level: number): boolean =>
    x > left - reach && x < right + reach && level > top - reach && level < bottom + reach;
  return !picture.points.some(({ value }, index) => {
    const before = picture.points[index - 1]?.value ?? value;
    if (value === null || before === null) return false;
    const [x0, x1] = [periods.xs[index - 1] ?? periods.xs[index] ?? 0, periods.xs[index] ?? 0];
    if (Math.max(x0, x1) < left - reach || Math.min(x0, x1) > right + reach) return false;
    const parts = Array.from({ length: SAMPLES + 1 }, (_, sample) => sample / SAMPLES);
    return parts.some((part) => isIn(x0 + (x1 - x0) * part, y(before) + (y(value) - y(before)) * part));
  });
}
