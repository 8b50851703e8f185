import { median } from '../charts/median';
import { meaningOf } from '../charts/signalStretches';
import { standing } from '../charts/standing';
import type { LocalDate } from '../kernel/localDate';
import { dayInWords } from '../kernel/period';
import { chartOf, type ChartBasis } from '../measures/measureChart.rules';
import type { ChartedFigure } from '../measures/periods.rules';
import type { AttributionVerdict, CautionCode, SignalMeaning } from './chart.enums';

/** The time a test ran; null while it has no end. */
export interface TestTime {
  readonly label: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate | null;
}

export interface Stretch {
  /** Figures with a value that count. */
  readonly points: number;
  readonly median: number | null;
}

export interface Caution {
  readonly code: CautionCode;
  readonly sentence: string;
}

/** What may be said of a measure before and after a test began. */
export interface Attribution {
  readonly verdict: AttributionVerdict;
  readonly meaning: SignalMeaning | null;
  readonly before: Stretch;
  readonly after: Stretch;
  readonly cautions: readonly Caution[];
}

/** A baseline has 10 to 12 points, and the shortest shift has 6 (SPEC section 2; Perla, Provost & Murray). */
const LEAST_BEFORE = 10;
const LEAST_AFTER = 6;

/**
 * Judges the figures since a test began by the centre of those before it: a difference of two averages proves nothing, a signal
 * against a frozen baseline may. The period in which the test began belongs to neither side, and only figures under the
 * definition in force when it began are compared.
 */
export function attributionOf(whole: ChartBasis, test: TestTime, others: readonly TestTime[], today: LocalDate): Attribution {
  const { basis, redefinedOn } = underOneDefinition(whole, test);
  const counted = countedFigures(basis);
  const before = counted.filter(({ periodEnd }) => periodEnd < test.fromOn);
  const after = counted.filter(({ periodStart }) => periodStart >= test.fromOn);
  const signal = signalSince(basis, before.at(-1)?.periodStart ?? null, after[0]?.periodStart ?? null, today);
  const began = signal && basis.figures.find(({ periodStart }) => periodStart === signal.from);
  const cautions = [
    ...(began && began.periodEnd < test.fromOn ? [early(test)] : []),
    ...beside(test, others, { today, changedBy: began?.periodEnd ?? null }),
    ...(redefinedOn ? [redefined(redefinedOn)] : []),
    ...tooFew(before.length, after.length),
  ];
  return {
    verdict: verdictOf(signal !== null, cautions.length > 0, before.length > 0 && after.length > 0),
    meaning: signal && signal.meaning,
    before: { points: before.length, median: median(before.flatMap(({ value }) => value ?? [])) },
    after: { points: after.length, median: median(after.flatMap(({ value }) => value ?? [])) },
    cautions,
  };
}

function verdictOf(hasSignal: boolean, hasCautions: boolean, canTell: boolean): AttributionVerdict {
  if (!canTell) return 'CANNOT_TELL';
  if (!hasSignal) return 'NO_CHANGE';
  return hasCautions ? 'DOUBTFUL' : 'PLAUSIBLE';
}

/** The figures counted as when the test began, and the day from which they are counted otherwise. */
function underOneDefinition(basis: ChartBasis, { fromOn }: TestTime): { basis: ChartBasis; redefinedOn: LocalDate | null } {
  const starts = basis.definitions.map(({ effectiveFrom }) => effectiveFrom).sort();
  const since = starts.slice(1).findLast((start) => start <= fromOn) ?? '';
  const until = starts.slice(1).find((start) => start > fromOn) ?? null;
  const figures = basis.figures.filter(({ periodStart }) => periodStart >= since && (until === null || periodStart < until));
  const wasRedefined = until !== null && basis.figures.some(({ periodStart }) => periodStart >= until);
  const definitions = basis.definitions.filter(({ effectiveFrom }) => until === null || effectiveFrom < until);
  return { basis: { ...basis, figures, definitions: definitions.slice(-1) }, redefinedOn: wasRedefined ? until : null };
}

function countedFigures({ figures, marks }: ChartBasis): readonly ChartedFigure[] {
  const excluded = new Set(marks.filter(({ kind }) => kind === 'EXCLUSION').map(({ markedOn }) => markedOn));
  return figures.filter(({ value, periodStart }) => value !== null && !excluded.has(periodStart));
}

/** A signal counts only when it reaches into the time after the test began. */
function signalSince(basis: ChartBasis, baselineEndOn: LocalDate | null, afterOn: LocalDate | null, today: LocalDate) {
  if (baselineEndOn === null || afterOn === null) return null;
  const measure = { ...basis.measure, rebaseSide: null, centreLine: null };
  const marks = basis.marks.filter(({ kind }) => kind !== 'PHASE');
  const { analysis, directionAt } = chartOf({ ...basis, measure, marks }, { baselineEndOn }, today);
  const { signal } = standing(analysis, directionAt(afterOn));
  return signal && signal.to >= afterOn ? { ...signal, meaning: meaningOf(signal.side, directionAt(afterOn)) } : null;
}

const early = ({ label, fromOn }: TestTime): Caution => ({
  code: 'SIGNAL_BEFORE_TEST',
  sentence: `The signal began before ${label} did on ${dayInWords(fromOn)}.`,
});

/** Tests that ran at the same time, and tests that began after it had ended but before the change did. */
function beside(test: TestTime, others: readonly TestTime[], at: { today: LocalDate; changedBy: LocalDate | null }): Caution[] {
  const end = ({ toOn }: TestTime): LocalDate => toOn ?? at.today;
  const meanwhile = others.filter((other) => other.fromOn <= end(test) && end(other) >= test.fromOn);
  const later = others.filter(({ fromOn }) => fromOn > end(test) && at.changedBy !== null && fromOn <= at.changedBy);
  return [
    ...(meanwhile.length > 0 ? [overlap(`Other tests ran at the same time as ${test.label}: ${labels(meanwhile)}.`)] : []),
    ...(later.length > 0 ? [overlap(`Other tests began after ${test.label} and before the change did: ${labels(later)}.`)] : []),
  ];
}

const labels = (tests: readonly TestTime[]): string => tests.map(({ label }) => label).join(', ');
const overlap = (sentence: string): Caution => ({ code: 'TESTS_OVERLAP', sentence });

const redefined = (on: LocalDate): Caution => ({
  code: 'DEFINITION_CHANGED',
  sentence: `What is counted changed on ${dayInWords(on)}; figures from then on do not compare and are left out.`,
});

function tooFew(before: number, after: number): Caution[] {
  const short = [
    ...(before < LEAST_BEFORE ? [`${before} before (at least ${LEAST_BEFORE} are needed)`] : []),
    ...(after < LEAST_AFTER ? [`${after} after (at least ${LEAST_AFTER} are needed)`] : []),
  ];
  return short.length === 0 ? [] : [{ code: 'TOO_FEW_POINTS', sentence: `There are too few figures: ${short.join(' and ')}.` }];
}
