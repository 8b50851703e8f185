import { scaleLinear } from 'd3-scale';
import type { AxisLabel } from './axisLabel';
import { A_DAY, momentOf, monthOf } from './calendar';
import type { ChartPicture } from './chartPicture';
import { dateLabels, type Span } from './dateLabels';
import { pointLabels } from './pointLabels';
import type { Font } from './textWidth';

export interface PeriodAxis {
  /** Pixels from the left of each point. */
  readonly xs: readonly number[];
  /** Pixels from the left of a date, also beyond the plot; null where the series has no dates. */
  readonly at: (date: string) => number | null;
  readonly labels: readonly AxisLabel[];
  /** Pixels between neighbouring points. */
  readonly spacing: number;
}

export interface PeriodRoom {
  readonly left: number;
  readonly right: number;
  /** Pixels of the whole picture. */
  readonly width: number;
  readonly font: Font;
}

const INSET = 12;
const FORTNIGHT = 14 * A_DAY;
const NEARLY_A_YEAR = 300 * A_DAY;
/** Cycles and notes outside the points widen the axis by at most this part of it on each side. */
const MOST_WIDENING = 0.25;

/** Where points and dates stand, and what is written below them. Dates are true to scale; points without dates are evenly set. */
export function periodAxis(picture: ChartPicture, room: PeriodRoom): PeriodAxis {
  const moments = picture.points.map(({ period }) => momentOf(period));
  const isDated = picture.hasDates && moments.length > 0 && moments.every((moment) => moment !== null);
  return isDated ? dated(picture, moments, room) : evenlySet(picture, room);
}

function evenlySet({ points }: ChartPicture, room: PeriodRoom): PeriodAxis {
  const { left, right } = room;
  const count = points.length;
  const x = scaleLinear()
    .domain([0, Math.max(1, count - 1)])
    .range([left + INSET, right - INSET]);
  const xs = points.map((_, index) => (count === 1 ? (left + right) / 2 : x(index)));
  const places = new Map(points.map(({ period }, index) => [period, xs[index] ?? left]));
  const labels = pointLabels({ ...room, labels: points.map(({ label }) => label), xs });
  return { xs, labels, at: (period) => places.get(period) ?? null, spacing: (right - left) / Math.max(1, count) };
}

function dated(picture: ChartPicture, moments: readonly number[], room: PeriodRoom): PeriodAxis {
  const span = spanOf(picture, moments);
  const x = scaleLinear()
    .domain(span)
    .range([room.left + INSET, room.right - INSET]);
  const xs = moments.map((moment) => x(moment));
  const spacing = usualSpacing(moments);
  const ownLabels = moments.length === 1 || spacing >= NEARLY_A_YEAR;
  const labels = ownLabels
    ? pointLabels({ ...room, labels: picture.points.map(({ label }) => label), xs })
    : dateLabels({ ...room, span, spacing, firstMonth: monthOf(Math.min(...moments)), x });
  return {
    xs,
    labels,
    at: (date) => {
      const moment = momentOf(date);
      return moment === null ? null : x(moment);
    },
    spacing: Math.abs(x(spacing) - x(0)),
  };
}

function spanOf({ cycles, notes }: ChartPicture, moments: readonly number[]): Span {
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const span: Span = first === last ? [first - FORTNIGHT, last + FORTNIGHT] : [first, last];
  const most = (span[1] - span[0]) * MOST_WIDENING;
  const dates = [...cycles.flatMap(({ from, to }) => [from, to ?? from]), ...notes.map(({ on }) => on)];
  const others = dates.map(momentOf).filter((moment) => moment !== null);
  return [Math.max(span[0] - most, Math.min(span[0], ...others)), Math.min(span[1] + most, Math.max(span[1], ...others))];
}

/** The median distance, so that a gap of a year does not make daily data yearly. */
function usualSpacing(moments: readonly number[]): number {
  const sorted = [...moments].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((moment, index) => moment - (sorted[index] ?? moment));
  const distinct = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return distinct[Math.floor(distinct.length / 2)] ?? A_DAY;
}
