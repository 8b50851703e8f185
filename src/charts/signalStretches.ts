import type { AnalysedPoint, Analysis } from './analysisTypes';
import { plottedPoints } from './plottedPoints';
import type { PhaseSignal, PointSignals } from './signals';
import { toleranceOf } from './ties';
import type { Direction, ImprovementDirection, Period, Side } from './types';

export type SignalRule = PhaseSignal | 'BEYOND_LIMITS' | 'SHIFT' | 'TREND' | 'TWO_OF_THREE' | 'INNER_THIRD';

/** One signal as a person would tell it: which rule, over which points, on which side. */
export interface SignalStretch {
  readonly rule: SignalRule;
  readonly phase: number;
  readonly from: Period;
  readonly to: Period;
  /** How many points are part of the pattern. */
  readonly points: number;
  /** Which way the points lie or move; null for a signal without a direction. */
  readonly side: Side | null;
  /** True while no useful point has come after it. */
  readonly isOngoing: boolean;
}

/** Of signals that end together the one that people know best is told. */
const prominence: readonly SignalRule[] = [
  ...(['SHIFT', 'LONG_RUN', 'TREND', 'BEYOND_LIMITS', 'TWO_OF_THREE'] as const),
  ...(['FEW_CROSSINGS', 'TOO_FEW_RUNS', 'TOO_MANY_RUNS', 'INNER_THIRD'] as const),
];

export const byProminence = (one: SignalStretch, other: SignalStretch): number =>
  prominence.indexOf(one.rule) - prominence.indexOf(other.rule);

/** What a signal on this side is worth, given which way is better. */
export type Meaning = 'BETTER' | 'WORSE' | 'NEITHER';

export function meaningOf(side: Side | null, direction: ImprovementDirection): Meaning {
  if (side === null || direction === 'NEUTRAL') return 'NEITHER';
  return (side === 'ABOVE') === (direction === 'INCREASE') ? 'BETTER' : 'WORSE';
}

type Mark = Side | 'WITHIN' | null;

interface PointRule {
  readonly rule: SignalRule;
  readonly mark: (signals: PointSignals) => Mark;
  /** Whether a pattern goes on past an unmarked point, given the point before it and how many unmarked ones there were. */
  readonly passesOver: (
    point: AnalysedPoint,
    before: AnalysedPoint | undefined,
    at: { unmarked: number; tolerance: number },
  ) => boolean;
}

const isOnCentre = (point: AnalysedPoint): boolean => point.position === 'ON';
const sideOf = (direction: Direction | null): Side | null =>
  direction === null ? null : direction === 'RISING' ? 'ABOVE' : 'BELOW';
const never = (): boolean => false;

/** Of repeated values only the first counts, as in trend.ts. */
const isRepeat = (point: AnalysedPoint, before: AnalysedPoint | undefined, { tolerance }: { tolerance: number }): boolean =>
  before !== undefined && Math.abs((point.value ?? 0) - (before.value ?? 0)) <= tolerance;

const pointRules: readonly PointRule[] = [
  { rule: 'BEYOND_LIMITS', mark: (signals) => signals.beyondLimits, passesOver: never },
  { rule: 'SHIFT', mark: (signals) => signals.shift, passesOver: isOnCentre },
  { rule: 'TREND', mark: (signals) => sideOf(signals.trend), passesOver: isRepeat },
  { rule: 'TWO_OF_THREE', mark: (signals) => signals.twoOfThree, passesOver: (_point, _before, { unmarked }) => unmarked <= 1 },
  { rule: 'INNER_THIRD', mark: (signals) => (signals.innerThird ? 'WITHIN' : null), passesOver: never },
  { rule: 'LONG_RUN', mark: (signals) => signals.longRun, passesOver: isOnCentre },
];

/** Every signal of an analysis, the one that ends first coming first. Linear in the number of points. */
export function signalStretches(analysis: Analysis): SignalStretch[] {
  const plotted = plottedPoints(analysis);
  const tolerance = toleranceOf(plotted.map(({ value }) => value));
  const found = [...pointRules.flatMap((rule) => patternsOf(rule, plotted, tolerance)), ...phasePatterns(analysis, plotted)];
  return found
    .sort((one, other) => lastOf(one) - lastOf(other) || firstOf(one) - firstOf(other))
    .flatMap((pattern) => stretchOf(pattern, plotted));
}

/** The places of a pattern among the plotted points. */
interface Pattern {
  readonly rule: SignalRule;
  readonly mark: Mark;
  readonly places: number[];
  isOngoing: boolean;
}

const firstOf = ({ places }: Pattern): number => places[0] ?? 0;
const lastOf = ({ places }: Pattern): number => places.at(-1) ?? 0;

function stretchOf(pattern: Pattern, plotted: readonly AnalysedPoint[]): SignalStretch[] {
  const { rule, mark, places, isOngoing } = pattern;
  const [first, last] = [plotted[firstOf(pattern)], plotted[lastOf(pattern)]];
  if (!first || !last) return [];
  const side = mark === 'WITHIN' ? null : mark;
  return [{ rule, phase: first.phase, from: first.period, to: last.period, points: places.length, side, isOngoing }];
}

function patternsOf({ rule, mark, passesOver }: PointRule, plotted: readonly AnalysedPoint[], tolerance: number): Pattern[] {
  const found: Pattern[] = [];
  let open: Pattern | null = null as Pattern | null;
  let unmarked = 0;
  for (const [place, point] of plotted.entries()) {
    const before = plotted[place - 1];
    const own = mark(point.signals);
    if (before?.phase !== point.phase) open = null;
    if (own === null) {
      unmarked += 1;
      if (!passesOver(point, before, { unmarked, tolerance })) open = null;
      continue;
    }
    if (open?.mark === own) open.places.push(place);
    else {
      // A turning point is the end of one trend and the start of the next.
      if (rule === 'TREND' && open && unmarked === 0) open.places.push(place);
      open = { rule, mark: own, places: [place], isOngoing: false };
      found.push(open);
    }
    unmarked = 0;
  }
  if (open) open.isOngoing = true;
  return found;
}

/** Too few or too many runs, or few crossings, are signals of a phase as a whole. */
function phasePatterns({ phases }: Analysis, plotted: readonly AnalysedPoint[]): Pattern[] {
  return phases.flatMap(({ number, signals }) => {
    const places = plotted.flatMap(({ phase }, place) => (phase === number ? [place] : []));
    const isOngoing = number === phases.at(-1)?.number;
    return signals.flatMap((rule) => (rule === 'LONG_RUN' ? [] : [{ rule, mark: null, places, isOngoing }]));
  });
}
