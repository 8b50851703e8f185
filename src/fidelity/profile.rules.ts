import { calibration, type Calibration } from './calibration.rules';
import { cycleCriteria, type CycleCriterion, type FidelitySettings } from './cycleCriteria.rules';
import type { CycleFacts, RampFacts } from './cycleFacts.rules';
import { median } from '../charts/median';
import { dayCriteria, type DayCriterion } from './dayCriteria.rules';
import { rampCriteria, type RampCriterion } from './rampCriteria.rules';
import { divide, ratioOf, type LeftOut, type Ratio } from './ratio.rules';

/** The cycles that are judged, the ramps they are in, and each cycle with its ramp. */
export interface Scope {
  readonly ramps: readonly RampFacts[];
  readonly cycles: readonly JudgedCycle[];
}

export interface JudgedCycle {
  readonly id: string;
  readonly cycle: CycleFacts;
  readonly ramp: RampFacts;
}

/**
 * One cycle, those one adviser leads, or all. A ramp with a judged cycle is judged whole.
 * @param ramps with all their cycles, for a cycle is also judged by those beside it
 */
export function scopeOf(ramps: readonly RampFacts[], isJudged: (cycle: CycleFacts) => boolean = () => true): Scope {
  const cycles = ramps.flatMap((ramp) => ramp.cycles.filter(isJudged).map((cycle) => ({ id: cycle.id, cycle, ramp })));
  const touched = new Set(cycles.map(({ ramp }) => ramp));
  return { ramps: [...touched], cycles };
}

export const calibrationCriteria = {
  F22: { name: 'Calibration', question: 'How well do predictions come true, and how sure were people of them?' },
} as const;

export type RatioCode = keyof typeof cycleCriteria | keyof typeof rampCriteria;
export type DaysCode = keyof typeof dayCriteria;

export type CriterionCode = RatioCode | DaysCode | keyof typeof calibrationCriteria;

const criteria: Readonly<Record<CriterionCode, Named>> = {
  ...cycleCriteria,
  ...rampCriteria,
  ...dayCriteria,
  ...calibrationCriteria,
};

const numberOf = (code: string): number => Number(code.slice(1));

/** What each criterion asks, in order. */
export const criterionQuestions = Object.fromEntries(
  Object.entries(criteria)
    .sort(([one], [other]) => numberOf(one) - numberOf(other))
    .map(([code, { question }]) => [code, question]),
) as Readonly<Record<CriterionCode, string>>;

interface Named {
  readonly name: string;
  readonly question: string;
}

export interface RatioRow extends Named, Ratio {
  readonly kind: 'RATIO';
  readonly code: RatioCode;
  readonly unit: 'CYCLE' | 'RAMP';
}

export interface Days {
  /** Null when nothing was counted. */
  readonly median: number | null;
  readonly count: number;
}

export interface DaysRow extends Named, Days {
  readonly kind: 'DAYS';
  readonly code: DaysCode;
  readonly unit: 'CYCLE';
  /** For each ramp in which a cycle was counted. */
  readonly byRamp: readonly (Days & { readonly rampId: string })[];
  readonly leftOut: readonly LeftOut[];
}

export interface CalibrationRow extends Named {
  readonly kind: 'CALIBRATION';
  readonly code: keyof typeof calibrationCriteria;
  readonly unit: 'CYCLE';
  readonly calibration: Calibration;
  readonly leftOut: readonly LeftOut[];
}

export type ProfileRow = RatioRow | DaysRow | CalibrationRow;

/** F1 to F22, in this order. There is no sum of them: a profile is there to be read, not to rank anyone by. */
export function profile(scope: Scope, settings: FidelitySettings): ProfileRow[] {
  const rows = [
    ...entries<CycleCriterion, keyof typeof cycleCriteria>(cycleCriteria).map(([code, one]) =>
      ofCycles(code, one, scope, settings),
    ),
    ...entries<RampCriterion, keyof typeof rampCriteria>(rampCriteria).map(([code, one]) => ofRamps(code, one, scope)),
    ...entries<DayCriterion, DaysCode>(dayCriteria).map(([code, one]) => ofDays(code, one, scope)),
    ofCalibration(scope),
  ];
  return rows.sort((one, other) => numberOf(one.code) - numberOf(other.code));
}

const entries = <C, K extends string>(criteria: Readonly<Record<K, C>>): [K, C][] => Object.entries(criteria) as [K, C][];

function ofCycles(code: RatioCode, { name, question, unless, holds }: CycleCriterion, scope: Scope, settings: FidelitySettings) {
  const ratio = ratioOf(
    scope.cycles,
    ({ cycle }) => unless(cycle, settings),
    ({ cycle, ramp }) => holds(cycle, ramp, settings),
  );
  return { kind: 'RATIO', code, name, question, unit: 'CYCLE', ...ratio } satisfies RatioRow;
}

function ofRamps(code: RatioCode, { name, question, unless, holds }: RampCriterion, { ramps }: Scope) {
  return { kind: 'RATIO', code, name, question, unit: 'RAMP', ...ratioOf(ramps, unless, holds) } satisfies RatioRow;
}

function ofDays(code: DaysCode, { name, question, days }: DayCriterion, { cycles, ramps }: Scope) {
  const counts = cycles.map(({ id, cycle, ramp }) => ({ id, rampId: ramp.id, days: days(cycle) }));
  const { leftOut } = divide(counts, (one) => (typeof one.days === 'number' ? null : one.days));
  const taken = counts.flatMap((one) => (typeof one.days === 'number' ? [{ rampId: one.rampId, days: one.days }] : []));
  const summed = (some: typeof taken): Days => ({ median: median(some.map((one) => one.days)), count: some.length });
  const byRamp = ramps
    .map(({ id }) => ({ rampId: id, ...summed(taken.filter(({ rampId }) => rampId === id)) }))
    .filter(({ count }) => count > 0);
  return { kind: 'DAYS', code, name, question, unit: 'CYCLE', ...summed(taken), byRamp, leftOut } satisfies DaysRow;
}

/** Of every prediction of the judged cycles that people have compared. */
export const calibrationOf = ({ cycles }: Scope): Calibration => calibration(cycles.flatMap(({ cycle }) => compared(cycle)));

function ofCalibration(scope: Scope) {
  const { leftOut } = divide(scope.cycles, ({ cycle }) => (compared(cycle).length === 0 ? 'NOTHING_COMPARED' : null));
  const found = calibrationOf(scope);
  const { F22 } = calibrationCriteria;
  return { kind: 'CALIBRATION', code: 'F22', ...F22, unit: 'CYCLE', calibration: found, leftOut } satisfies CalibrationRow;
}

const compared = ({ predictions }: CycleFacts) =>
  predictions.flatMap(({ verdict, ...prediction }) => (verdict ? [{ ...prediction, verdict }] : []));
