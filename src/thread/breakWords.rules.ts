import type { LocalDate } from '../kernel/localDate';
import { dayInWords } from '../kernel/period';
import type { ThreadBreakKind } from './breakKind.enums';

interface Words {
  /** What is broken, after the name of the row and before the day since when. */
  readonly broken: string;
  /** What mends it, as a sentence to whoever can. */
  readonly nextStep: string;
}

const words: Readonly<Record<ThreadBreakKind, Words>> = {
  FINDING_WITHOUT_ANSWER: {
    broken: 'has had no answer from the committee',
    nextStep: 'Say whether the committee accepts the finding, or to which forum it is taken.',
  },
  FINDING_WITHOUT_RESPONSE: {
    broken: 'is accepted, and no live action has answered it',
    nextStep: 'Approve an action that answers it, or agree with reasons that none is needed.',
  },
  RESPONSE_WITHOUT_LIVE_ACTION: {
    broken: 'has an agreed response without any live action',
    nextStep: 'Approve a new action for it, or reopen it and agree a response that holds.',
  },
  SETTLED_FINDING_WITH_OPEN_ACTION: {
    broken: 'counts as settled, and has had an open action',
    nextStep: 'Reopen the finding, or bring the action to its end.',
  },
  SUPERSEDED_FINDING_WITHOUT_SUCCESSOR: {
    broken: 'was replaced, and no finding has stood for it',
    nextStep: 'Confirm the draft that replaced it, or record a finding that stands.',
  },
  RECOMMENDATION_WITHOUT_ACTION: {
    broken: 'is accepted, and no live action has carried it out',
    nextStep: 'Approve an action that carries it out, or tie one that already does.',
  },
  RECOMMENDATION_ACHIEVED_WITHOUT_IMPACT: {
    broken: 'has been judged achieved without evidence of impact',
    nextStep: 'Add evidence of level 3 or more to an action that carries it out, or judge its progress again.',
  },
  ACTION_WITHOUT_ORIGIN: {
    broken: 'has answered no finding and stated no priority',
    nextStep: 'Tie it to the finding it answers, or propose it as a planned priority with a reason.',
  },
  TEST_OF_CHANGE_WITHOUT_CHANGE_IDEA: {
    broken: 'is to test a change, and has had no change idea to test',
    nextStep: 'Tie the change idea that it tests.',
  },
  ACTION_WITHOUT_MEASURE: {
    broken: 'has had no measure that shows whether it succeeds',
    nextStep: 'Tie a measure that is collected.',
  },
  ACTION_DONE_WITHOUT_IMPACT: {
    broken: 'is done, and has had no evidence of impact',
    nextStep: 'Look for evidence that practice changed, and add it with its level.',
  },
  SUPERSEDED_ACTION_WITHOUT_SUCCESSOR: {
    broken: 'was replaced, and nothing live has taken its place',
    nextStep: 'Approve the action that replaced it, or propose another for the same finding.',
  },
  CHANGE_IDEA_WITHOUT_DRIVER: {
    broken: 'has served no driver of a theory',
    nextStep: 'Say which driver it serves, or abandon it and keep what was learnt.',
  },
  CHANGE_IDEA_WITHOUT_MEASURE: {
    broken: 'is being tested without a measure',
    nextStep: 'Name the measure that will show what the tests do.',
  },
  CYCLE_WITHOUT_MEASURE: {
    broken: 'has run without a measure',
    nextStep: 'Name a measure when the next cycle is planned.',
  },
  ADAPT_WITHOUT_NEXT: {
    broken: 'was to be adapted, and its next cycle has been late',
    nextStep: 'Plan the next cycle from what was learnt.',
  },
  AIM_WITHOUT_OUTCOME_MEASURE: {
    broken: 'has had no outcome measure',
    nextStep: 'Define a measure that shows whether things get better for children and families.',
  },
  MEASURE_WITHOUT_DATA: {
    broken: 'has been due its first figure',
    nextStep: 'Record its figures, or say for each period why there is none; retire it if it is not collected.',
  },
  MEASURE_SILENT: {
    broken: 'has been silent',
    nextStep: 'Record the figures that are late, or retire the measure with the reason.',
  },
};

/** “Finding LR-2024-01/F1 is accepted, and no live action has answered it since 3 September 2024.” */
export const breakSentence = (kind: ThreadBreakKind, name: string, since: LocalDate): string =>
  `${name} ${words[kind].broken} since ${dayInWords(since)}.`;

export const nextStepOf = (kind: ThreadBreakKind): string => words[kind].nextStep;
