import type { JudgedPart, JudgedPoint } from './judgedPart';
import { sideBeyond } from './ties';
import type { Side } from './types';

/**
 * A point strictly beyond a 3-sigma limit; a point exactly on it is not beyond. An excluded point keeps this flag, and only this
 * one, so that the reader still sees why it was excluded (qicharts2).
 */
export function beyondLimits({ points, tolerance }: JudgedPart): (Side | null)[] {
  return points.map((point) => sideBeyond(point.value, point.lines.lower, point.lines.upper, tolerance));
}

/**
 * Two of three points in a row in the outer third: beyond 2 sigma on the same side, points beyond 3 sigma included, the third
 * anywhere (Provost & Murray). Only the points beyond 2 sigma are marked. Missing and excluded points are passed over.
 */
export function twoOfThree({ points, tolerance }: JudgedPart): (Side | null)[] {
  const marks = points.map((): Side | null => null);
  const places = countedPlaces(points);
  const sides = places.map((place) => {
    const point = points[place];
    return point ? sideBeyond(point.value, point.lines.lower2, point.lines.upper2, tolerance) : null;
  });
  const markPairs = (window: readonly number[], side: Side): void => {
    const hits = window.filter((i) => sides[i] === side);
    if (hits.length >= 2) for (const hit of hits) marks[places[hit] ?? 0] = side;
  };
  for (let last = 2; last < sides.length; last += 1) {
    markPairs([last - 2, last - 1, last], 'ABOVE');
    markPairs([last - 2, last - 1, last], 'BELOW');
  }
  return marks;
}

/**
 * Inner third ("hugging the centre"): at least `least` points in a row within 1 sigma of the centre, on either side, the border
 * counting as inside (Provost & Murray: 15). Often a sign that limits are too wide, not that the process improved.
 */
export function innerThird({ points, tolerance }: JudgedPart, least: number): boolean[] {
  const marks = points.map(() => false);
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= least) for (const place of run) marks[place] = true;
    run = [];
  };
  for (const place of countedPlaces(points)) {
    const point = points[place];
    if (point && isInner(point, tolerance)) run.push(place);
    else close();
  }
  close();
  return marks;
}

const isInner = ({ value, lines }: JudgedPoint, tolerance: number): boolean =>
  lines.lower1 !== null && lines.upper1 !== null && sideBeyond(value, lines.lower1, lines.upper1, tolerance) === null;

/** The places of the points that have a value and count. */
function countedPlaces(points: readonly JudgedPoint[]): number[] {
  const places: number[] = [];
  points.forEach((point, place) => {
    if (point.included && point.value !== null) places.push(place);
  });
  return places;
}
