import type { Period } from './types';

/** Every warning there is, with what it means in general; the message of a warning says it of the chart at hand. */
export const warningCodes = {
  NO_VALUES: 'There is no value to plot.',
  TOO_FEW_POINTS: 'The limits rest on too few points: they are trial limits.',
  NO_LIMITS: 'There is too little to compute limits from.',
  CONSTANT_DATA: 'All baseline values are the same, so there are no limits.',
  ZERO_WIDTH_LIMITS: 'The limits have no width; signals must not be read from them.',
  NO_BASELINE: 'The baseline holds no value, so there is no centre line.',
  SMALL_DENOMINATORS: 'Some denominators are so small that not even one case is expected.',
  MOSTLY_AT_AN_EXTREME: 'More than half of the points are at 0 or 100 %: a time-between chart will show more.',
  NOT_A_NUMBER: 'Something that is not a number is treated as missing.',
  ZERO_DENOMINATOR: 'With a denominator of zero there is no rate to plot.',
  NO_DENOMINATOR: 'This chart needs a numerator and a denominator; a value alone is treated as missing.',
  IMPOSSIBLE_VALUE: 'A value that cannot be, such as a negative count, is treated as missing.',
  TOO_LARGE: 'Some values are so large that centre and limits cannot be worked out from them.',
  EMPTY_SUBGROUP: 'A subgroup without any reading is passed over.',
  SUBGROUP_OF_ONE: 'A subgroup of one reading has no limits of its own.',
  ZERO_TIME: 'No time was recorded between two events.',
  RUNS_TABLE_SILENT: 'The runs table gives no verdict on so many points.',
  UNFROZEN_SHIFT: 'Centre and limits are computed from the change as well: freeze the baseline before it.',
  RULE_SET_MISFIT: 'Some rules of the set cannot be asked of this kind of chart.',
  BASELINE_IGNORED: 'A baseline by number of points is not used when the chart has phases.',
  REBASE_IGNORED: 'Automatic rebasing was asked for and could not be used.',
  EXCLUSION_UNKNOWN: 'An excluded period is not in the series.',
  SIGMA_FROM_ALL_POINTS: 'Sigma comes from all points, also those outside the baseline or excluded.',
  NO_ASSURANCE: 'Without limits it cannot be said whether the target will be met.',
} as const;

export type WarningCode = keyof typeof warningCodes;

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
