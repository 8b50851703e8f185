import { type Chart, type Observation } from './observation';
import { cChart } from './cChart';
import { makingDataCountMultiplier } from './constants';
import { gChart } from './gChart';
import { iPrimeChart } from './iPrimeChart';
import { individualsChart } from './individualsChart';
import { judge } from './judge';
import { type JudgedPart, judgedPart } from './judgedPart';
import { pPrimeChart, uPrimeChart } from './laney';
import type { Lines } from './lines';
import { movingRanges } from './movingRange';
import { movingRangeChart } from './movingRangeChart';
import { npChart } from './npChart';
import { pChart } from './pChart';
import type { Phase } from './phases';
import type { Reading } from './readings';
import type { RuleSet } from './ruleSets';
import { runChart } from './runChart';
import { runsFacts } from './runsFacts';
import { sChart } from './sChart';
import type { Settings } from './settings';
import type { PointSignals, RunsFacts } from './signals';
import { tChart } from './tChart';
import type { ChartKind, Period } from './types';
import { uChart } from './uChart';
import { xbarChart } from './xbarChart';

const charts: Readonly<Record<ChartKind, Chart>> = {
  RUN: runChart,
  I: individualsChart,
  MR: movingRangeChart,
  I_PRIME: iPrimeChart,
  XBAR: xbarChart,
  S: sChart,
  P: pChart,
  P_PRIME: pPrimeChart,
  U: uChart,
  U_PRIME: uPrimeChart,
  C: cChart,
  NP: npChart,
  G: gChart,
  T: tChart,
};

/** A reading as a chart sees it, still knowing its period. */
export interface PlottedReading extends Observation {
  readonly period: Period;
  readonly excludedBecause: string | null;
}

/** One phase with its lines drawn and its rules asked, still in the units of the data. */
export interface AnalysedPart {
  readonly phase: Phase;
  readonly observations: readonly PlottedReading[];
  readonly judged: JudgedPart;
  readonly signals: readonly PointSignals[];
  readonly runs: RunsFacts;
}

/** What every phase is asked in the same way. */
export interface Question {
  readonly settings: Settings;
  readonly ruleSet: RuleSet;
  readonly readings: readonly Reading[];
  readonly baseline: readonly boolean[];
}

export function analysedPart(phase: Phase, { settings, ruleSet, readings, baseline }: Question): AnalysedPart {
  const own = readings.slice(phase.from, phase.to);
  const values = own.map((reading) => reading.value);
  const plotted = settings.kind === 'MR' ? movingRanges(values) : values;
  const observations = own.map((reading, i) => plottedReading(reading, plotted[i] ?? null, baseline[phase.from + i] ?? false));
  const lines = charts[settings.kind](observations, {
    screening: settings.screening,
    centreLine: settings.centreLine,
    limitMultiplier: settings.ruleSet === 'MDC_XMR' ? makingDataCountMultiplier : null,
  });
  const judged = judgedPart(observations, lines);
  return { phase, observations, judged, signals: judge(judged, ruleSet), runs: runsFacts(judged) };
}

/** Written out, because spreading 10,000 objects costs more than all the rules together. */
function plottedReading(reading: Reading, value: number | null, baseline: boolean): PlottedReading {
  const { period, numerator, denominator, size, spread, included, excludedBecause } = reading;
  return { period, value, numerator, denominator, size, spread, included, excludedBecause, baseline };
}

/** Asked for only: where no value of the series is below zero, no lower limit is drawn below zero. No signal depends on it. */
export const flooredAtZero = (lines: Lines): Lines => ({
  ...lines,
  lower: atLeastZero(lines.lower),
  lower2: atLeastZero(lines.lower2),
  lower1: atLeastZero(lines.lower1),
});

const atLeastZero = (value: number | null): number | null => (value === null ? null : Math.max(0, value));
