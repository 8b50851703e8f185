import { median } from '../charts/median';
import { meaningOf } from '../charts/signalStretches';
import { standing } from '../charts/standing';
import type { LocalDate } from '../kernel/localDate';
import { dayInWords } from '../kernel/period';
import { chartOf, type ChartBasis } from '../measures/measureChart.rules';
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
 * against a frozen baseline may. The period in which the test began belongs to neither side.
 */
export function attributionOf(basis: ChartBasis, test: TestTime, others: readonly TestTime[], today: LocalDate): Attribution {
  const counted = basis.figures.filter(
    ({ value, periodStart }) =>
      value !== null && !basis.marks.some(({ kind, markedOn }) => kind === 'EXCLUSION' && markedOn === periodStart),
  );
  const before = counted.filter(({ periodEnd }) => periodEnd < test.fromOn);
  const after = counted.filter(({ periodStart }) => periodStart >= test.fromOn);
  const signal = signalSince(basis, before.at(-1)?.periodStart ?? null, today);
  const cautions = [
    ...(signal && beganBefore(basis, String(signal.from), test) ? [early(test)] : []),
    ...overlaps(test, others, today),
    ...redefined(basis, before[0]?.periodStart ?? test.fromOn),
    ...tooFew(before.length, after.length),
  ];
  return {
    verdict: signal ? (cautions.length > 0 ? 'DOUBTFUL' : 'PLAUSIBLE') : 'NO_CHANGE',
    meaning: signal && meaningOf(signal.side, signal.direction),
    before: { points: before.length, median: median(before.flatMap(({ value }) => value ?? [])) },
    after: { points: after.length, median: median(after.flatMap(({ value }) => value ?? [])) },
    cautions,
  };
}

function signalSince(basis: ChartBasis, baselineEndOn: LocalDate | null, today: LocalDate) {
  if (baselineEndOn === null) return null;
  const measure = { ...basis.measure, rebaseSide: null, centreLine: null };
  const marks = basis.marks.filter(({ kind }) => kind !== 'PHASE');
  const { analysis, direction } = chartOf({ ...basis, measure, marks }, { baselineEndOn }, today);
  const { signal } = standing(analysis, direction);
  return signal && { ...signal, direction };
}

function beganBefore({ figures }: ChartBasis, from: string, { fromOn }: TestTime): boolean {
  const first = figures.find(({ periodStart }) => periodStart === from);
  return first !== undefined && first.periodEnd < fromOn;
}

const early = ({ label, fromOn }: TestTime): Caution => ({
  code: 'SIGNAL_BEFORE_TEST',
  sentence: `The signal began before ${label} did on ${dayInWords(fromOn)}.`,
});

function overlaps(test: TestTime, others: readonly TestTime[], today: LocalDate): Caution[] {
  const end = ({ toOn }: TestTime): LocalDate => toOn ?? today;
  const meanwhile = others.filter((other) => other.fromOn <= end(test) && end(other) >= test.fromOn);
  if (meanwhile.length === 0) return [];
  const names = meanwhile.map(({ label }) => label).join(', ');
  return [{ code: 'TESTS_OVERLAP', sentence: `Other tests ran at the same time as ${test.label}: ${names}.` }];
}

function redefined({ definitions, figures }: ChartBasis, from: LocalDate): Caution[] {
  const last = figures.at(-1)?.periodStart ?? from;
  const changes = definitions.filter(({ effectiveFrom }) => effectiveFrom > from && effectiveFrom <= last);
  return changes.map(({ effectiveFrom }) => ({
    code: 'DEFINITION_CHANGED',
    sentence: `What is counted changed on ${dayInWords(effectiveFrom)}, so figures before and after do not compare.`,
  }));
}

function tooFew(before: number, after: number): Caution[] {
  const short = [
    ...(before < LEAST_BEFORE ? [`${before} before (at least ${LEAST_BEFORE} are needed)`] : []),
    ...(after < LEAST_AFTER ? [`${after} after (at least ${LEAST_AFTER} are needed)`] : []),
  ];
  return short.length === 0 ? [] : [{ code: 'TOO_FEW_POINTS', sentence: `There are too few figures: ${short.join(' and ')}.` }];
}
