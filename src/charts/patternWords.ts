import type { Cadence } from './cadence';
import type { Pattern } from './patterns';
import { countWord } from './plainNumber';
import { atPeriod, plainPeriod } from './plainPeriod';
import type { Verdict } from './verdict';

const level = (towards: Pattern['towards']): string => (towards === 'HIGH' ? 'above' : 'below');
const limit = (towards: Pattern['towards']): string => (towards === 'HIGH' ? 'upper' : 'lower');

/** What a pattern looks like and when, without what it means: "eight points in a row below the centre since March 2026". */
export function patternWords(pattern: Pattern, cadence: Cadence): string {
  const { rule, towards, points } = pattern;
  const many = `${countWord(points.length)} points in a row`;
  switch (rule) {
    case 'SHIFT':
    case 'LONG_RUN':
      return `${many} ${level(towards)} the centre ${span(pattern, cadence)}`;
    case 'TREND':
      return `${many} ${towards === 'HIGH' ? 'rising' : 'falling'} ${span(pattern, cadence)}`;
    case 'BEYOND_LIMITS':
      return points.length === 1
        ? `the point ${at(pattern, cadence)} is ${level(towards)} the ${limit(towards)} limit`
        : `${many} ${level(towards)} the ${limit(towards)} limit ${span(pattern, cadence)}`;
    case 'TWO_OF_THREE':
      return `two of three points in a row near or beyond the ${limit(towards)} limit ${span(pattern, cadence)}`;
    case 'INNER_THIRD':
      return `${many} unusually close to the centre ${span(pattern, cadence)}`;
  }
}

function at({ points }: Pattern, cadence: Cadence): string {
  const period = points[0]?.period ?? 0;
  return cadence === 'SERIAL' && typeof period === 'number' ? `numbered ${period}` : `of ${plainPeriod(period, cadence)}`;
}

function span({ points, goesOn }: Pattern, cadence: Cadence): string {
  const [from, to] = [points[0]?.period ?? 0, points.at(-1)?.period ?? 0];
  if (from === to) return atPeriod(from, cadence);
  if (goesOn) return `since ${plainPeriod(from, cadence)}`;
  return `from ${plainPeriod(from, cadence)} until ${plainPeriod(to, cadence)}`;
}

const towardsWords: Readonly<Record<Verdict, string>> = { BETTER: ' for the better', WORSE: ' for the worse', CHANGE: '' };

export interface Manner {
  /** A run chart shows non-random patterns; it cannot show special causes or stability (HIS guide 2017). */
  readonly isRunChart: boolean;
  readonly isOfSpread: boolean;
}

/** "a signal of change for the better" */
export function verdictWords(verdict: Verdict, rule: Pattern['rule'], { isRunChart, isOfSpread }: Manner): string {
  if (rule === 'INNER_THIRD') return 'a signal that the limits or the way of sampling need a look';
  const signal = isRunChart ? 'a non-random signal' : 'a signal';
  return `${signal} of change${isOfSpread ? ' in the variation' : ''}${towardsWords[verdict]}`;
}
