import type { Direction } from './types';

interface Climb {
  readonly direction: Direction;
  readonly places: number[];
}

/**
 * Trend: at least `least` points in a row all rising or all falling. Five on a run chart, six on a Shewhart chart (Provost &
 * Murray; Public Health Scotland). Of repeated values only the first counts; the repeats, like missing points, neither make nor
 * break it. The centre plays no part. A turning point that ends one trend and begins another is marked as part of the later one.
 */
export function trend(values: readonly (number | null)[], least: number, tolerance: number): (Direction | null)[] {
  const marks = values.map((): Direction | null => null);
  for (const climb of climbs(values, tolerance)) {
    if (climb.places.length >= least) for (const place of climb.places) marks[place] = climb.direction;
  }
  return marks;
}

function climbs(values: readonly (number | null)[], tolerance: number): Climb[] {
  const found: Climb[] = [];
  let last: { value: number; place: number } | null = null;
  values.forEach((value, place) => {
    if (value === null) return;
    if (last === null) {
      last = { value, place };
      return;
    }
    const step = value - last.value;
    if (Math.abs(step) <= tolerance) return;
    const direction = step > 0 ? 'RISING' : 'FALLING';
    const current = found.at(-1);
    if (current?.direction === direction) current.places.push(place);
    else found.push({ direction, places: [last.place, place] });
    last = { value, place };
  });
  return found;
}
