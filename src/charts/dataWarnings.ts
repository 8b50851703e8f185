import { counted } from '../kernel/text';
import { isTooLarge } from './finite';
import type { DataProblem } from './measured';
import type { Reading } from './readings';
import type { Settings } from './settings';
import type { ChartKind } from './types';
import { type Warning, warning } from './warnings';

const sentences: Readonly<Record<DataProblem, string>> = {
  NOT_A_NUMBER: 'Something that is not a number is treated as missing',
  ZERO_DENOMINATOR: 'With a denominator of zero there is no rate to plot',
  NO_DENOMINATOR: 'This chart needs a numerator and a denominator; a value alone is treated as missing',
  IMPOSSIBLE_VALUE: 'A negative count or time, or more cases than there were chances, cannot be right; it is treated as missing',
  EMPTY_SUBGROUP: 'A subgroup without any measurement is passed over',
  SUBGROUP_OF_ONE: 'A subgroup of a single measurement has no limits of its own',
  ZERO_TIME: 'No time was recorded between two events; if the hours are known, record them',
};

/** Warnings about what was recorded, whatever the limits turn out to be. */
export function dataWarnings(readings: readonly Reading[], settings: Settings): Warning[] {
  return [
    ...noValues(readings),
    ...problems(readings),
    ...tooLarge(readings, settings),
    ...extremes(readings, settings.kind),
    ...unknownExclusions(readings, settings),
  ];
}

function noValues(readings: readonly Reading[]): Warning[] {
  const isEmpty = readings.every(({ value }) => value === null);
  return isEmpty ? [warning('NO_VALUES', 'There is no value to plot yet.')] : [];
}

function problems(readings: readonly Reading[]): Warning[] {
  return (Object.keys(sentences) as DataProblem[]).flatMap((problem) => {
    const periods = readings.filter((reading) => reading.problem === problem).map(({ period }) => period);
    return periods.length === 0
      ? []
      : [warning(problem, `${sentences[problem]} (${counted(periods.length, 'point')}).`, { periods })];
  });
}

function tooLarge(readings: readonly Reading[], { multiplier }: Settings): Warning[] {
  const periods = readings.filter(({ value }) => value !== null && isTooLarge(value * multiplier)).map(({ period }) => period);
  const message = `${counted(periods.length, 'value')} so large that centre and limits cannot be worked out.`;
  return periods.length === 0 ? [] : [warning('TOO_LARGE', message, { periods })];
}

const spreadKinds: ReadonlySet<ChartKind> = new Set(['MR', 'XBAR', 'S', 'G', 'T', 'I_PRIME']);

/** Healthcare Improvement Scotland 2017: with over half the points at 0 or 100 %, plot the time or cases between events. */
function extremes(readings: readonly Reading[], kind: ChartKind): Warning[] {
  const points = readings.filter(({ value, included }) => value !== null && included);
  if (spreadKinds.has(kind) || points.length < 2 || points.some(({ value }) => (value ?? 0) < 0)) return [];
  const floor = points.filter(({ value }) => value === 0).length;
  const ceiling = points.filter((point) => isFull(point, kind)).length;
  if (Math.max(floor, ceiling) * 2 <= points.length) return [];
  const where = floor >= ceiling ? 'at zero' : 'at 100 %';
  const message = `More than half of the points are ${where}: a chart of the time or the cases between events will show more.`;
  return [warning('MOSTLY_AT_AN_EXTREME', message)];
}

function isFull({ value, numerator, denominator }: Reading, kind: ChartKind): boolean {
  if (kind === 'C' || kind === 'U' || kind === 'U_PRIME') return false;
  if (numerator !== null && denominator !== null) return numerator === denominator && value !== 0;
  return value === 100;
}

function unknownExclusions(readings: readonly Reading[], { excluded }: Settings): Warning[] {
  const known = new Set(readings.map(({ period }) => period));
  const periods = excluded.map(({ period }) => period).filter((period) => !known.has(period));
  const message = 'An excluded period is not in the series.';
  return periods.length === 0 ? [] : [warning('EXCLUSION_UNKNOWN', message, { periods })];
}
