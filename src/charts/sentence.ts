import type { Analysis } from './analysisTypes';
import { plottedPoints } from './plottedPoints';
import { type Meaning, type SignalRule, type SignalStretch, byProminence, meaningOf } from './signalStretches';
import { leastPoints } from './standing';
import type { ImprovementDirection, Period } from './types';

/** How the periods of a series are said: `one` is "in March 2026", `first` "March 2026", `last` "August 2026". */
export interface PeriodWords {
  one(period: Period): string;
  first(period: Period): string;
  last(period: Period): string;
}

/** Which way was better when this period was counted. */
export type DirectionAt = (period: Period) => ImprovementDirection;

/** The whole chart in one plain sentence, for people and for screen readers. */
export function sentence(
  analysis: Analysis,
  signals: readonly SignalStretch[],
  directionAt: DirectionAt,
  words: PeriodWords,
): string {
  const plotted = plottedPoints(analysis);
  const signal = signalToTell(signals);
  if (!signal) return quietSentence(analysis, words, false);
  if (plotted.length >= leastPoints) return signalSentence(signal, directionAt(signal.from), words);
  return `${capital(pattern(signal))} ${when(signal, words)}, but ${count(plotted.length, 'point')} are too few to tell.`;
}

/** Signals with a direction before those of a phase as a whole; then the latest; then the one people know best. */
function signalToTell(signals: readonly SignalStretch[]): SignalStretch | null {
  const pointed = signals.filter(({ side }) => side !== null);
  const candidates = pointed.length > 0 ? pointed : signals;
  const latest = candidates.at(-1)?.to;
  return candidates.filter(({ to }) => to === latest).sort(byProminence)[0] ?? null;
}

export function signalSentence(signal: SignalStretch, direction: ImprovementDirection, words: PeriodWords): string {
  return `${capital(pattern(signal))} ${when(signal, words)}: ${verdicts[meaningOf(signal.side, direction)]}.`;
}

/**
 * That there is nothing to tell, and no more than is so: "as chance alone would make them vary" is said only where rules were
 * asked of points that differ, and none of them ever signalled.
 * @param hasPassed whether there were signals that are no longer in force
 */
export function quietSentence(analysis: Analysis, words: PeriodWords, hasPassed: boolean): string {
  const plotted = plottedPoints(analysis);
  const first = plotted[0];
  if (!first) return 'There is no figure to plot yet.';
  const points = `${count(plotted.length, 'point')} since ${words.first(first.period)}`;
  if (plotted.length < leastPoints) return `${capital(points)}: too few to tell a signal of change from chance.`;
  if (plotted.every(({ value }) => value === first.value)) return `All ${points} are the same.`;
  if (analysis.provenance.rules.length === 0) return `${capital(points)}; no rules were asked of them.`;
  if (plotted.every(({ position }) => position === null)) return `${capital(points)}; there is no centre line to read them by.`;
  if (hasPassed) return `No signal of change is in force at the end of ${points}.`;
  return `No signal of change in ${points}: they vary as chance alone would make them vary.`;
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

function when({ from, to, isOngoing }: SignalStretch, words: PeriodWords): string {
  if (from === to) return words.one(from);
  return isOngoing ? `since ${words.first(from)}` : `from ${words.first(from)} to ${words.last(to)}`;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const count = (amount: number, noun: string): string => `${numbers[amount] ?? amount} ${noun}${amount === 1 ? '' : 's'}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
