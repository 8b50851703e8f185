import { line } from 'd3-shape';
import type { AnalysedPoint } from '../charts/analysisTypes';
import { pointWords } from './pointWords';
import { marker } from './markers';
import { stroked } from './label';
import { ink } from './look';
import type { View } from './view';
import { type Markup, element, group, short } from './xml';

interface Dot {
  readonly place: number;
  readonly value: number | null;
}

/** The line through the data, broken wherever a period is missing; excluded points stand beside it. */
export function drawDataLine({ picture, timeline, x, y }: View): Markup | null {
  const dots = dotsOf(picture.analysis.points, timeline.places, breakLength(timeline.cadence, timeline.halfStep));
  const path = line<Dot>()
    .defined(({ value }) => value !== null)
    .x(({ place }) => Number(short(x(place))))
    .y(({ value }) => Number(short(y(value ?? 0))));
  const d = path(dots);
  return d === null ? null : element('path', { d, ...stroked({ stroke: ink.line, width: 1.4 }), 'stroke-linejoin': 'round' });
}

/** A period that nobody entered at all is as missing as an empty one. Days have weekends, and other dates no rhythm. */
function breakLength(cadence: string, halfStep: number): number {
  return ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'].includes(cadence) ? halfStep * 3 : Infinity;
}

function dotsOf(points: readonly AnalysedPoint[], places: readonly number[], longest: number): Dot[] {
  const dots: Dot[] = [];
  points.forEach(({ value, included }, i) => {
    if (value !== null && !included) return;
    const place = places[i] ?? i;
    const last = dots.at(-1);
    if (last && isOmitted(i, place)) dots.push({ place: last.place, value: null });
    dots.push({ place, value });
  });
  return dots;

  function isOmitted(i: number, place: number): boolean {
    return place - (places[i - 1] ?? place) > longest;
  }
}

/** Each point with its date, value and signals as a title: a pointer shows it, and a screen reader can reach it. */
export function drawPoints(view: View): Markup {
  const { picture, timeline, looks, x, y } = view;
  const radius = radiusFor(x(timeline.first + 2 * timeline.halfStep) - x(timeline.first), view.sizes.isNarrow);
  const inOrder = picture.analysis.points
    .map((point, i) => ({ point, look: looks[i] ?? null, place: timeline.places[i] ?? i }))
    .sort((a, b) => Number(isSignal(a.look)) - Number(isSignal(b.look)));
  return group(
    ...inOrder.map(({ point, look, place }) =>
      look === null || point.value === null
        ? null
        : group(
            element('title', {}, pointWords(point, picture, timeline.cadence)),
            marker(look, x(place), y(point.value), radius),
          ),
    ),
  );
}

const isSignal = (look: View['looks'][number]): boolean => look !== null && look.shape !== 'CIRCLE';

const radiusFor = (spacing: number, isNarrow: boolean): number => Math.max(1.1, Math.min(isNarrow ? 3.2 : 4, spacing * 0.33));
