import type { Analysis } from './analysisTypes';
import { type Meaning, type SignalRule, type SignalStretch, byProminence, meaningOf, signalStretches } from './signalStretches';
import { leastPoints, type Standing } from './standing';
import type { ImprovementDirection, Period } from './types';

/** How a period is said: "March 2026". */
export type PeriodInWords = (period: Period) => string;

/** The whole chart in one plain sentence, for people and for screen readers. */
export function sentence(analysis: Analysis, direction: ImprovementDirection, inWords: PeriodInWords): string {
  const plotted = analysis.points.filter(({ value, included }) => value !== null && included);
  if (plotted.length === 0) return 'There is no figure to plot yet.';
  const signal = signalToTell(signalStretches(analysis));
  if (signal) return signalSentence(signal, direction, inWords);
  return quietSentence('No signal of change', plotted.length, inWords(plotted[0]?.period ?? ''));
}

/** What is in force now, in one plain sentence; signals that have passed are not told. */
export function standingSentence(
  { signal }: Standing,
  analysis: Analysis,
  direction: ImprovementDirection,
  inWords: PeriodInWords,
): string {
  if (signal) return signalSentence(signal, direction, inWords);
  const plotted = analysis.points.filter(({ value, included }) => value !== null && included);
  if (plotted.length === 0) return 'There is no figure yet.';
  return quietSentence('No signal of change in force', plotted.length, inWords(plotted[0]?.period ?? ''));
}

function quietSentence(nothing: string, points: number, since: string): string {
  if (points < leastPoints)
    return `${capital(count(points, 'point'))} since ${since}: too few to tell a signal of change from chance.`;
  return `${nothing} in ${count(points, 'point')} since ${since}: they vary as chance alone would make them vary.`;
}

/** Signals with a direction before those of a phase as a whole; then the latest; then the one people know best. */
function signalToTell(signals: readonly SignalStretch[]): SignalStretch | null {
  const pointed = signals.filter(({ side }) => side !== null);
  const candidates = pointed.length > 0 ? pointed : signals;
  const latest = candidates.at(-1)?.to;
  return candidates.filter(({ to }) => to === latest).sort(byProminence)[0] ?? null;
}

export function signalSentence(signal: SignalStretch, direction: ImprovementDirection, inWords: PeriodInWords): string {
  return `${capital(pattern(signal))} ${when(signal, inWords)}: ${verdicts[meaningOf(signal.side, direction)]}.`;
}

const verdicts: Readonly<Record<Meaning, string>> = {
  BETTER: 'a signal of change for the better',
  WORSE: 'a signal of change for the worse',
  NEITHER: 'a signal of change',
};

function pattern({ rule, points, side }: SignalStretch): string {
  const where = side === 'ABOVE' ? 'above' : 'below';
  const patterns: Readonly<Record<SignalRule, string>> = {
    SHIFT: `${count(points, 'point')} in a row ${where} the centre`,
    LONG_RUN: `${count(points, 'point')} in a row ${where} the centre, longer than chance would give,`,
    TREND: `${count(points, 'point')} in a row ${side === 'ABOVE' ? 'rising' : 'falling'}`,
    BEYOND_LIMITS: `${count(points, 'point')} ${side === 'ABOVE' ? 'above the upper' : 'below the lower'} limit`,
    TWO_OF_THREE: `two of three points in a row far ${where} the centre`,
    INNER_THIRD: `${count(points, 'point')} in a row close to the centre, less variation than chance would give,`,
    FEW_CROSSINGS: 'the centre is crossed more seldom than chance would give',
    TOO_FEW_RUNS: 'fewer runs about the centre than chance would give',
    TOO_MANY_RUNS: 'more runs about the centre than chance would give',
  };
  return patterns[rule];
}

function when({ from, to, isOngoing }: SignalStretch, inWords: PeriodInWords): string {
  if (from === to) return isDay(inWords(from)) ? `on ${inWords(from)}` : `in ${inWords(from)}`;
  return isOngoing ? `since ${inWords(from)}` : `from ${inWords(from)} to ${inWords(to)}`;
}

const isDay = (words: string): boolean => /^\d{1,2} /.test(words);

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const count = (amount: number, noun: string): string => `${numbers[amount] ?? amount} ${noun}${amount === 1 ? '' : 's'}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
