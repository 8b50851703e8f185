import type { SuppressionReason } from '../disclosure/disclosed';
import type { Figure } from '../disclosure/figureCounts';
import type { DisclosurePolicy } from '../disclosure/policy';
import { protectSeries } from '../disclosure/protectSeries';
import type { LocalDate } from '../kernel/localDate';
import type { Calculation } from './measure.enums';

/** A measure as it is read: its data points, all versions of their figures, and the definitions by which these were made. */
export interface RecordedFigures {
  readonly points: readonly Period[];
  readonly versions: readonly Version[];
  readonly definitions: readonly Definition[];
}

interface Definition {
  readonly id: string;
  readonly multiplier: number;
}

interface Period {
  readonly id: string;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
}

interface Version {
  readonly id: string;
  readonly dataPointId: string;
  readonly definitionId: string;
  readonly recordedAt: Date;
  readonly number: number;
  readonly calculation: Calculation;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/**
 * Why each version of each figure of a measure is hidden, or null. Versions are judged in the order in which they became known,
 * each by those shown before it: so what is decided of one never depends on what comes later, and a look into the past gives the
 * same answer as was given then.
 */
export function hiddenVersions(
  { points, versions, definitions }: RecordedFigures,
  policy: DisclosurePolicy,
): ReadonlyMap<string, SuppressionReason | null> {
  const periods = new Map(points.map((point) => [point.id, point]));
  const multipliers = new Map(definitions.map(({ id, multiplier }) => [id, multiplier]));
  const inOrder = versions
    .flatMap((version) => {
      const [period, multiplier] = [periods.get(version.dataPointId), multipliers.get(version.definitionId)];
      return period && multiplier !== undefined ? [{ version, period, multiplier }] : [];
    })
    .sort(asTheyBecameKnown);
  const disclosed = protectSeries(inOrder.map(figureOf), policy);
  return new Map(inOrder.map(({ version }, place) => [version.id, disclosed[place]?.value.reason ?? null]));
}

interface Known {
  readonly version: Version;
  readonly period: Period;
  readonly multiplier: number;
}

function figureOf({ version, period, multiplier }: Known): Figure {
  const { calculation: kind, value, numerator, denominator } = version;
  const { periodStart, periodEnd } = period;
  return { kind, multiplier, periodStart, periodEnd, value, numerator, denominator };
}

/** Figures that became known in one change come in the order of their periods. */
const asTheyBecameKnown = (one: Known, other: Known): number =>
  one.version.recordedAt.getTime() - other.version.recordedAt.getTime() ||
  compare(one.period.periodStart, other.period.periodStart) ||
  one.version.number - other.version.number ||
  compare(one.version.id, other.version.id);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
