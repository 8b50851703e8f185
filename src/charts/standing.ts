import type { AnalysedPoint, Analysis } from './analysisTypes';
import { plottedPoints } from './plottedPoints';
import { type Meaning, type SignalRule, type SignalStretch, byProminence, meaningOf, signalStretches } from './signalStretches';
import type { ImprovementDirection, Period } from './types';

/**
 * What the latest phase of a series says now. BETTER and WORSE need a direction that is better; CHANGED is a signal on a
 * measure where neither way is.
 */
export type StandingState = 'INSUFFICIENT' | 'NO_SIGNAL' | 'BETTER' | 'WORSE' | 'CHANGED';

export interface Standing {
  readonly state: StandingState;
  /** The signal behind BETTER, WORSE or CHANGED. */
  readonly signal: SignalStretch | null;
}

/** A run chart is read from about ten points on (Perla, Provost & Murray 2011); the runs table too begins there. */
export const leastPoints = 10;

const lastingRules: ReadonlySet<SignalRule> = new Set(['SHIFT', 'TREND', 'LONG_RUN']);
const passingRules: ReadonlySet<SignalRule> = new Set(['BEYOND_LIMITS', 'TWO_OF_THREE']);

/**
 * The signal in force at the end of the last phase. A lasting pattern (shift, trend, long run) stays in force while two in three
 * of the useful points after it lie on its side: half would be what chance gives, since the centre is the middle of them. A pattern
 * of single points is in force only while it includes the last point, as with the icons of Making Data Count. Where two are in
 * force the later one decides, and of two that end together the worse.
 */
export function standing(analysis: Analysis, direction: ImprovementDirection): Standing {
  const lastPhase = analysis.phases.at(-1)?.number;
  const plotted = plottedPoints(analysis);
  if (plotted.length < leastPoints) return { state: 'INSUFFICIENT', signal: null };
  const after = tallyAfter(plotted);
  const inForce = signalStretches(analysis).filter(
    (signal) => signal.phase === lastPhase && signal.side !== null && isInForce(signal, after, plotted.at(-1)?.period),
  );
  const [signal = null] = inForce.sort((one, other) => byForce(one, other, direction));
  return { state: signal ? states[meaningOf(signal.side, direction)] : 'NO_SIGNAL', signal };
}

const states: Readonly<Record<Meaning, StandingState>> = { BETTER: 'BETTER', WORSE: 'WORSE', NEITHER: 'CHANGED' };

interface Tally {
  readonly ABOVE: number;
  readonly BELOW: number;
}

/** For each period how many points after it lie on each side, counted once from the end. */
function tallyAfter(plotted: readonly AnalysedPoint[]): ReadonlyMap<Period, Tally> {
  const tallies = new Map<Period, Tally>();
  let tally: Tally = { ABOVE: 0, BELOW: 0 };
  for (const { period, position } of [...plotted].reverse()) {
    tallies.set(period, tally);
    if (position === 'ABOVE' || position === 'BELOW') tally = { ...tally, [position]: tally[position] + 1 };
  }
  return tallies;
}

function isInForce({ rule, side, to }: SignalStretch, after: ReadonlyMap<Period, Tally>, last: Period | undefined): boolean {
  if (passingRules.has(rule)) return to === last;
  const tally = after.get(to);
  if (!lastingRules.has(rule) || !side || !tally) return false;
  return tally[side] * 3 >= (tally.ABOVE + tally.BELOW) * 2;
}

function byForce(one: SignalStretch, other: SignalStretch, direction: ImprovementDirection): number {
  if (one.to !== other.to) return one.to > other.to ? -1 : 1;
  const isWorse = ({ side }: SignalStretch): number => (meaningOf(side, direction) === 'WORSE' ? 1 : 0);
  return isWorse(other) - isWorse(one) || byProminence(one, other);
}
