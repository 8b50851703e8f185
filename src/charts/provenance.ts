import type { AnalysedPhase, Provenance } from './analysisTypes';
import * as constant from './constants';
import type { Reading } from './readings';
import { type RuleSet, rulesInForce } from './ruleSets';
import type { Settings } from './settings';
import type { ChartKind, Period } from './types';

/** Raise when a formula or constant of any chart changes, so that a stored analysis can be told from a new one. */
export const methodVersion = '1.0';

const movingRangeKinds: ReadonlySet<ChartKind> = new Set(['I', 'T', 'P_PRIME', 'U_PRIME', 'I_PRIME']);

export const takesMovingRanges = (kind: ChartKind): boolean => movingRangeKinds.has(kind);
export const hasLimits = (kind: ChartKind): boolean => kind !== 'RUN';

/** Everything needed to do the analysis again and to question it. */
export function provenance(
  readings: readonly Reading[],
  phases: readonly AnalysedPhase[],
  settings: Settings,
  ruleSet: RuleSet,
): Provenance {
  return {
    kind: settings.kind,
    ruleSet: ruleSet.name,
    ruleSetVersion: ruleSet.version,
    rules: rulesInForce(ruleSet),
    methodVersion,
    constants: constantsOf(settings),
    screenMovingRanges: takesMovingRanges(settings.kind) ? settings.screening : null,
    multiplier: settings.multiplier,
    givenCentreLine: settings.centreLine,
    automaticRebase: settings.rebase,
    floorsLowerLimitAtZero: settings.floorAtZero,
    baselines: phases.map((phase) => ({
      phase: phase.number,
      from: phase.baselineFrom,
      to: phase.baselineTo,
      values: phase.baselineValues,
    })),
    usefulObservations: phases.reduce((total, phase) => total + phase.runs.useful, 0),
    exclusions: readings.flatMap(({ period, excludedBecause: reason }) => (reason === null ? [] : [{ period, reason }])),
    gaps: gaps(readings),
  };
}

function gaps(readings: readonly Reading[]): Period[] {
  const first = readings.findIndex(({ value }) => value !== null);
  const last = readings.findLastIndex(({ value }) => value !== null);
  return readings.slice(Math.max(0, first), last + 1).flatMap(({ value, period }) => (value === null ? [period] : []));
}

function constantsOf({ kind, ruleSet, screening, centreLine }: Settings): Record<string, number> {
  const used: Record<string, number> = {};
  if ((kind === 'I' || kind === 'T') && ruleSet === 'MDC_XMR') used.meanMovingRangesToLimit = constant.makingDataCountMultiplier;
  else if (takesMovingRanges(kind) && kind !== 'I_PRIME') used.movingRangeToSigma = constant.movingRangeToSigma;
  if (takesMovingRanges(kind) && screening) {
    used.screeningBound = kind === 'I_PRIME' ? constant.iPrimeScreening : constant.movingRangeLimit;
  }
  if (kind === 'MR') used.movingRangeLimit = constant.movingRangeLimit;
  if (kind === 'T') used.timeBetweenPower = constant.timeBetweenPower;
  if (kind === 'G' && centreLine !== null) used.medianOfGeometric = constant.medianOfGeometric;
  if (hasLimits(kind)) used.sigmasToLimit = 3;
  return used;
}
