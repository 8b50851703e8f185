import { type CalendarDay, calendarDay, dayNumber, isMonthEnd, monthNumber } from './calendar';
import type { Period } from './types';

/** How far apart the periods lie. IRREGULAR: dates in no such pattern; SERIAL: numbers, or text that is no date. */
export type Cadence = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY' | 'IRREGULAR' | 'SERIAL';

export const cadenceNoun: Readonly<Record<Cadence, string>> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  QUARTERLY: 'quarter',
  YEARLY: 'year',
  IRREGULAR: 'point',
  SERIAL: 'point',
};

/** Read from the periods alone; missing periods in between change nothing. */
export function cadenceOf(periods: readonly Period[]): Cadence {
  const days = periods.map(calendarDay);
  const known = days.filter((day) => day !== null);
  const [first] = known;
  if (!first || known.length < days.length) return 'SERIAL';
  if (known.length === 1) return aloneCadence(first);
  const isMonthly = known.every((day) => day.day === first.day) || known.every(isMonthEnd);
  return isMonthly ? monthlyCadence(known) : dailyCadence(known);
}

function aloneCadence({ precision, day }: CalendarDay): Cadence {
  if (precision === 'YEAR') return 'YEARLY';
  return precision === 'MONTH' || day === 1 ? 'MONTHLY' : 'IRREGULAR';
}

function monthlyCadence(days: readonly CalendarDay[]): Cadence {
  const step = commonStep(days.map(monthNumber));
  if (step === 12) return 'YEARLY';
  if (step === 3) return 'QUARTERLY';
  return step === 1 ? 'MONTHLY' : 'IRREGULAR';
}

/** A working-day series has gaps of one and three days; a handful of neighbouring dates among scattered ones is not daily. */
function dailyCadence(days: readonly CalendarDay[]): Cadence {
  const numbers = days.map(dayNumber);
  const step = commonStep(numbers);
  if (step === 7) return 'WEEKLY';
  const gaps = numbers.slice(1).map((number, i) => number - (numbers[i] ?? number));
  return step === 1 && gaps.filter((gap) => gap === 1).length * 2 >= gaps.length ? 'DAILY' : 'IRREGULAR';
}

function commonStep(numbers: readonly number[]): number {
  let step = 0;
  for (let i = 1; i < numbers.length; i += 1) step = greatestCommonDivisor(step, (numbers[i] ?? 0) - (numbers[i - 1] ?? 0));
  return step;
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b));
