import fc from 'fast-check';
import type { AnalysisOptions, ChartKind, RuleSetName, SeriesPoint } from '../../../src/charts/types';

export const kinds: readonly ChartKind[] = [
  'RUN', 'I', 'MR', 'I_PRIME', 'XBAR', 'S', 'P', 'P_PRIME', 'U', 'U_PRIME', 'C', 'NP', 'G', 'T',
]; // prettier-ignore
export const ruleSetNames: readonly RuleSetName[] = ['IHI_RUN_CHART', 'ANHOEJ', 'SHEWHART', 'MDC_XMR', 'NONE'];

export const anyKind = fc.constantFrom(...kinds);
export const anyRuleSet = fc.constantFrom(...ruleSetNames);

/** Small whole numbers make ties, level shifts make signals, nulls make gaps. */
export const values = fc
  .tuple(
    fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 8 }), { maxLength: 50 }),
    fc.integer({ min: 0, max: 12 }),
    fc.nat(50),
  )
  .map(([base, jump, at]) => base.map((value, i) => (value === null || i < at ? value : value + jump)));

const denominator = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constantFrom(0, 1, 1, 10_000));

/** What a committee could record, for each kind of chart; some points are missing altogether. */
export function pointsFor(kind: ChartKind): fc.Arbitrary<SeriesPoint[]> {
  const recorded = recordedFor(kind);
  return fc
    .array(fc.option(recorded, { freq: 8 }), { maxLength: 45 })
    .map((all) => all.map((one, i): SeriesPoint => ({ period: i + 1, ...(one ?? { value: null }) })));
}

function recordedFor(kind: ChartKind): fc.Arbitrary<Omit<SeriesPoint, 'period'>> {
  if (kind === 'XBAR' || kind === 'S') {
    return fc.record({ values: fc.array(fc.option(fc.integer({ min: -5, max: 20 }), { freq: 6 }), { maxLength: 6 }) });
  }
  if (['P', 'P_PRIME', 'NP', 'U', 'U_PRIME', 'I_PRIME'].includes(kind)) {
    return fc.tuple(denominator, fc.double({ min: 0, max: 1, noNaN: true })).map(([chances, share]) => ({
      numerator: Math.round(chances * share),
      denominator: chances,
    }));
  }
  return fc.record({ value: fc.integer({ min: 0, max: 30 }) });
}

/** Options by period, as a program that stores dates would give them. */
export const options: fc.Arbitrary<Partial<AnalysisOptions>> = fc.record(
  {
    baselineEnd: fc.integer({ min: 1, max: 40 }),
    partsStartAt: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }),
    excluded: fc.array(fc.record({ period: fc.integer({ min: 1, max: 40 }), reason: fc.constant('flood') }), { maxLength: 2 }),
    screenMovingRanges: fc.boolean(),
    floorLowerLimitAtZero: fc.boolean(),
    target: fc.integer({ min: 0, max: 10 }),
    improvementDirection: fc.constantFrom('INCREASE', 'DECREASE', 'NEUTRAL'),
    automaticRebase: fc.record({ baselinePoints: fc.constant(5), runLength: fc.constant(4), direction: fc.constant('BOTH') }),
  },
  { requiredKeys: [] },
);

export interface Case {
  readonly points: SeriesPoint[];
  readonly options: AnalysisOptions;
}

export const anyCase: fc.Arbitrary<Case> = fc
  .tuple(anyKind, anyRuleSet, options)
  .chain(([kind, ruleSet, rest]) => pointsFor(kind).map((points) => ({ points, options: { kind, ruleSet, ...rest } })));
