import { isBlank } from '../kernel/text';
import { isContradicted } from '../cycles/contradiction.rules';
import { isTestable } from '../cycles/predictionOutcome.rules';
import { addDays, type LocalDate } from '../kernel/localDate';
import type { CycleFacts, PredictionFacts, RampFacts } from './cycleFacts.rules';
import { isDocumented, isSeries, unlessBegun, unlessClosed } from './cycleRecord.rules';
import type { LeftOutReason } from './ratio.rules';

export interface FidelitySettings {
  readonly today: LocalDate;
  /** Days that a next cycle may take after ADAPT (d). */
  readonly nextCycleDays: number;
}

export interface CycleCriterion {
  readonly name: string;
  readonly question: string;
  /** Why a cycle does not count, or null when it does. */
  readonly unless: (cycle: CycleFacts, settings: FidelitySettings) => LeftOutReason | null;
  readonly holds: (cycle: CycleFacts, ramp: RampFacts, settings: FidelitySettings) => boolean;
}

/** The criteria that count cycles (features.md, PDSA fidelity). */
export const cycleCriteria = {
  F1: {
    name: 'Documented',
    question: 'Is something written for each of Plan, Do, Study and Act, with its day?',
    unless: unlessClosed,
    holds: (cycle) => isDocumented(cycle) && !daysOf(cycle).includes(null),
  },
  F2: {
    name: 'In order',
    question:
      'Was it planned, begun, ended, studied and acted on in this order, which cannot fail here where all days are known, since a day out of order is refused?',
    unless: (cycle) => unlessClosed(cycle) ?? (daysOf(cycle).includes(null) ? 'DAY_MISSING' : null),
    holds: (cycle) => isAscending(daysOf(cycle)),
  },
  F3: {
    name: 'Asks a question',
    // Every cycle belongs to a change idea, so the question is what can be missing.
    question: 'Does it ask a question about its change idea?',
    unless: unlessBegun,
    holds: ({ questionCount }) => questionCount > 0,
  },
  F4: {
    name: 'Predicts',
    question: 'Does it predict what will happen?',
    unless: unlessBegun,
    holds: ({ predictions }) => predictions.length > 0,
  },
  F5: {
    name: 'Predicted beforehand',
    question: 'Was every prediction recorded before the test began?',
    unless: unlessPredicted,
    holds: (cycle) => cycle.sealedAt !== null && cycle.predictions.every((prediction) => isBeforehand(prediction, cycle)),
  },
  F6: {
    name: 'Prediction can be tested',
    // One is enough: asking it of all would discourage predictions in words.
    question:
      'Does a prediction name a measure, a direction or range, and a day not before the test began, so that data can tell?',
    unless: unlessPredicted,
    holds: ({ predictions, doStartedOn }) => predictions.some((one) => isTestable(one) && !endsBeforeTest(one, doStartedOn)),
  },
  F7: {
    name: 'Compared with the result',
    question: 'Was every prediction compared with what happened, and does no comparison contradict the data?',
    unless: (cycle) => unlessPredicted(cycle) ?? (cycle.studiedOn === null ? 'NOT_STUDIED' : null),
    holds: ({ predictions }) => predictions.every(isHonestlyCompared),
  },
  F8: {
    name: 'Builds on what was learnt',
    // A first cycle has nothing to cite; it counts when a next one cites it.
    question: 'Is it one of at least two documented cycles of its ramp, joined by what was learnt?',
    unless: (cycle) => (isDocumented(cycle) ? null : 'NOT_DOCUMENTED'),
    holds: (cycle, ramp) => isSeries(ramp) && isCited(cycle),
  },
  F9: {
    name: 'Act leads on',
    question: 'After ADAPT, was a next cycle planned in time; after ADOPT or ABANDON, was the reason written?',
    unless: unlessDue,
    holds: (cycle, _ramp, settings) => (cycle.decision === 'ADAPT' ? isFollowedUp(cycle, settings) : !isBlank(cycle.rationale)),
  },
  F12: {
    name: 'One change at a time',
    question: 'Was one change tested, and not several at once?',
    unless: (cycle) => unlessBegun(cycle) ?? (cycle.changesAtOnce === null ? 'CHANGES_UNSAID' : null),
    holds: ({ changesAtOnce }) => changesAtOnce === 1,
  },
  F20: {
    name: 'The unexpected answered',
    question: 'Has someone said whether anything unexpected was seen, "none seen" included?',
    unless: (cycle) => unlessBegun(cycle) ?? (cycle.doEndedOn === null ? 'DO_NOT_ENDED' : null),
    holds: ({ unexpectedSeen }) => unexpectedSeen !== null,
  },
} as const satisfies Record<string, CycleCriterion>;

const daysOf = ({ plannedOn, doStartedOn, doEndedOn, studiedOn, actedOn }: CycleFacts): (LocalDate | null)[] => [
  plannedOn,
  doStartedOn,
  doEndedOn,
  studiedOn,
  actedOn,
];

const isAscending = (days: readonly (LocalDate | null)[]): boolean =>
  days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= (day ?? ''));

function unlessPredicted(cycle: CycleFacts): LeftOutReason | null {
  return unlessBegun(cycle) ?? (cycle.predictions.length === 0 ? 'NO_PREDICTION' : null);
}

/** On the day of the start itself only the seal shows the order, and a start recorded later sealed nothing in time. */
const isBeforehand = ({ recordedOn }: PredictionFacts, { doStartedOn, recordedAfterTheFact }: CycleFacts): boolean =>
  doStartedOn !== null && (recordedOn < doStartedOn || (recordedOn === doStartedOn && !recordedAfterTheFact));

/** No figure of the test can come by such a day. */
const endsBeforeTest = ({ horizonOn }: PredictionFacts, doStartedOn: LocalDate | null): boolean =>
  horizonOn !== null && doStartedOn !== null && horizonOn < doStartedOn;

const isHonestlyCompared = ({ verdict, dataSay }: PredictionFacts): boolean =>
  verdict !== null && !isContradicted(verdict, dataSay);

const isCited = ({ predecessorIds, learnedFromPrevious, successors }: CycleFacts): boolean =>
  predecessorIds.length > 0 ? !isBlank(learnedFromPrevious) : successors.some((next) => !isBlank(next.learnedFromPrevious));

function unlessDue(cycle: CycleFacts, settings: FidelitySettings): LeftOutReason | null {
  if (cycle.decision === null) return cycle.status === 'CANCELLED' ? 'CANCELLED' : 'NOT_DECIDED';
  if (cycle.decision !== 'ADAPT') return null;
  if (cycle.actedOn === null) return 'DAY_MISSING';
  const isOpen = settings.today <= addDays(cycle.actedOn, settings.nextCycleDays);
  return isOpen && !isFollowedUp(cycle, settings) ? 'NEXT_CYCLE_NOT_DUE' : null;
}

const isFollowedUp = ({ actedOn, successors }: CycleFacts, { nextCycleDays }: FidelitySettings): boolean =>
  actedOn !== null && successors.some(({ plannedOn }) => plannedOn !== null && plannedOn <= addDays(actedOn, nextCycleDays));
