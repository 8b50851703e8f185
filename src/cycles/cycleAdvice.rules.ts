import { isBlank } from '../kernel/text';
import type { CycleDecision } from './cycle.enums';

/** What the method asks for and the record lacks: said to the person, never in their way (domain.md §10.2). */
export const adviceSentences = {
  NO_OBJECTIVE: 'Say what this cycle is to find out.',
  NO_QUESTION: 'Write down at least one question that this cycle is to answer.',
  QUESTION_WITHOUT_PREDICTION: 'Answer each question in advance: a prediction is what you learn from.',
  NO_TASK: 'Say what is to be done, by whom, when and where.',
  TASK_INCOMPLETE: 'Say for each task who does it, when and where.',
  NO_DATA_PLAN: 'Say which data will be collected, how and by whom.',
  LEARNT_UNSAID: 'Say what it takes up from what the cycles before it taught.',
  LARGER_THAN_SUGGESTED: 'Belief, cost of failure and readiness suggest a smaller test.',
  AS_PLANNED_UNSAID: 'Say whether it was carried out as planned.',
  NO_OBSERVATION: 'Write down what was seen, the problems and the unexpected included.',
  PREDICTION_NOT_COMPARED: 'Compare what happened with each prediction.',
  NO_LEARNING: 'Write down what was learnt.',
  NO_RATIONALE: 'Say why this was decided.',
  ADAPT_WITHOUT_NEXT_CYCLE: 'Plan the next cycle, starting from this one.',
  ADOPT_WITHOUT_NEXT_STEP: 'Say at which scale to test next, or how the change will be implemented.',
} as const;

export type CycleAdviceCode = keyof typeof adviceSentences;

/** Advice that may be made binding before a stage; the rest stays advice whatever a committee chooses (domain.md §10.2). */
const alwaysAdvice: readonly CycleAdviceCode[] = ['LEARNT_UNSAID', 'LARGER_THAN_SUGGESTED'];

export const guardsIn = (codes: readonly CycleAdviceCode[]): CycleAdviceCode[] =>
  codes.filter((code) => !alwaysAdvice.includes(code));

type Finding = readonly [isMissing: boolean, code: CycleAdviceCode];
const missing = (...findings: readonly Finding[]): CycleAdviceCode[] => findings.flatMap(([is, code]) => (is ? [code] : []));
export interface PlanFacts {
  readonly objective: string | null;
  /** How many predictions each question has. */
  readonly predictionCounts: readonly number[];
  readonly tasks: readonly {
    readonly who: string | null;
    readonly whenOn: string | null;
    readonly whenText: string | null;
    readonly place: string | null;
  }[];
  readonly plannedDataCount: number;
  readonly predecessorCount: number;
  readonly learnedFromPrevious: string | null;
  readonly isLargerThanSuggested: boolean;
}

export const planAdvice = (plan: PlanFacts): CycleAdviceCode[] => {
  const { objective, predictionCounts, tasks, plannedDataCount } = plan;
  return missing(
    [isBlank(objective), 'NO_OBJECTIVE'],
    [predictionCounts.length === 0, 'NO_QUESTION'],
    [predictionCounts.includes(0), 'QUESTION_WITHOUT_PREDICTION'],
    [tasks.length === 0, 'NO_TASK'],
    [tasks.some(({ who, whenOn, whenText, place }) => !who || !(whenOn ?? whenText) || !place), 'TASK_INCOMPLETE'],
    [plannedDataCount === 0, 'NO_DATA_PLAN'],
    [plan.predecessorCount > 0 && isBlank(plan.learnedFromPrevious), 'LEARNT_UNSAID'],
    [plan.isLargerThanSuggested, 'LARGER_THAN_SUGGESTED'],
  );
};

export interface DoFacts {
  readonly carriedOutAsPlanned: boolean | null;
  readonly observationCount: number;
}

export const doAdvice = ({ carriedOutAsPlanned, observationCount }: DoFacts): CycleAdviceCode[] =>
  missing([carriedOutAsPlanned === null, 'AS_PLANNED_UNSAID'], [observationCount === 0, 'NO_OBSERVATION']);

export interface StudyFacts {
  readonly learning: string | null;
  readonly predictionCount: number;
  readonly comparisonCount: number;
}

export const studyAdvice = ({ learning, predictionCount, comparisonCount }: StudyFacts): CycleAdviceCode[] =>
  missing([comparisonCount < predictionCount, 'PREDICTION_NOT_COMPARED'], [isBlank(learning), 'NO_LEARNING']);

export interface ActFacts {
  readonly decision: CycleDecision | null;
  readonly rationale: string | null;
  readonly nextStep: string | null;
  readonly successorCount: number;
}

export const actAdvice = ({ decision, rationale, nextStep, successorCount }: ActFacts): CycleAdviceCode[] =>
  missing(
    [isBlank(rationale), 'NO_RATIONALE'],
    [decision === 'ADAPT' && successorCount === 0, 'ADAPT_WITHOUT_NEXT_CYCLE'],
    [decision === 'ADOPT' && isBlank(nextStep), 'ADOPT_WITHOUT_NEXT_STEP'],
  );
