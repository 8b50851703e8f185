import type { PicturePoint } from './chartPicture';
import { colours } from './colours';
import { shortened } from './fitText';
import { lineLabels, shortValue, spread } from './lineLabels';
import { fragment, type Markup, nothing } from './markup';
import type { Plan } from './plan';
import { textWidth } from './textWidth';
import { isOnAxis } from './valueAxis';
import { writing } from './writing';

/** The names and values of lines: at the right edge, and for earlier phases at the end of their centre. */
export function drawLineLabels(plan: Plan): Markup {
  const { picture, isNarrow, values, plot, y, font, width } = plan;
  const labels = lineLabels(picture, isNarrow).filter(({ value }) => isOnAxis(value, values));
  const places = spread(
    labels.map(({ value }) => y(value)),
    font,
    { top: plot.top + 4, bottom: plot.bottom - 4 },
  );
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

/** On the side of the line that the last points of the phase leave free. */
function centreLabel({ picture, values, y, font, edges, plot }: Plan, point: PicturePoint, index: number): Markup {
  if (!isOnAxis(point.centre, values)) return nothing;
  const text = shortValue(point.centre, picture.unit);
  const bold = { ...font, isBold: true };
  const x = (edges[index + 1] ?? 0) - 5;
  if (x - textWidth(text, bold) < plot.left) return nothing;
  const level = point.centre;
  const near = picture.points.slice(Math.max(0, index - 1), index + 1);
  const isFreeAbove = near.every(({ value }) => value === null || value <= level);
  const below = y(level) + font.size + 3;
  const baseline = isFreeAbove || below > plot.bottom - 2 ? y(level) - 5 : below;
  return writing(text, { x, y: baseline, font: bold, anchor: 'end', colour: colours.text, hasRim: true });
}
