import { line } from 'd3-shape';
import type { AnalysedPhase, AnalysedPoint } from '../charts/analysisTypes';
import type { Lines } from '../charts/lines';
import { stroked } from './label';
import { dash, ink } from './look';
import type { Timeline } from './timeline';
import type { View } from './view';
import { type Markup, element, group, short } from './xml';

type LineName = Exclude<keyof Lines, 'sigma'>;

interface Edge {
  readonly place: number;
  readonly value: number | null;
}

/** Centre and limits of every phase, as steps from half way before a point to half way after it. */
export function drawLimitLines(view: View): Markup {
  const { analysis } = view.picture;
  const drawn = analysis.phases.flatMap((phase) => [...limits(view, phase), ...centres(view, phase)]);
  return group(...drawn);
}

function limits(view: View, phase: AnalysedPhase): Markup[] {
  const stroke = { stroke: ink.limit, width: 1.1, dash: dash.limit };
  const zone = { stroke: ink.limit, width: 0.9, dash: dash.zone };
  const names: LineName[] = view.zone === null ? [] : view.zone === 2 ? ['lower2', 'upper2'] : ['lower1', 'upper1'];
  return [
    ...(['lower', 'upper'] as const).map((name) => step(view, edgesOf(view, phase, name), stroke)),
    ...names.map((name) => step(view, edgesOf(view, phase, name), zone)),
  ].filter((markup) => markup !== null);
}

/** Solid over the baseline that it was computed from, dashed where it is only carried on. */
function centres(view: View, phase: AnalysedPhase): Markup[] {
  const isBaseline = ({ baseline }: AnalysedPoint): boolean => baseline;
  const solid = step(view, edgesOf(view, phase, 'centre', isBaseline), { stroke: ink.centre, width: 1.7 });
  const carried = step(
    view,
    edgesOf(view, phase, 'centre', (point) => !point.baseline),
    {
      stroke: ink.centre,
      width: 1.7,
      dash: dash.extended,
    },
  );
  return [solid, carried].filter((markup) => markup !== null);
}

function edgesOf(
  { picture, timeline }: View,
  phase: AnalysedPhase,
  name: LineName,
  isWanted: (point: AnalysedPoint) => boolean = () => true,
): Edge[] {
  return picture.analysis.points.flatMap((point, i) => {
    if (point.phase !== phase.number) return [];
    const value = isWanted(point) ? point.lines[name] : null;
    return [
      { place: edgeBefore(timeline, i), value },
      { place: edgeBefore(timeline, i + 1), value },
    ];
  });
}

/** Half way between a point and the one before it. */
export function edgeBefore({ places, halfStep }: Timeline, i: number): number {
  const [before, after] = [places[i - 1], places[i]];
  if (after === undefined) return (before ?? 0) + halfStep;
  return before === undefined ? after - halfStep : (before + after) / 2;
}

function step({ x, y }: View, edges: readonly Edge[], stroke: Parameters<typeof stroked>[0]): Markup | null {
  const path = line<Edge>()
    .defined(({ value }) => value !== null)
    .x(({ place }) => Number(short(x(place))))
    .y(({ value }) => Number(short(y(value ?? 0))));
  const d = path(withoutNeedless(edges));
  return d === null ? null : element('path', { d, ...stroked(stroke) });
}

/** Of edges in a row at one height only the first and the last are needed. */
function withoutNeedless(edges: readonly Edge[]): Edge[] {
  return edges.filter(({ value }, i) => edges[i - 1]?.value !== value || edges[i + 1]?.value !== value);
}
