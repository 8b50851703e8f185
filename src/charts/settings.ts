import { SeriesRefused } from './seriesRefused';
import type { RebaseRule } from './rebase';
import type { AnalysisOptions, ChartKind, Exclusion, ImprovementDirection, Period, RuleSetName } from './types';

/** The options with every default filled in. */
export interface Settings {
  readonly kind: ChartKind;
  readonly ruleSet: RuleSetName;
  readonly freezeAfter: number | null;
  readonly baselineEnd: Period | null;
  readonly partsAfter: readonly number[];
  readonly partsStartAt: readonly Period[];
  readonly rebase: RebaseRule | null;
  readonly excluded: readonly Exclusion[];
  readonly multiplier: number;
  readonly centreLine: number | null;
  readonly target: number | null;
  readonly direction: ImprovementDirection;
  readonly screening: boolean;
  readonly floorAtZero: boolean;
}

/** runcharter's defaults. */
const usualRebase = { baselinePoints: 13, runLength: 9 };

export function settle(options: AnalysisOptions): Settings {
  const rebase = options.automaticRebase ? { ...usualRebase, ...withoutUndefined(options.automaticRebase) } : null;
  const settings: Settings = {
    kind: options.kind,
    ruleSet: options.ruleSet,
    freezeAfter: options.freezeAfter ?? null,
    baselineEnd: options.baselineEnd ?? null,
    partsAfter: options.partsAfter ?? [],
    partsStartAt: options.partsStartAt ?? [],
    rebase,
    excluded: options.excluded ?? [],
    multiplier: options.multiplier ?? 1,
    centreLine: options.centreLine ?? null,
    target: options.target ?? null,
    direction: options.improvementDirection ?? 'NEUTRAL',
    screening: options.screenMovingRanges ?? true,
    floorAtZero: options.floorLowerLimitAtZero ?? false,
  };
  refuseNonsense(settings);
  return settings;
}

const withoutUndefined = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

function refuseNonsense({ multiplier, centreLine, target, freezeAfter, partsAfter, rebase }: Settings): void {
  if (!(multiplier > 0 && multiplier < Infinity)) refuse('The multiplier must be a number above zero.');
  if (centreLine !== null && !Number.isFinite(centreLine)) refuse('The centre line must be a number.');
  if (target !== null && !Number.isFinite(target)) refuse('The target must be a number.');
  if (freezeAfter !== null && !isCount(freezeAfter)) refuse('The baseline must be a whole number of points, at least one.');
  if (!partsAfter.every(isCount)) refuse('Parts end after a whole number of points, at least one.');
  if (rebase && !(isCount(rebase.baselinePoints) && isCount(rebase.runLength))) {
    refuse('Automatic rebasing needs whole numbers of points, at least one.');
  }
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;

function refuse(message: string): never {
  throw new SeriesRefused('BAD_OPTION', message);
}
