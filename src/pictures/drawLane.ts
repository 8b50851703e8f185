import { colours } from './colours';
import type { LaneBar } from './cycleLane';
import { cycleInWords } from './inWords';
import { element, fragment, type Markup, nothing, rounded } from './markup';
import type { Plan } from './plan';
import { LANE_CAPTION, LANE_ROW } from './planOf';
import { tooltip, writing } from './writing';

const BAR = 15;
const ARROW = 7;

/** PDSA cycles below the axis: a bar over the dates each ran, with an arrow where it still runs. */
export function drawLane(plan: Plan): Markup {
  const { lane, laneTop, plot, font } = plan;
  if (lane.rows + lane.hidden === 0) return nothing;
  const more = lane.hidden === 0 ? '' : ` (+${lane.hidden} more)`;
  const caption = { x: plot.left, y: laneTop + LANE_CAPTION - 6, font, colour: colours.quietText };
  return fragment([writing(`PDSA cycles${more}`, caption), ...lane.bars.map((bar) => drawBar(plan, bar))]);
}

function drawBar({ laneTop, font }: Plan, bar: LaneBar): Markup {
  const top = laneTop + LANE_CAPTION + bar.row * LANE_ROW;
  const paint = { fill: colours.cycleFill, stroke: colours.cycleEdge, 'stroke-width': 1, 'stroke-linejoin': 'round' };
  return element('g', {}, [
    tooltip(`PDSA cycle ${cycleInWords(bar.cycle)}`),
    element('path', { d: outline(bar, top), ...paint }),
    writing(bar.label, { x: bar.labelLeft, y: top + BAR / 2 + font.size * 0.36, font }),
  ]);
}

function outline({ left, right, cycle }: LaneBar, top: number): string {
  const [from, to, high, low] = [rounded(left), rounded(right), rounded(top), rounded(top + BAR)];
  if (cycle.to !== null) return `M${from},${high}H${to}V${low}H${from}Z`;
  return `M${from},${high}H${rounded(right - ARROW)}L${to},${rounded(top + BAR / 2)}L${rounded(right - ARROW)},${low}H${from}Z`;
}
