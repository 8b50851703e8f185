import type { LocalDate } from '../kernel/localDate';
import type { MeasureThatSays } from './newSignals.rules';

export interface PointOfPack {
  readonly period: string;
  readonly label: string;
  readonly periodStartsOn: LocalDate | null;
  readonly periodEndsOn: LocalDate | null;
  readonly value: number | null;
  readonly missingReason: string | null;
  readonly status: string | null;
  readonly phase: number;
  readonly isInBaseline: boolean;
  readonly excludedBecause: string | null;
  readonly centre: number | null;
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  readonly lowerTwoSigma: number | null;
  readonly upperTwoSigma: number | null;
  readonly lowerOneSigma: number | null;
  readonly upperOneSigma: number | null;
  readonly disclosure: { readonly sentence: string | null };
  readonly signals: readonly { readonly rule: string; readonly side: string | null; readonly meaning: string }[];
}

export interface ChartOfPack {
  readonly title: string;
  readonly kind: string;
  readonly ruleSet: string;
  readonly unit: string | null;
  readonly directionOfGood: string;
  readonly target: number | null;
  readonly summary: string;
  readonly variationIcon: string | null;
  readonly assuranceIcon: string | null;
  readonly points: readonly PointOfPack[];
  readonly phases: readonly { readonly number: number; readonly from: string; readonly reason: string | null }[];
  readonly cycles: readonly {
    readonly label: string;
    readonly title: string;
    readonly fromOn: LocalDate;
    readonly toOn: LocalDate | null;
  }[];
  readonly notes: readonly { readonly markedOn: LocalDate; readonly text: string }[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly provenance: { readonly ruleSetVersion: string };
}

/** A measure in use with its chart, as a pack keeps it. */
export interface MeasureOfPack extends MeasureThatSays {
  readonly kind: string;
  readonly definition: {
    readonly statement: string;
    readonly effectiveFrom: LocalDate;
    readonly dataSource: string | null;
  } | null;
  readonly standing: MeasureThatSays['standing'] & { readonly lastPeriodEndsOn: LocalDate | null; readonly isSilent: boolean };
  readonly chart: ChartOfPack;
}
