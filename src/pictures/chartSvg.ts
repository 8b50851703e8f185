import type { ChartPicture, PictureSize } from './chartPicture';
import { colours } from './colours';
import { describe } from './describe';
import { drawPeriodAxis, drawValueAxis } from './drawAxes';
import { drawData, drawGaps } from './drawData';
import { drawLane } from './drawLane';
import { drawLineLabels } from './drawLineLabels';
import { drawLines, drawZones } from './drawLines';
import { drawNotes } from './drawNotes';
import { drawPhases } from './drawPhases';
import { shortened } from './fitText';
import { drawHeader } from './header';
import { drawLegend } from './legend';
import { element, fragment, type Markup, nothing, text } from './markup';
import type { Plan } from './plan';
import { planOf } from './planOf';
import { writing } from './writing';

const FONTS = 'Roboto, Arial, sans-serif';

/**
 * A chart as an SVG document, which may also stand within HTML: 800 by 420 CSS pixels unless a size is given. The same
 * picture and size give the same text. It holds no script, style or address, so any content security policy allows it.
 */
export const chartSvg = (picture: ChartPicture, size?: PictureSize): string => svgOf(picture, size).source;

/** The same, to be put into other markup. */
export function svgOf(picture: ChartPicture, size?: PictureSize): Markup {
  const plan = planOf(picture, size);
  const { idPrefix, width, height } = plan;
  const [title, description] = [`${idPrefix}-title`, `${idPrefix}-desc`];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-labelledby': `${title} ${description}`,
    'font-family': FONTS,
  };
  const parts = [
    element('title', { id: title }, [text(picture.title)]),
    element('desc', { id: description }, [text(describe(picture))]),
    element('rect', { width, height, fill: colours.paper }),
    ...drawn(plan),
  ];
  return element('svg', attributes, [fragment(parts)]);
}

function drawn(plan: Plan): Markup[] {
  const { plot, idPrefix, font, picture } = plan;
  const clip = `${idPrefix}-plot`;
  const window = element('rect', {
    x: plot.left,
    y: plot.top - 1,
    width: plot.right - plot.left,
    height: plot.bottom - plot.top + 2,
  });
  return [
    element('clipPath', { id: clip }, [window]),
    drawHeader(plan.header),
    element('g', { 'clip-path': `url(#${clip})` }, [drawZones(plan)]),
    drawGaps(plan),
    drawValueAxis(plan),
    drawPeriodAxis(plan),
    drawPhases(plan),
    drawNotes(plan),
    element('g', { 'clip-path': `url(#${clip})` }, [drawLines(plan)]),
    drawData(plan),
    drawLineLabels(plan),
    drawLane(plan),
    drawLegend(plan.legend, { left: 12, top: plan.legendTop, font, pointsDown: picture.betterIs === 'LOWER' }),
    drawSource(plan),
  ];
}

function drawSource({ hasSource, picture, width, height, font }: Plan): Markup {
  if (!hasSource) return nothing;
  const small = { ...font, size: 11 };
  const words = shortened(picture.source ?? '', width - 24, small);
  return writing(words, { x: 12, y: height - 8, font: small, colour: colours.quietText });
}
