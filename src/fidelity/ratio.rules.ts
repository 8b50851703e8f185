/** Why a cycle or ramp does not count towards a criterion, as it is said to people. */
export const leftOutSentences = {
  CANCELLED: 'It was given up before it was started.',
  NOT_BEGUN: 'It has not begun.',
  UNDER_WAY: 'It is still under way.',
  DO_NOT_ENDED: 'Do has not ended.',
  NOT_STUDIED: 'It has not been studied.',
  NOT_DECIDED: 'Nothing has been decided on it.',
  DAY_MISSING: 'A day that is needed was not recorded.',
  PLAN_NOT_WRITTEN: 'Its Plan is not written.',
  NOT_DOCUMENTED: 'Not all of its four stages are written.',
  NO_LEARNING_ACTIVITY: 'It is not there to learn: it makes a change permanent, or asks nothing.',
  NO_PREDICTION: 'It has no prediction.',
  NOTHING_COMPARED: 'None of its predictions has been compared with what happened.',
  CHANGES_UNSAID: 'Nobody has said how many changes were tested at once.',
  NEXT_CYCLE_NOT_DUE: 'The days allowed for planning a next cycle have not passed.',
  NO_NEXT_CYCLE: 'No next cycle has been planned.',
  NO_TEST_BEGUN: 'None of its tests has begun.',
  SCALE_UNSAID: 'The scale of its first test is not stated.',
  ONE_SCALE: 'Fewer than two of its tests state their scale.',
  NOT_A_SERIES: 'Fewer than two of its cycles are documented.',
  NO_MEASURE: 'It has no measure.',
  NO_FIGURES: 'Its measures have no figures.',
} as const;

export type LeftOutReason = keyof typeof leftOutSentences;

export interface LeftOut {
  /** Of a cycle or a ramp, whichever the criterion counts. */
  readonly id: string;
  readonly reason: LeftOutReason;
}

export type Percentage = number | 'NOT_APPLICABLE';

export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly percentage: Percentage;
  readonly leftOut: readonly LeftOut[];
}

/** One decimal, halves away from zero. Counted in whole numbers, so that no half is lost to binary fractions. */
export const percentageOf = (numerator: number, denominator: number): Percentage =>
  denominator === 0 ? 'NOT_APPLICABLE' : Math.floor((2000 * numerator + denominator) / (2 * denominator)) / 10;

export interface Subject {
  readonly id: string;
}

/** Those that count, and those left out, each with its reason, in the order given. */
export function divide<S extends Subject>(
  subjects: readonly S[],
  unless: (subject: S) => LeftOutReason | null,
): { counted: readonly S[]; leftOut: readonly LeftOut[] } {
  const judged = subjects.map((subject) => ({ subject, reason: unless(subject) }));
  return {
    counted: judged.flatMap(({ subject, reason }) => (reason ? [] : [subject])),
    leftOut: judged.flatMap(({ subject: { id }, reason }) => (reason ? [{ id, reason }] : [])),
  };
}

export function ratioOf<S extends Subject>(
  subjects: readonly S[],
  unless: (subject: S) => LeftOutReason | null,
  holds: (subject: S) => boolean,
): Ratio {
  const { counted, leftOut } = divide(subjects, unless);
  const numerator = counted.filter(holds).length;
  return { numerator, denominator: counted.length, percentage: percentageOf(numerator, counted.length), leftOut };
}
