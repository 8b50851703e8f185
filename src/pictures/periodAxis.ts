import { scaleLinear } from 'd3-scale';
import type { AxisLabel } from './axisLabel';
import { A_DAY, momentOf, monthOf } from './calendar';
import type { ChartPicture, PicturePoint } from './chartPicture';
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
/** Cycles and notes outside the points widen the axis when they lie within this part of it; those further out do not. */
const MOST_WIDENING = 0.25;

/**
 * Where points and dates stand, and what is written below them. Dates are true to scale, with each point in the middle of its
 * period; points without dates are evenly set.
 */
export function periodAxis(picture: ChartPicture, room: PeriodRoom): PeriodAxis {
  const spans = picture.points.map(periodOf);
  const isDated = picture.hasDates && spans.length > 0 && spans.every((span) => span !== null);
  return isDated ? dated(picture, spans, room) : evenlySet(picture, room);
}

/** The first and last moment of the period of a point. */
function periodOf({ period, periodEnd }: PicturePoint): Span | null {
  const [start, end] = [momentOf(period), periodEnd === null ? null : momentOf(periodEnd)];
  if (start === null) return null;
  return end === null || end < start ? [start, start] : [start, end + A_DAY - 1];
}

const middle = ([from, to]: Span): number => (from + to) / 2;

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

function dated(picture: ChartPicture, periods: readonly Span[], room: PeriodRoom): PeriodAxis {
  const moments = periods.map(([start]) => start);
  const span = spanOf(picture, periods);
  const x = scaleLinear()
    .domain(span)
    .range([room.left + INSET, room.right - INSET]);
  const xs = periods.map((period) => x(middle(period)));
  const [spacing, half] = [usualSpacing(moments), halfOf(periods)];
  const places = new Map(moments.map((moment, index) => [moment, xs[index]]));
  const labelled = (moment: number): number => places.get(moment) ?? x(moment + half);
  const ownLabels = moments.length === 1 || spacing >= NEARLY_A_YEAR;
  const labels = ownLabels
    ? pointLabels({ ...room, labels: picture.points.map(({ label }) => label), xs })
    : dateLabels({ ...room, span, spacing, firstMonth: monthOf(Math.min(...moments)), half, x: labelled });
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

/** From the start of a period to its middle. */
const halfOf = ([first = [0, 0]]: readonly Span[]): number => middle(first) - first[0];

function spanOf({ cycles, notes }: ChartPicture, periods: readonly Span[]): Span {
  const [first, last] = [Math.min(...periods.map(([start]) => start)), Math.max(...periods.map(([, end]) => end))];
  const span: Span = first === last ? [first - FORTNIGHT, last + FORTNIGHT] : [first, last];
  const most = (span[1] - span[0]) * MOST_WIDENING;
  const dates = [...cycles.flatMap(({ from, to }) => [from, to ?? from]), ...notes.map(({ on }) => on)];
  const [least, greatest] = [span[0] - most, span[1] + most];
  const near = dates.flatMap((date) => momentOf(date) ?? []).filter((moment) => moment >= least && moment <= greatest);
  return [Math.min(span[0], ...near), Math.max(span[1], ...near)];
}

/** The median distance, so that a gap of a year does not make daily data yearly. */
function usualSpacing(moments: readonly number[]): number {
  const sorted = [...moments].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((moment, index) => moment - (sorted[index] ?? moment));
  const distinct = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return distinct[Math.floor(distinct.length / 2)] ?? A_DAY;
}
