import type { RampFacts } from './cycleFacts.rules';
import { isDocumented, isPlanWritten, isSeries } from './cycleRecord.rules';
import type { JudgedCycle, RatioCode, Scope } from './profile.rules';
import { grows, hasRegularData } from './rampRecord.rules';
import { ratioOf, type LeftOutReason, type Ratio } from './ratio.rules';

interface Published {
  readonly numerator: number;
  readonly denominator: number;
  readonly percentage: number;
}

interface Benchmark<S> {
  readonly question: string;
  /** The criterion of ours that asks nearly the same. */
  readonly criterion: RatioCode;
  readonly published: Published;
  readonly unless: (subject: S) => LeftOutReason | null;
  readonly holds: (subject: S) => boolean;
}

const published = (numerator: number, denominator: number, percentage: number): Published => ({
  numerator,
  denominator,
  percentage,
});

const unlessDocumented = ({ cycle }: JudgedCycle): LeftOutReason | null => (isDocumented(cycle) ? null : 'NOT_DOCUMENTED');

const unlessLearning = (judged: JudgedCycle): LeftOutReason | null =>
  unlessDocumented(judged) ?? (isLearningActivity(judged) ? null : 'NO_LEARNING_ACTIVITY');

/** A test of a change or a collection of information; where no intent is stated, a question shows that something was to be learnt. */
const isLearningActivity = ({ cycle: { intent, questionCount } }: JudgedCycle): boolean =>
  intent === null ? questionCount > 0 : intent !== 'IMPLEMENT_CHANGE';

const unlessSeries = (ramp: RampFacts): LeftOutReason | null => (isSeries(ramp) ? null : 'NOT_A_SERIES');

/**
 * McNicholas et al. 2019, BMJ Qual Saf 28:356, table 2, all rounds. The samples nest as theirs do: cycles with a written Plan,
 * of these the documented ones, of these the learning activities; and series. So a cycle still under way counts as not
 * documented, as it did there, and days do not matter for being documented, as they do for F1.
 */
const ofCycles = {
  ALL_STAGES_DOCUMENTED: {
    question: 'Are all four stages written?',
    criterion: 'F1',
    published: published(299, 421, 71),
    unless: ({ cycle }) => (isPlanWritten(cycle) ? null : 'PLAN_NOT_WRITTEN'),
    holds: ({ cycle }) => isDocumented(cycle),
  },
  STUDY_AFTER_THE_FACT: {
    // They ask for the past tense, as a sign that the test took place; a record shows that by its days.
    question:
      'Was Study written once the test had been carried out, which can fail here only for a day not known, since a day out of order is refused?',
    criterion: 'F2',
    published: published(253, 299, 84.6),
    unless: unlessDocumented,
    holds: ({ cycle: { doEndedOn, studiedOn } }) => doEndedOn !== null && studiedOn !== null && doEndedOn <= studiedOn,
  },
  LEARNING_ACTIVITY: {
    question: 'Does it test a change or collect information?',
    criterion: 'F3',
    published: published(294, 299, 98.3),
    unless: unlessDocumented,
    holds: isLearningActivity,
  },
  EXPLICIT_PREDICTION: {
    question: 'Is a prediction written?',
    criterion: 'F4',
    published: published(36, 294, 12.2),
    unless: unlessLearning,
    holds: ({ cycle }) => cycle.predictions.length > 0,
  },
  WITHIN_A_SERIES: {
    question: 'Is it one of at least two documented cycles of its ramp?',
    criterion: 'F8',
    published: published(163, 299, 54.5),
    unless: unlessDocumented,
    holds: ({ ramp }) => isSeries(ramp),
  },
} as const satisfies Record<string, Benchmark<JudgedCycle>>;

const ofSeries = {
  INCREASING_SCALE: {
    question: 'Do its tests grow in scale?',
    criterion: 'F11',
    published: published(19, 64, 29.7),
    unless: unlessSeries,
    holds: grows,
  },
  REGULAR_DATA: {
    question: 'Does it use regular data over time?',
    criterion: 'F14',
    published: published(29, 64, 45.3),
    unless: unlessSeries,
    holds: hasRegularData,
  },
} as const satisfies Record<string, Benchmark<RampFacts>>;

export type PublishedCode = keyof typeof ofCycles | keyof typeof ofSeries;

const benchmarks: Readonly<Record<PublishedCode, { readonly question: string }>> = { ...ofCycles, ...ofSeries };

/** What each ratio asks, in the order of the table. */
export const publishedQuestions = Object.fromEntries(
  Object.entries(benchmarks).map(([code, { question }]) => [code, question]),
) as Readonly<Record<PublishedCode, string>>;

export interface PublishedRatio extends Ratio {
  readonly code: PublishedCode;
  readonly question: string;
  readonly criterion: RatioCode;
  readonly unit: 'CYCLE' | 'RAMP';
  /** What 421 cycles of 39 teams gave; for comparison, not as a mark to reach. */
  readonly published: Published;
}

/** The seven ratios, in the order of the table. */
export const publishedRatios = ({ cycles, ramps }: Scope): PublishedRatio[] => [
  ...compare(ofCycles, 'CYCLE', cycles),
  ...compare(ofSeries, 'RAMP', ramps),
];

function compare<S extends { readonly id: string }, K extends PublishedCode>(
  benchmarks: Readonly<Record<K, Benchmark<S>>>,
  unit: PublishedRatio['unit'],
  subjects: readonly S[],
): PublishedRatio[] {
  const each = Object.entries<Benchmark<S>>(benchmarks) as [K, Benchmark<S>][];
  return each.map(([code, { question, criterion, published, unless, holds }]) => ({
    code,
    question,
    criterion,
    unit,
    published,
    ...ratioOf(subjects, unless, holds),
  }));
}
