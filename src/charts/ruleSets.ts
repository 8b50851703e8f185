import { runsTable } from './runsTable';
import type { ChartKind, RuleSetName } from './types';

/** Which rules are asked, and with what lengths. Raise the version whenever an answer can change. */
export interface RuleSet {
  readonly name: RuleSetName;
  readonly version: string;
  readonly beyondLimits: boolean;
  readonly shift: number | null;
  readonly trend: number | null;
  readonly twoOfThree: boolean;
  readonly innerThird: number | null;
  readonly runsTable: boolean;
  readonly anhoej: boolean;
  readonly makingDataCount: boolean;
}

const silent: Omit<RuleSet, 'name' | 'version'> = {
  beyondLimits: false,
  shift: null,
  trend: null,
  twoOfThree: false,
  innerThird: null,
  runsTable: false,
  anhoej: false,
  makingDataCount: false,
};

export const ruleSets: Readonly<Record<RuleSetName, RuleSet>> = {
  /** Perla, Provost & Murray 2011; Public Health Scotland. */
  IHI_RUN_CHART: { ...silent, name: 'IHI_RUN_CHART', version: '1.0', shift: 6, trend: 5, runsTable: true },
  /** Anhøj & Olesen 2014; limits are judged too where the chart has them (qicharts2). */
  ANHOEJ: { ...silent, name: 'ANHOEJ', version: '1.0', beyondLimits: true, anhoej: true },
  /** Provost & Murray; Public Health Scotland. */
  SHEWHART: {
    ...silent,
    name: 'SHEWHART',
    version: '1.0',
    beyondLimits: true,
    shift: 8,
    trend: 6,
    twoOfThree: true,
    innerThird: 15,
  },
  /** NHS England, Making Data Count, as in NHSRplotthedots 0.2.2. */
  MDC_XMR: {
    ...silent,
    name: 'MDC_XMR',
    version: '1.0',
    beyondLimits: true,
    shift: 7,
    trend: 7,
    twoOfThree: true,
    makingDataCount: true,
  },
  NONE: { ...silent, name: 'NONE', version: '1.0' },
};

/** Neighbouring moving ranges share a value, so patterns among them mean nothing: an MR chart is judged by its limit alone. */
export function ruleSetFor(name: RuleSetName, kind: ChartKind): RuleSet {
  const ruleSet = ruleSets[name];
  return kind === 'MR' ? { ...ruleSet, ...silent, beyondLimits: ruleSet.beyondLimits } : ruleSet;
}

export interface RuleInForce {
  readonly rule: string;
  readonly meaning: string;
}

export function rulesInForce(ruleSet: RuleSet): RuleInForce[] {
  const rules: RuleInForce[] = [];
  const add = (rule: string, meaning: string): number => rules.push({ rule, meaning });
  if (ruleSet.beyondLimits) add('BEYOND_LIMITS', 'A point outside a 3-sigma limit.');
  if (ruleSet.shift) add('SHIFT', `${ruleSet.shift} or more points in a row on one side of the centre.`);
  if (ruleSet.trend) add('TREND', `${ruleSet.trend} or more points in a row all rising or all falling.`);
  if (ruleSet.makingDataCount) add('TWO_OF_THREE', 'Two of three points, all on one side, between 2 and 3 sigma.');
  else if (ruleSet.twoOfThree) add('TWO_OF_THREE', 'Two of three points in a row beyond 2 sigma on the same side.');
  if (ruleSet.innerThird) add('INNER_THIRD', `${ruleSet.innerThird} or more points in a row within 1 sigma of the centre.`);
  if (ruleSet.runsTable) add('RUNS', `Too few or too many runs about the centre (table: ${runsTable.version}).`);
  if (ruleSet.anhoej) {
    add('LONG_RUN', 'A run longer than round(log2 n) + 3 useful points.');
    add('FEW_CROSSINGS', 'Fewer crossings of the centre than the 5 % point of Bin(n - 1, 1/2).');
  }
  return rules;
}
