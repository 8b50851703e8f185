import type { Lines } from './lines';
import type { MakingDataCountIcons, MakingDataCountPoint } from './makingDataCount';
import type { RebaseRule } from './rebase';
import type { RuleInForce } from './ruleSets';
import type { PhaseSignal, PointSignals, RunsFacts } from './signals';
import type { ChartKind, Exclusion, Period, Position, RuleSetName } from './types';
import type { Warning } from './warnings';

export interface AnalysedPoint {
  readonly period: Period;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How many values the subgroup holds (X-bar and S charts). */
  readonly subgroupSize: number | null;
  readonly phase: number;
  readonly included: boolean;
  readonly excludedBecause: string | null;
  /** Whether the point lies in the stretch that centre and limits are computed from. */
  readonly baseline: boolean;
  readonly position: Position;
  readonly lines: Lines;
  readonly signals: PointSignals;
  /** Only with the rule set MDC_XMR, and never for a missing point. */
  readonly makingDataCount: MakingDataCountPoint | null;
}

export interface AnalysedPhase {
  readonly number: number;
  readonly from: Period;
  readonly to: Period;
  readonly points: number;
  readonly baselineFrom: Period | null;
  readonly baselineTo: Period | null;
  /** How many values centre and limits were computed from. */
  readonly baselineValues: number;
  /** Null when the centre differs from point to point (np charts). */
  readonly centre: number | null;
  readonly runs: RunsFacts;
  readonly signals: readonly PhaseSignal[];
}

export interface Provenance {
  readonly kind: ChartKind;
  readonly ruleSet: RuleSetName;
  readonly ruleSetVersion: string;
  readonly rules: readonly RuleInForce[];
  readonly methodVersion: string;
  readonly constants: Readonly<Record<string, number>>;
  /** Null for charts that take no moving ranges or have no limits. */
  readonly screenMovingRanges: boolean | null;
  readonly multiplier: number;
  readonly givenCentreLine: number | null;
  /** Null where it was not asked for, or was asked for and could not be used. */
  readonly automaticRebase: RebaseRule | null;
  readonly floorsLowerLimitAtZero: boolean;
  readonly baselines: readonly {
    readonly phase: number;
    readonly from: Period | null;
    readonly to: Period | null;
    readonly values: number;
  }[];
  readonly usefulObservations: number;
  readonly exclusions: readonly Exclusion[];
  /** Periods without a value between the first and the last that have one. */
  readonly gaps: readonly Period[];
}

export interface Analysis {
  readonly points: readonly AnalysedPoint[];
  readonly phases: readonly AnalysedPhase[];
  readonly target: number | null;
  /** Only with the rule set MDC_XMR. */
  readonly icons: MakingDataCountIcons | null;
  readonly warnings: readonly Warning[];
  readonly provenance: Provenance;
}
