import type { Period } from './types';

export type WarningCode =
  | 'NO_VALUES'
  | 'TOO_FEW_POINTS'
  | 'NO_LIMITS'
  | 'CONSTANT_DATA'
  | 'ZERO_WIDTH_LIMITS'
  | 'NO_BASELINE'
  | 'SMALL_DENOMINATORS'
  | 'MOSTLY_AT_AN_EXTREME'
  | 'NOT_A_NUMBER'
  | 'ZERO_DENOMINATOR'
  | 'NO_DENOMINATOR'
  | 'IMPOSSIBLE_VALUE'
  | 'EMPTY_SUBGROUP'
  | 'SUBGROUP_OF_ONE'
  | 'ZERO_TIME'
  | 'RUNS_TABLE_SILENT'
  | 'RULE_SET_MISFIT'
  | 'BASELINE_IGNORED'
  | 'REBASE_IGNORED'
  | 'EXCLUSION_UNKNOWN'
  | 'SIGMA_FROM_ALL_POINTS'
  | 'NO_ASSURANCE';

/** A plain sentence for the reader of the chart, with a code for programs; about one phase, some periods, or the whole chart. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  readonly phase: number | null;
  readonly periods: readonly Period[];
}

export const warning = (code: WarningCode, message: string, about: { phase?: number; periods?: Period[] } = {}): Warning => ({
  code,
  message,
  phase: about.phase ?? null,
  periods: about.periods ?? [],
});

/** "1 point", "2 points". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
