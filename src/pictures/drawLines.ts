import { area, line } from 'd3-shape';
import type { PicturePoint } from './chartPicture';
import { colours } from './colours';
import { lineStyles } from './lineStyles';
import { element, fragment, type Markup, nothing } from './markup';
import type { Plan } from './plan';

type Pick = (point: PicturePoint) => number | null;

interface Step {
  readonly x: number;
  readonly y: number;
  /** The other edge of a zone. */
  readonly y1: number;
}

const stepLine = line<Step>(
  ({ x }) => x,
  ({ y }) => y,
);
const stepArea = area<Step>(
  ({ x }) => x,
  ({ y }) => y,
  ({ y1 }) => y1,
);

/** Between 2 and 3 sigma on either side, so that two points of three in it can be seen. */
export function drawZones(plan: Plan): Markup {
  const zones = (
    [
      ['upper2', 'upper'],
      ['lower', 'lower2'],
    ] as const
  ).flatMap(([low, high]) =>
    stretches(plan, (point) => point[low], { other: (point) => point[high] }).map((steps) => stepArea(steps)),
  );
  return shape(zones.join(''), { fill: colours.zone, stroke: 'none' });
}

/** Centre, limits and target; the centre is dashed where it is carried forward from an earlier baseline. */
export function drawLines(plan: Plan): Markup {
  const path = (pick: Pick, style: (typeof lineStyles)[keyof typeof lineStyles]): Markup =>
    shape(
      stretches(plan, pick, {})
        .map((steps) => stepLine(steps))
        .join(''),
      { fill: 'none', ...style },
    );
  return fragment([
    path(({ lower }) => lower, lineStyles.LIMIT),
    path(({ upper }) => upper, lineStyles.LIMIT),
    path(({ centre, isInBaseline }) => (isInBaseline ? centre : null), lineStyles.CENTRE),
    path(({ centre, isInBaseline }) => (isInBaseline ? null : centre), lineStyles.CARRIED),
    target(plan),
  ]);
}

function target({ picture, plot, y }: Plan): Markup {
  if (picture.target === null) return nothing;
  const ends = [plot.left, plot.right].map((x) => ({ x, y: y(picture.target ?? 0), y1: 0 }));
  return shape(stepLine(ends) ?? '', { fill: 'none', ...lineStyles.TARGET });
}

const shape = (d: string, attributes: Readonly<Record<string, string | number>>): Markup =>
  d === '' ? nothing : element('path', { d, ...attributes });

/** The steps of a line, one list for each stretch without a break and within one phase. */
function stretches(plan: Plan, pick: Pick, { other = pick }: { other?: Pick }): Step[][] {
  const { points } = plan.picture;
  const found: Step[][] = [];
  points.forEach((point, index) => {
    const steps = stepsOf(plan, index, { value: pick(point), other: other(point) });
    if (!steps) return;
    const before = points[index - 1];
    const goesOn = before?.phase === point.phase && pick(before) !== null && other(before) !== null;
    const last = found.at(-1);
    if (goesOn && last) join(last, steps);
    else found.push(steps);
  });
  return found;
}

function stepsOf({ edges, y }: Plan, index: number, level: { value: number | null; other: number | null }): Step[] | null {
  if (level.value === null || level.other === null) return null;
  const heights = { y: y(level.value), y1: y(level.other) };
  return [edges[index] ?? 0, edges[index + 1] ?? 0].map((x) => ({ x, ...heights }));
}

/** A level stretch is one line, however many points it passes. */
function join(steps: Step[], more: readonly Step[]): void {
  const last = steps.at(-1);
  const isLevel = last !== undefined && last.y === more[0]?.y && last.y1 === more[0].y1;
  if (isLevel) steps.pop();
  steps.push(...(isLevel ? more.slice(1) : more));
}
