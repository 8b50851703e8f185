import type { AnalysedPoint, Analysis } from './analysisTypes';
import { type Meaning, type SignalRule, type SignalStretch, byProminence, meaningOf, signalStretches } from './signalStretches';
import type { ImprovementDirection } from './types';

/**
 * What the latest phase of a series says now. BETTER and WORSE need a direction that is better; CHANGED is a signal on a
 * measure where neither way is.
 */
export type StandingState = 'INSUFFICIENT' | 'NO_SIGNAL' | 'BETTER' | 'WORSE' | 'CHANGED';

export interface Standing {
  readonly state: StandingState;
  /** The signal behind BETTER, WORSE or CHANGED. */
  readonly signal: SignalStretch | null;
  /** Points with a value that count, in the phases that were looked at. */
  readonly points: number;
}

/** With fewer points even the runs table of Swed & Eisenhart (1943) gives no verdict: SPEC section 2. */
export const leastPoints = 10;

const lastingRules: ReadonlySet<SignalRule> = new Set(['SHIFT', 'TREND', 'LONG_RUN']);
const passingRules: ReadonlySet<SignalRule> = new Set(['BEYOND_LIMITS', 'TWO_OF_THREE']);

/**
 * The signal in force at the end of the last phase. A lasting pattern (shift, trend, long run) stays in force while at least half
 * of the useful points after it lie on its side; a pattern of single points only while it includes the last point, as with the
 * icons of Making Data Count. Where two are in force the later one decides, and of two that end together the worse.
 */
export function standing(analysis: Analysis, direction: ImprovementDirection): Standing {
  const lastPhase = analysis.phases.at(-1)?.number;
  const plotted = analysis.points.filter(({ value, included }) => value !== null && included);
  if (plotted.length < leastPoints) return { state: 'INSUFFICIENT', signal: null, points: plotted.length };
  const inForce = signalStretches(analysis).filter(
    (signal) => signal.phase === lastPhase && signal.side !== null && isInForce(signal, plotted),
  );
  const [signal = null] = inForce.sort((one, other) => byForce(one, other, direction));
  if (!signal) return { state: 'NO_SIGNAL', signal, points: plotted.length };
  return { state: states[meaningOf(signal.side, direction)], signal, points: plotted.length };
}

const states: Readonly<Record<Meaning, StandingState>> = { BETTER: 'BETTER', WORSE: 'WORSE', NEITHER: 'CHANGED' };

function isInForce(signal: SignalStretch, plotted: readonly AnalysedPoint[]): boolean {
  if (passingRules.has(signal.rule)) return signal.to === plotted.at(-1)?.period;
  if (!lastingRules.has(signal.rule)) return false;
  const end = plotted.findLastIndex(({ period }) => period === signal.to);
  const after = plotted.slice(end + 1).filter(({ position }) => position !== 'ON');
  const onItsSide = after.filter(({ position }) => position === signal.side).length;
  return onItsSide * 2 >= after.length;
}

function byForce(one: SignalStretch, other: SignalStretch, direction: ImprovementDirection): number {
  if (one.to !== other.to) return one.to > other.to ? -1 : 1;
  const isWorse = ({ side }: SignalStretch): number => (meaningOf(side, direction) === 'WORSE' ? 1 : 0);
  return isWorse(other) - isWorse(one) || byProminence(one, other);
}
