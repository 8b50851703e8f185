import { line } from 'd3-shape';
import type { PicturePoint } from './chartPicture';
import { colours } from './colours';
import { pointInWords } from './inWords';
import { element, fragment, type Markup, nothing } from './markup';
import { drawMark, markOf } from './marks';
import type { Plan } from './plan';
import { tooltip, writing } from './writing';

interface Place {
  readonly point: PicturePoint;
  readonly x: number;
  /** Null where there is no figure. */
  readonly y: number | null;
}

const isCounted = ({ point, y }: Place): boolean => y !== null && !point.isExcluded;

const joined = line<Place>(
  ({ x }) => x,
  ({ y }) => y ?? 0,
).defined(isCounted);

const passing = line<Place>(
  ({ x }) => x,
  ({ y }) => y ?? 0,
);

/** Gaps as bands, the line that breaks at them, and a mark for each figure. */
export function drawData(plan: Plan): Markup {
  const places = placesOf(plan);
  return fragment([
    element('path', {
      d: joined(places) ?? '',
      fill: 'none',
      stroke: colours.data,
      'stroke-width': 1.5,
      'stroke-linejoin': 'round',
    }),
    drawPassing(places),
    ...places.map((place) => drawPoint(plan, place)),
    places.some(({ y }) => y !== null) ? nothing : noFigures(plan),
  ]);
}

/** Behind everything else, so that lines and limits stay readable over it. */
export function drawGaps(plan: Plan): Markup {
  const { edges, plot, picture } = plan;
  return fragment(
    picture.points.map((point, index) => {
      const [x, to] = [edges[index] ?? 0, edges[index + 1] ?? 0];
      if (point.value !== null) return nothing;
      const band = { x, y: plot.top, width: Math.max(0, to - x), height: plot.bottom - plot.top };
      const paint = { fill: colours.gap, 'shape-rendering': 'crispEdges' };
      return element('rect', { ...band, ...paint }, [tooltip(pointInWords(point, picture))]);
    }),
  );
}

const placesOf = ({ picture, periods, y }: Plan): Place[] =>
  picture.points.map((point, index) => ({ point, x: periods.xs[index] ?? 0, y: point.value === null ? null : y(point.value) }));

/** To and from a point that was left out: dotted, since it is in time but not in the count. */
function drawPassing(places: readonly Place[]): Markup {
  const pairs = places.slice(1).map((place, index) => [places[index] ?? place, place] as const);
  const dotted = pairs.filter(([a, b]) => a.y !== null && b.y !== null && (a.point.isExcluded || b.point.isExcluded));
  const d = dotted.map((pair) => passing(pair)).join('');
  return d === ''
    ? nothing
    : element('path', { d, fill: 'none', stroke: colours.data, 'stroke-width': 1, 'stroke-dasharray': '1 3' });
}

const drawPoint = ({ picture, radius }: Plan, { point, x, y }: Place): Markup =>
  y === null ? nothing : drawMark(markOf(point, picture, radius), { x, y }, [tooltip(pointInWords(point, picture))]);

function noFigures({ plot, font }: Plan): Markup {
  const place = { x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 + 4 };
  return writing('No figures yet', {
    ...place,
    font: { ...font, size: font.size + 2 },
    anchor: 'middle',
    colour: colours.quietText,
  });
}
