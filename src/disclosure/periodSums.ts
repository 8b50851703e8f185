import { addDays, type LocalDate } from '../kernel/localDate';
import { isSmall, type DisclosurePolicy } from './policy';

/** How many there were in a period, as it was told, or would be. */
export interface PeriodCount {
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly count: number;
}

/**
 * Whether one more count would tell, together with those told before, that there were few in some stretch of days, as a quarter
 * and two of its months tell the third. Counts are never negative, so of each stretch between two days on which periods begin or
 * end it is known how many there can be at most: that is the length of the shortest way from one day to the other, if each told
 * count is a way there and its negative the way back, and going back in time is free. Counts that no events could give tell of
 * few as well: they are counts of something else.
 */
export function tellsOfFew(next: PeriodCount, told: readonly PeriodCount[], policy: DisclosurePolicy): boolean {
  const { days, steps } = ways(next, told);
  const [from, to] = [days.indexOf(next.periodStart), days.indexOf(endOf(next))];
  const back = steps.map(({ from: start, to: end, length }) => ({ from: end, to: start, length }));
  const [fromStart, fromEnd] = [shortest(steps, from, days.length), shortest(steps, to, days.length)];
  const [toStart, toEnd] = [shortest(back, from, days.length), shortest(back, to, days.length)];
  if (!fromStart || !fromEnd || !toStart || !toEnd) return true;
  if (at(fromStart, to) < next.count || at(fromEnd, from) + next.count < 0) return true;
  const most = days.slice(1).map((_, day) => {
    const onwards = at(toStart, day) + next.count + at(fromEnd, day + 1);
    return Math.min(onwards, at(toEnd, day) - next.count + at(fromStart, day + 1));
  });
  return most.some((count) => isSmall(count, policy));
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** The days on which periods begin or end, and the ways between them that the told counts make. */
function ways(next: PeriodCount, told: readonly PeriodCount[]): { days: readonly LocalDate[]; steps: readonly Step[] } {
  const days = [...new Set([next, ...told].flatMap((one) => [one.periodStart, endOf(one)]))].sort();
  const places = new Map(days.map((day, place) => [day, place]));
  const placeOf = (day: LocalDate): number => places.get(day) ?? -1;
  const there = told
    .map((one) => ({ from: placeOf(one.periodStart), to: placeOf(endOf(one)), length: one.count }))
    .sort((one, other) => one.from - other.from);
  const andBack = there.map(({ from, to, length }) => ({ from: to, to: from, length: -length }));
  const earlier = days.slice(1).map((_, day) => ({ from: day + 1, to: day, length: 0 }));
  return { days, steps: [...there, ...[...andBack, ...earlier].sort((one, other) => other.from - one.from)] };
}

/** By Bellman and Ford; the steps are sorted, so that few rounds are needed. Null where the told counts contradict each other. */
function shortest(steps: readonly Step[], start: number, size: number): readonly number[] | null {
  const lengths = Array.from({ length: size }, (_, day) => (day === start ? 0 : Infinity));
  for (let round = 0; round <= size; round += 1) {
    let isSettled = true;
    for (const { from, to, length } of steps) {
      if (at(lengths, from) + length >= at(lengths, to)) continue;
      lengths[to] = at(lengths, from) + length;
      isSettled = false;
    }
    if (isSettled) return lengths;
  }
  return null;
}

const at = (lengths: readonly number[], place: number): number => lengths[place] ?? Infinity;

const endOf = ({ periodEnd }: PeriodCount): LocalDate => addDays(periodEnd, 1);
