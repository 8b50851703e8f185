import { scaleLinear } from 'd3-scale';
import type { ChartPicture, PictureSize } from './chartPicture';
import { cycleLane, type Lane } from './cycleLane';
import { drawable } from './drawable';
import { type Header, headerOf } from './header';
import { idPrefixOf } from './idPrefix';
import { LEGEND_ROW, type LegendItem, legendRows } from './legend';
import { lineLabels } from './lineLabels';
import { type PeriodAxis, periodAxis } from './periodAxis';
import type { Plan, Plot } from './plan';
import { type Font, textWidth } from './textWidth';
import { type ValueAxis, valueAxis } from './valueAxis';

const DEFAULT: PictureSize = { width: 800, height: 420 };
const NARROW = 480;
const LEAST_PLOT = { narrow: 84, wide: 110 };
const MARGIN = 12;
const AIR = 4;
export const AXIS_ROW = 14;
export const LANE_CAPTION = 18;
export const LANE_ROW = 19;
export const PHASE_ROW = 18;
export const NOTE_ROW = 22;
const SOURCE = 18;

/** What may stand below the plot, from the fullest to the barest: a low picture loses its legend before its cycles. */
const furnishings = [
  { lane: 4, legend: 3, hasSource: true },
  { lane: 3, legend: 2, hasSource: true },
  { lane: 2, legend: 1, hasSource: true },
  { lane: 2, legend: 0, hasSource: true },
  { lane: 2, legend: 0, hasSource: false },
  { lane: 1, legend: 0, hasSource: false },
  { lane: 0, legend: 0, hasSource: false },
] as const;

type Furnishing = (typeof furnishings)[number];

interface Basis {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly font: Font;
  readonly header: Header;
  readonly values: ValueAxis;
  readonly periods: PeriodAxis;
  readonly sides: { readonly left: number; readonly right: number };
}

/** Settles where everything goes. */
export function planOf(given: ChartPicture, size: PictureSize = DEFAULT): Plan {
  const picture = drawable(given);
  const basis = basisOf(picture, size);
  const { header, periods, sides, height } = basis;
  const phasesTop = hasPhases(picture) ? header.height : null;
  const notesTop = picture.notes.some(({ on }) => periods.at(on) !== null)
    ? header.height + (phasesTop === null ? 0 : PHASE_ROW)
    : null;
  const top = header.height + AIR + (phasesTop === null ? 0 : PHASE_ROW) + (notesTop === null ? 0 : NOTE_ROW);
  const below = AXIS_ROW * (1 + Math.max(0, ...periods.labels.map(({ row }) => row))) + 8;
  const foot = footOf(picture, basis, height - top - below - (basis.isNarrow ? LEAST_PLOT.narrow : LEAST_PLOT.wide));
  const plot = { ...sides, top, bottom: height - below - foot.height };
  return {
    ...basis,
    ...placesOf(plot, below, foot),
    ...scalesOf(picture, basis, plot),
    picture,
    idPrefix: idPrefixOf(picture.id),
    phasesTop,
    notesTop,
    plot,
  };
}

export const hasPhases = ({ points }: ChartPicture): boolean => points.some(({ phase }) => phase !== points[0]?.phase);

function basisOf(picture: ChartPicture, size: PictureSize): Basis {
  const width = held(size.width, 300, 2000, DEFAULT.width);
  const height = held(size.height, 200, 2000, DEFAULT.height);
  const isNarrow = width < NARROW;
  const font = { size: isNarrow ? 11 : 12, isBold: false };
  const values = valueAxis(picture, height * 0.62);
  const sides = sidesOf(picture, values, { width, isNarrow, font });
  const periods = periodAxis(picture, { ...sides, width, font });
  return { width, height, isNarrow, font, header: headerOf(picture, width, font), values, periods, sides };
}

function held(pixels: number, least: number, most: number, otherwise: number): number {
  return Number.isFinite(pixels) ? Math.min(most, Math.max(least, pixels)) : otherwise;
}

function sidesOf(
  picture: ChartPicture,
  values: ValueAxis,
  room: { width: number; isNarrow: boolean; font: Font },
): Basis['sides'] {
  const bold = { ...room.font, isBold: true };
  const ticks = values.ticks.map(({ label }) => textWidth(label, room.font));
  const labels = lineLabels(picture, values, room.isNarrow);
  const most = room.width * 0.3;
  return {
    left: MARGIN + Math.min(most, Math.max(12, ...ticks)) + 6,
    right: room.width - MARGIN - Math.min(most, Math.max(0, ...labels.map(({ text }) => textWidth(text, bold)))) - 6,
  };
}

interface Foot {
  readonly lane: Lane;
  readonly legend: readonly (readonly LegendItem[])[];
  readonly hasSource: boolean;
  readonly height: number;
}

/** The fullest foot that leaves the plot its least height. */
function footOf(picture: ChartPicture, basis: Basis, room: number): Foot {
  const feet = furnishings.map((furnishing) => furnished(picture, basis, furnishing));
  return feet.find(({ height }) => height <= room) ?? furnished(picture, basis, { lane: 0, legend: 0, hasSource: false });
}

function furnished(picture: ChartPicture, { width, font, sides, periods, isNarrow }: Basis, furnishing: Furnishing): Foot {
  const rows = Math.min(furnishing.lane, isNarrow ? 3 : furnishing.lane);
  const lane = cycleLane(picture, { ...sides, font, rows, at: periods.at });
  const legend = legendRows(picture, width - 2 * MARGIN, font).slice(
    0,
    isNarrow ? Math.min(1, furnishing.legend) : furnishing.legend,
  );
  const hasSource = furnishing.hasSource && picture.source !== null && picture.source.trim() !== '';
  const height = laneHeight(lane) + legend.length * LEGEND_ROW + (hasSource ? SOURCE : 0) + 8;
  return { lane, legend, hasSource, height };
}

const laneHeight = ({ rows, hidden }: Lane): number => (rows + hidden === 0 ? 0 : LANE_CAPTION + rows * LANE_ROW + 4);

function placesOf(plot: Plot, below: number, foot: Foot): Pick<Plan, 'lane' | 'laneTop' | 'legend' | 'legendTop' | 'hasSource'> {
  const laneTop = plot.bottom + below;
  return {
    lane: foot.lane,
    laneTop,
    legend: foot.legend,
    legendTop: laneTop + laneHeight(foot.lane) + 2,
    hasSource: foot.hasSource,
  };
}

const BEYOND = 50;

function scalesOf(picture: ChartPicture, { values, periods, isNarrow }: Basis, plot: Plot): Pick<Plan, 'y' | 'edges' | 'radius'> {
  const scale = scaleLinear().domain(values.domain).range([plot.bottom, plot.top]);
  // Lines far outside are clipped, and need not have coordinates of 300 digits for it.
  const y = (value: number): number => Math.min(plot.bottom + BEYOND, Math.max(plot.top - BEYOND, scale(value)));
  const radius = Math.min(isNarrow ? 3.2 : 4, Math.max(isNarrow ? 1.5 : 2, periods.spacing * 0.28));
  return { y, edges: edgesOf(periods, plot, picture.points.length), radius };
}

/** Lines step half-way between points; the first and last reach as far outwards. */
function edgesOf({ xs, spacing }: PeriodAxis, { left, right }: Plot, count: number): number[] {
  const reach = spacing / 2;
  return Array.from({ length: count + 1 }, (_, index) => {
    const before = xs[index - 1];
    const here = xs[index];
    if (before === undefined) return Math.max(left, (here ?? left) - reach);
    return here === undefined ? Math.min(right, before + reach) : (before + here) / 2;
  });
}
