import type { AnalysedPoint } from '../charts/analysisTypes';
import type { Cadence } from '../charts/cadence';
import { plainNumber, withUnit } from '../charts/plainNumber';
import { plainPeriod } from '../charts/plainPeriod';
import type { PointSignals } from '../charts/signals';
import { pointVerdict } from '../charts/verdict';
import type { ChartPicture } from './chartPicture';

/** Digits enough to find the value again in the source. */
export const exact = 6;

export const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export function pointWords(point: AnalysedPoint, picture: ChartPicture, cadence: Cadence): string {
  const value = point.value === null ? 'no value' : withUnit(point.value, picture.unit, exact);
  const ratio =
    point.numerator === null || point.denominator === null
      ? ''
      : ` (${plainNumber(point.numerator, exact)} of ${plainNumber(point.denominator, exact)})`;
  const remarks = [
    ...signalWords(point, picture),
    ...(point.excludedBecause === null ? [] : [`excluded: ${point.excludedBecause}`]),
    ...(picture.provisional?.includes(point.period) ? ['provisional'] : []),
  ];
  return [`${capitalised(plainPeriod(point.period, cadence))}: ${value}${ratio}`, ...remarks].join('; ');
}

const sides = { ABOVE: 'above', BELOW: 'below', RISING: 'rising', FALLING: 'falling' } as const;

/** Each rule that marked the point, and what the marks mean together. */
export function signalWords(point: AnalysedPoint, { direction, analysis }: ChartPicture): string[] {
  const rules = ruleWords(point.signals);
  if (rules.length === 0 || !point.included) return [];
  const verdict = pointVerdict(point, direction, analysis.provenance.kind);
  return [...rules, verdict === 'BETTER' ? 'for the better' : verdict === 'WORSE' ? 'for the worse' : 'a change'];
}

function ruleWords({ beyondLimits, shift, trend, twoOfThree, innerThird, longRun }: PointSignals): string[] {
  return [
    beyondLimits && `${beyondLimits === 'ABOVE' ? 'above the upper' : 'below the lower'} limit`,
    shift && `in a shift ${sides[shift]} the centre`,
    longRun && `in a long run ${sides[longRun]} the centre`,
    trend && `in a ${sides[trend]} trend`,
    twoOfThree && `two of three near the ${twoOfThree === 'ABOVE' ? 'upper' : 'lower'} limit`,
    innerThird && 'unusually close to the centre',
  ].filter((words) => words !== null && words !== false);
}
