import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type Cadence, cadenceOf } from '../charts/cadence';
import { calendarDay, dayNumber } from '../charts/calendar';
import type { Period } from '../charts/types';
import type { ChartPicture } from './chartPicture';

/** Places along the axis, in days where time runs evenly and in points where it does not. */
export interface Timeline {
  readonly cadence: Cadence;
  readonly isByDay: boolean;
  /** The place of each point. */
  readonly places: readonly number[];
  readonly first: number;
  readonly last: number;
  /** Half of the usual distance between two points. */
  readonly halfStep: number;
  /** The place of a date; null when the series has no dates. */
  readonly placeOf: (date: string) => number | null;
}

/** Points between events (g and t charts) are spaced evenly, one event a step; all else by its date. */
export function timelineOf(picture: ChartPicture): Timeline {
  const periods = picture.analysis.points.map(({ period }) => period);
  const cadence = picture.cadence ?? cadenceOf(periods);
  const days = periods.map(dayOf);
  const dated = days.filter((day) => day !== null);
  const hasDates = dated.length === days.length && days.length > 0;
  const { kind } = picture.analysis.provenance;
  const isByDay = hasDates && kind !== 'G' && kind !== 'T';
  const places = isByDay ? dated : periods.map((_, i) => i);
  const placeOf = placing(hasDates ? dated : null, isByDay);
  const halfStep = usualStep(places) / 2;
  const [first, last] = [(places[0] ?? 0) - halfStep, (places.at(-1) ?? 0) + halfStep];
  const { start, end } = stretched(first, last, datesOf(picture).map(placeOf));
  return { cadence, isByDay, places, first: start, last: end, halfStep, placeOf };
}

const dayOf = (period: Period): number | null => {
  const day = calendarDay(period);
  return day && dayNumber(day);
};

function placing(days: readonly number[] | null, isByDay: boolean): (date: string) => number | null {
  if (days === null) return () => null;
  if (isByDay) return dayOf;
  const [only = 0] = days;
  const scale =
    days.length > 1
      ? scaleLinear(
          [...days],
          days.map((_, i) => i),
        )
      : (day: number) => (day === only ? 0 : day < only ? -1 : 1);
  return (date) => {
    const day = dayOf(date);
    return day === null ? null : scale(day);
  };
}

/** The median distance, so that a missing stretch does not widen it. */
function usualStep(places: readonly number[]): number {
  const steps = places
    .slice(1)
    .map((place, i) => place - (places[i] ?? place))
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 1;
}

const datesOf = ({ cycles = [], notes = [], definitionChanges = [] }: ChartPicture): string[] => [
  ...[...notes, ...definitionChanges].map(({ on }) => on),
  ...cycles.flatMap(({ startedOn, endedOn }) => (endedOn === null ? [startedOn] : [startedOn, endedOn])),
];

/** What happened shortly before the first or after the last point still belongs in the picture; a sixth of it at most. */
function stretched(first: number, last: number, others: readonly (number | null)[]): { start: number; end: number } {
  const reach = (last - first) / 6;
  const near = others.filter((place) => place !== null).map((place) => Math.min(last + reach, Math.max(first - reach, place)));
  return { start: Math.min(first, ...near), end: Math.max(last, ...near) };
}

export type HorizontalScale = ScaleLinear<number, number>;

export const horizontalScale = ({ first, last }: Timeline, left: number, right: number): HorizontalScale =>
  scaleLinear([first, last], [left, right]);
