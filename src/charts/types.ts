/** A month, a day or a serial number. Text is compared as text, so dates are written YYYY-MM-DD or YYYY-MM. */
export type Period = string | number;

export type ChartKind =
  'RUN' | 'I' | 'MR' | 'I_PRIME' | 'XBAR' | 'S' | 'P' | 'P_PRIME' | 'U' | 'U_PRIME' | 'C' | 'NP' | 'G' | 'T';
export type RuleSetName = 'IHI_RUN_CHART' | 'ANHOEJ' | 'SHEWHART' | 'MDC_XMR' | 'NONE';
export type ImprovementDirection = 'INCREASE' | 'DECREASE' | 'NEUTRAL';

export type Side = 'ABOVE' | 'BELOW';
/** Where a point lies from its centre line; null where that cannot be asked (missing, excluded, no centre). */
export type Position = Side | 'ON' | null;
export type Direction = 'RISING' | 'FALLING';

/** What was recorded for one period: a value, or a numerator and denominator, or the raw values of a subgroup. Null is missing. */
export interface SeriesPoint {
  readonly period: Period;
  readonly value?: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly values?: readonly (number | null)[];
}

export interface SeriesInput {
  readonly points: readonly SeriesPoint[];
}

export interface Exclusion {
  readonly period: Period;
  readonly reason: string;
}

/** A new median whenever a run of `runLength` useful points has moved to the wanted side (run charts only). */
export interface AutomaticRebase {
  readonly baselinePoints?: number | undefined;
  readonly runLength?: number | undefined;
  readonly direction: Side | 'BOTH';
}

/** Centre line and target are given in the units of the data, before the multiplier. */
export interface AnalysisOptions {
  readonly kind: ChartKind;
  readonly ruleSet: RuleSetName;
  /** The first so many points of the series (missing ones counted) are the baseline. See phases.ts for what parts do to it. */
  readonly freezeAfter?: number | null;
  /** The same by date: the part that holds this period has its baseline up to and including it. */
  readonly baselineEnd?: Period | null;
  /** The number of the last point of each part but the last. */
  readonly partsAfter?: readonly number[] | null;
  /** The same by date: the periods that start a new part. */
  readonly partsStartAt?: readonly Period[] | null;
  readonly automaticRebase?: AutomaticRebase | null;
  readonly excluded?: readonly Exclusion[] | null;
  readonly multiplier?: number | null;
  readonly centreLine?: number | null;
  readonly target?: number | null;
  readonly improvementDirection?: ImprovementDirection | null;
  /** Drop moving ranges that are no less than 3.267 times their mean, once. On unless switched off. */
  readonly screenMovingRanges?: boolean | null;
  /** Lower limits below zero are drawn at zero when every value is zero or more. Off unless asked for. */
  readonly floorLowerLimitAtZero?: boolean | null;
}
