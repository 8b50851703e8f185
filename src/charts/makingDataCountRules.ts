import { type PointSignals, noSignals } from './signals';
import type { JudgedPart, JudgedPoint } from './judgedPart';
import type { RuleSet } from './ruleSets';
import { beyondLimits } from './shewhartRules';
import { sideBeyond } from './ties';
import type { Direction, Position, Side } from './types';

/**
 * The rules of NHS England's Making Data Count as NHSRplotthedots 0.2.2 (MIT) computes them; SPEC section 8. They are stricter
 * about ties than the other rule sets: a point on the mean, a repeated value or a missing point ends a pattern. Excluded points
 * are taken out first, so that their neighbours join up.
 */
export function makingDataCountSignals(part: JudgedPart, { shift, trend }: Pick<RuleSet, 'shift' | 'trend'>): PointSignals[] {
  const outside = beyondLimits(part);
  const places = part.points.flatMap((point, place) => (point.included ? [place] : []));
  const counted = places.flatMap((place) => part.points[place] ?? []);
  const shifts = unbrokenShift(counted, shift ?? Infinity);
  const trends = unbrokenTrend(counted, trend ?? Infinity, part.tolerance);
  const outer = twoInThree(counted, part.tolerance);
  const signals = outside.map((side): PointSignals => ({ ...noSignals, beyondLimits: side }));
  places.forEach((place, i) => {
    signals[place] = {
      ...noSignals,
      beyondLimits: outside[place] ?? null,
      shift: shifts[i] ?? null,
      trend: trends[i] ?? null,
      twoOfThree: outer[i] ?? null,
    };
  });
  return signals;
}

/** Beyond 2 sigma and not beyond 3; null where there is no value or no limit. */
export function isCloseToLimits({ value, lines }: JudgedPoint, tolerance: number): boolean | null {
  if (value === null || lines.upper === null || lines.lower === null) return null;
  const outside = sideBeyond(value, lines.lower, lines.upper, tolerance) !== null;
  return !outside && sideBeyond(value, lines.lower2, lines.upper2, tolerance) !== null;
}

/** At least `least` points in a row on one side; a point on the mean or a missing one breaks it. */
function unbrokenShift(points: readonly JudgedPoint[], least: number): (Side | null)[] {
  const sides = points.map(({ position }) => sideOrNull(position));
  const marks = sides.map((): Side | null => null);
  for (const { from, to, value } of stretches(sides)) if (value && to - from >= least) marks.fill(value, from, to);
  return marks;
}

/**
 * At least `least` points with strict steps of one sign. The direction of a point is that of the step into it, but of the step
 * out of it when the next point belongs to a trend too.
 */
function unbrokenTrend(points: readonly JudgedPoint[], least: number, tolerance: number): (Direction | null)[] {
  const steps = points.map(({ value }, i) => stepFrom(points[i - 1]?.value ?? null, value, tolerance));
  const belongs = points.map(() => false);
  for (const { from, to, value } of stretches(steps)) if (value && to - from >= least - 1) belongs.fill(true, from - 1, to);
  return points.map((_, i) => {
    if (!belongs[i]) return null;
    const into = steps[i] ?? null;
    return belongs[i + 1] ? (steps[i + 1] ?? into) : into;
  });
}

function stepFrom(before: number | null, now: number | null, tolerance: number): Direction | null {
  if (before === null || now === null || Math.abs(now - before) <= tolerance) return null;
  return now > before ? 'RISING' : 'FALLING';
}

/** Some window of three on one side of the mean with two or more points close to the limits; those close are marked. */
function twoInThree(points: readonly JudgedPoint[], tolerance: number): (Side | null)[] {
  const close = points.map((point) => isCloseToLimits(point, tolerance) === true);
  const marks = points.map((): Side | null => null);
  for (let first = 0; first + 2 < points.length; first += 1) {
    const window = [first, first + 1, first + 2];
    const side = sideOrNull(points[first]?.position ?? null);
    const hits = window.filter((i) => close[i]);
    if (side && hits.length >= 2 && window.every((i) => points[i]?.position === side)) for (const hit of hits) marks[hit] = side;
  }
  return marks;
}

const sideOrNull = (position: Position): Side | null => (position === 'ON' ? null : position);

interface Stretch<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/** Stretches of equal neighbours; `to` is the place after the last. */
function stretches<T>(items: readonly T[]): Stretch<T>[] {
  const found: { from: number; to: number; value: T }[] = [];
  items.forEach((value, place) => {
    const last = found.at(-1);
    if (last && last.value === value) last.to = place + 1;
    else found.push({ from: place, to: place + 1, value });
  });
  return found;
}
