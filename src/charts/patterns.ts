import type { AnalysedPoint } from './analysisTypes';
import type { PointSignals } from './signals';

/** The rules that mark points, the strongest evidence of a lasting change first. */
export const pointRules = ['SHIFT', 'LONG_RUN', 'BEYOND_LIMITS', 'TREND', 'TWO_OF_THREE', 'INNER_THIRD'] as const;
export type PointRule = (typeof pointRules)[number];
export type Towards = 'HIGH' | 'LOW';

/** Points that one rule marked together. */
export interface Pattern {
  readonly rule: PointRule;
  /** Null for a pattern that lies on neither side. */
  readonly towards: Towards | null;
  readonly points: readonly AnalysedPoint[];
  /** Nothing that counts has come after it. */
  readonly goesOn: boolean;
}

const side = (mark: 'ABOVE' | 'BELOW' | 'RISING' | 'FALLING' | null): Towards | null =>
  mark === null ? null : mark === 'ABOVE' || mark === 'RISING' ? 'HIGH' : 'LOW';

/** Which way a rule's mark points; undefined where the rule marked nothing. */
export function markOf(rule: PointRule, signals: PointSignals): Towards | null | undefined {
  if (rule === 'INNER_THIRD') return signals.innerThird ? null : undefined;
  const marks = {
    SHIFT: signals.shift,
    LONG_RUN: signals.longRun,
    BEYOND_LIMITS: signals.beyondLimits,
    TREND: signals.trend,
    TWO_OF_THREE: signals.twoOfThree,
  };
  return side(marks[rule]) ?? undefined;
}

/** The patterns of one phase, newest first, and of those that end together the strongest first. Excluded points never count. */
export function patternsOf(phasePoints: readonly AnalysedPoint[]): Pattern[] {
  const counted = phasePoints.filter(({ value, included }) => value !== null && included);
  const place = new Map(counted.map((point, i) => [point, i]));
  const end = ({ goesOn, points }: Pattern): number => (goesOn ? counted.length : (place.get(lastOf(points)) ?? 0));
  return pointRules
    .flatMap((rule) => patternsOfRule(rule, counted))
    .sort((a, b) => end(b) - end(a) || pointRules.indexOf(a.rule) - pointRules.indexOf(b.rule));
}

const lastOf = (points: readonly AnalysedPoint[]): AnalysedPoint => points[points.length - 1] as AnalysedPoint;

function patternsOfRule(rule: PointRule, counted: readonly AnalysedPoint[]): Pattern[] {
  const found: { towards: Towards | null; points: AnalysedPoint[]; goesOn: boolean }[] = [];
  let previous: AnalysedPoint | null = null;
  for (const point of counted) {
    const towards = markOf(rule, point.signals);
    const open = found.at(-1)?.goesOn ? found.at(-1) : undefined;
    if (towards === undefined) {
      if (open && !passesOver(rule, point, previous)) open.goesOn = false;
      else continue;
    } else if (open?.towards === towards && !turns(rule, point, previous)) {
      open.points.push(point);
    } else {
      if (open) endAt(rule, open, point);
      found.push({ towards, points: [point], goesOn: true });
    }
    previous = point;
  }
  return found.map((pattern) => ({ rule, ...pattern }));
}

/** Points on the centre do not break a run about it, and repeated values do not break a trend. */
function passesOver(rule: PointRule, point: AnalysedPoint, previous: AnalysedPoint | null): boolean {
  if (rule === 'SHIFT' || rule === 'LONG_RUN') return point.position === 'ON';
  return rule === 'TREND' && point.value === previous?.value;
}

/** Two rising trends with a single step down between them are marked alike and side by side. */
function turns(rule: PointRule, point: AnalysedPoint, previous: AnalysedPoint | null): boolean {
  if (rule !== 'TREND' || previous === null) return false;
  return (point.value ?? 0) > (previous.value ?? 0) !== (point.signals.trend === 'RISING');
}

/** The turning point of two trends is marked as part of the later one only, but belongs to both. */
function endAt(
  rule: PointRule,
  open: { towards: Towards | null; points: AnalysedPoint[]; goesOn: boolean },
  next: AnalysedPoint,
): void {
  const nextTowards = markOf(rule, next.signals);
  if (rule === 'TREND' && nextTowards !== open.towards) open.points.push(next);
  open.goesOn = false;
}
