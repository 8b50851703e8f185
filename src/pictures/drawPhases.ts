import { colours } from './colours';
import { shortened } from './fitText';
import { element, fragment, type Markup, nothing } from './markup';
import type { Plan } from './plan';
import { PHASE_ROW } from './planOf';
import { tooltip, writing } from './writing';

/** A thin line where a phase begins, and above the plot why, as far as there is room. */
export function drawPhases(plan: Plan): Markup {
  const { phasesTop, picture, edges } = plan;
  if (phasesTop === null) return nothing;
  const starts = picture.points.flatMap(({ phase }, index) =>
    phase === picture.points[index - 1]?.phase ? [] : [{ phase, index }],
  );
  return fragment(
    starts.map(({ phase, index }, order) => {
      const from = edges[index] ?? 0;
      const next = starts[order + 1];
      const to = next ? (edges[next.index] ?? from) : plan.width - 4;
      return drawPhase(plan, { name: nameOf(plan, phase), from, to, isFirst: order === 0, top: phasesTop });
    }),
  );
}

interface Start {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly isFirst: boolean;
  readonly top: number;
}

function drawPhase({ plot, font }: Plan, { name, from, to, isFirst, top }: Start): Markup {
  const border = { x1: from, x2: from, y1: top, y2: plot.bottom, stroke: colours.axis, 'stroke-width': 1 };
  const label = shortened(name, to - from - 10, font);
  const words = writing(label, { x: from + (isFirst ? 0 : 5), y: top + PHASE_ROW - 6, font, colour: colours.quietText });
  return element('g', {}, [tooltip(name), ...(isFirst ? [] : [element('line', border)]), words]);
}

const nameOf = ({ picture }: Plan, number: number): string =>
  picture.phases.find((phase) => phase.number === number)?.reason ?? `Phase ${number}`;
