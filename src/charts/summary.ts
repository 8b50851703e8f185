import type { AnalysedPhase, AnalysedPoint, Analysis } from './analysisTypes';
import { type Cadence, cadenceNoun, cadenceOf } from './cadence';
import { enoughForLimits, enoughForMedian } from './constants';
import { patternsOf } from './patterns';
import { type Manner, patternWords, verdictWords } from './patternWords';
import { phaseSignalWords } from './phaseSignalWords';
import { plainNumber, withUnit } from './plainNumber';
import { atPeriod, plainPeriod } from './plainPeriod';
import type { ImprovementDirection } from './types';
import { isOfSpread, verdictOf } from './verdict';
import { counted } from './warnings';

export interface SummaryContext {
  readonly direction: ImprovementDirection;
  readonly unit?: string | null;
  /** How far apart the periods lie; read from the periods when it is not given. */
  readonly cadence?: Cadence | null;
  /** The phases came from automatic rebasing, so that a new phase is itself a signal. */
  readonly automaticRebase?: boolean;
}

interface Subject {
  readonly analysis: Analysis;
  readonly context: SummaryContext;
  readonly cadence: Cadence;
  readonly phase: AnalysedPhase;
  /** The points of the phase that have a value and count. */
  readonly points: readonly AnalysedPoint[];
  readonly manner: Manner;
}

/** One plain sentence about the newest phase that has values: its newest and strongest signal first. */
export function summarise(analysis: Analysis, context: SummaryContext): string {
  const cadence = context.cadence ?? cadenceOf(analysis.points.map(({ period }) => period));
  const nothing = nothingToTell(analysis, cadence);
  if (nothing !== null) return sentence(nothing);
  const { kind } = analysis.provenance;
  const newest = analysis.points.findLast(counts)?.phase;
  const phase = analysis.phases.find(({ number }) => number === newest);
  if (!phase) return sentence('nothing can be told from these points');
  const points = analysis.points.filter((point) => point.phase === phase.number && counts(point));
  const manner: Manner = { isRunChart: kind === 'RUN', isOfSpread: isOfSpread(kind) };
  const subject: Subject = { analysis, context, cadence, phase, points, manner };
  return sentence(silent(subject) ?? tooFew(subject) ?? unreadable(subject) ?? signals(subject) ?? noSignal(subject));
}

const counts = ({ value, included }: AnalysedPoint): boolean => value !== null && included;
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function nothingToTell({ points }: Analysis, cadence: Cadence): string | null {
  if (points.length === 0) return 'there are no points yet';
  if (points.some(counts)) return null;
  if (points.some(({ value }) => value !== null)) return 'every value is excluded, so nothing can be told';
  return `no value has been recorded in ${counted(points.length, cadenceNoun[cadence])}`;
}

function silent(subject: Subject): string | null {
  if (subject.analysis.provenance.ruleSet !== 'NONE') return null;
  return `no rules are asked of these ${counted(subject.points.length, cadenceNoun[subject.cadence])}${centre(subject)}`;
}

function tooFew(subject: Subject): string | null {
  const { analysis, context, phase, points, manner } = subject;
  const needed = manner.isRunChart ? enoughForMedian : enoughForLimits;
  const isGiven = analysis.provenance.givenCentreLine !== null && manner.isRunChart;
  const isRebased = context.automaticRebase === true && phase.number > 1;
  if (isGiven || isRebased || phase.baselineValues >= needed) return null;
  const few = `${phase.baselineValues} of the ${needed} needed`;
  const [pattern] = patternsOf(points);
  if (pattern) return `too few points to be sure${since(subject)}: ${few}; so far ${patternWords(pattern, subject.cadence)}`;
  return `too few points to tell${since(subject)}: ${few}`;
}

function unreadable(subject: Subject): string | null {
  const { analysis, phase, points, context } = subject;
  const [first] = points;
  if (first && points.every(({ value }) => value === first.value)) {
    const [count, value] = [counted(points.length, 'value'), withUnit(first.value ?? 0, context.unit)];
    return `${points.length > 1 ? `all ${count} are` : `the only value is`} ${value}, so no signal can be told`;
  }
  const isAbout = (code: string): boolean =>
    analysis.warnings.some((warning) => warning.code === code && warning.phase === phase.number);
  if (isAbout('ZERO_WIDTH_LIMITS')) return `the limits have no width, so no signal can be read from them${centre(subject)}`;
  return null;
}

/** A second signal is told only when it is of another kind or says something else. */
function signals(subject: Subject): string | null {
  const { analysis, context, cadence, phase, points, manner } = subject;
  const { kind } = analysis.provenance;
  const [first, ...others] = patternsOf(points);
  if (!first) return phaseSignalWords(phase, manner) ?? rebased(subject);
  const verdict = verdictOf(first.towards, context.direction, kind);
  const differs = others.find(({ towards, rule }) => towards !== first.towards && rule !== 'INNER_THIRD');
  const also = differs && `; before that, ${patternWords({ ...differs, goesOn: false }, cadence)}`;
  const over = first.goesOn ? '' : '; none since';
  const words = `${patternWords(first, cadence)}: ${verdictWords(verdict, first.rule, manner)}`;
  return words + (differs && endsBefore(differs.points, first.points) ? `${over}${also ?? ''}` : over);
}

function endsBefore(a: readonly AnalysedPoint[], b: readonly AnalysedPoint[]): boolean {
  const [end, start] = [a.at(-1)?.period ?? '', b[0]?.period ?? ''];
  return end < start;
}

/** Automatic rebasing moves the centre only after a signal, which the new centre then hides. */
function rebased(subject: Subject): string | null {
  const { analysis, context, cadence, phase, manner } = subject;
  const before = analysis.phases.find(({ number }) => number === phase.number - 1);
  if (!context.automaticRebase || before?.centre == null || phase.centre === null || before.centre === phase.centre) return null;
  const verdict = verdictOf(phase.centre > before.centre ? 'HIGH' : 'LOW', context.direction, analysis.provenance.kind);
  const [now, then] = [withUnit(phase.centre, context.unit), withUnit(before.centre, context.unit)];
  const words = verdictWords(verdict, 'SHIFT', manner);
  return `a new middle value of ${now} since ${plainPeriod(phase.from, cadence)} (${then} before): ${words}`;
}

function noSignal(subject: Subject): string {
  const { cadence, points, phase, analysis } = subject;
  const noun = cadenceNoun[cadence];
  const isWhole = points.length === analysis.points.filter((point) => point.phase === phase.number).length;
  const stretch = `${counted(points.length, noun)}${isWhole || noun === 'point' ? '' : ' with a value'}`;

  return `no signal of change in ${stretch}${since(subject)}${centre(subject)}`;
}

function since({ phase, cadence }: Subject): string {
  return phase.number === 1 ? '' : ` since the new phase began ${atPeriod(phase.from, cadence)}`;
}

function centre({ analysis, context, phase }: Subject): string {
  if (phase.centre === null) return '';
  const { kind } = analysis.provenance;
  const name = kind === 'RUN' || kind === 'G' ? 'middle value' : 'average';
  const before = analysis.phases.find(({ number }) => number === phase.number - 1)?.centre ?? null;
  const was = before === null || plainNumber(before) === plainNumber(phase.centre) ? '' : ` (${plainNumber(before)} before)`;
  return `; the ${name} is ${withUnit(phase.centre, context.unit)}${was}`;
}
