import { addDays, daysBetween, type LocalDate } from '../kernel/localDate';
import type { ActionStatus, ConfidenceBasis } from './action.enums';
import type { BlueFrom, RatingCategory, RatingColour, RatingReason } from './rating.enums';

/** The numbers a committee has agreed for its ratings. */
export interface LegendRules {
  readonly blueFrom: BlueFrom;
  /** So many days before the date it counts as near. */
  readonly amberDays: number;
  /** After so many days without a sign of progress an action counts as quiet. */
  readonly quietDays: number;
  /** So many days after the date an action is amber before it is red. */
  readonly graceDays: number;
}

/** What a rating rests on. The due date in force is not among it: the date to hold an action against is given apart. */
export interface RatedFacts {
  readonly status: ActionStatus;
  readonly completedOn: LocalDate | null;
  readonly reviewOn: LocalDate | null;
  /** The last day of which anything is known: a report, a milestone, evidence, the start. */
  readonly lastProgressOn: LocalDate | null;
  readonly isBlocked: boolean;
  /** The due dates of milestones that are still to be reached. */
  readonly openMilestones: readonly LocalDate[];
  /** The latest due date of the actions that must be done first and are not. */
  readonly waitsUntilOn: LocalDate | null;
}

export interface RatingQuestion {
  readonly today: LocalDate;
  readonly basis: ConfidenceBasis;
  readonly legend: LegendRules;
}

export interface Rating {
  readonly colour: RatingColour;
  readonly reason: RatingReason;
  /** Days past the date, below 0 while it is to come; null for an action without a date. */
  readonly daysPast: number | null;
}

interface Case extends RatedFacts, RatingQuestion {
  readonly date: LocalDate;
  readonly daysPast: number;
  readonly isNear: boolean;
  readonly isQuiet: boolean;
  readonly isForecast: boolean;
}

interface Rule {
  readonly reason: RatingReason;
  readonly colour: RatingColour;
  applies(of: Case): boolean;
}

const has =
  (...statuses: readonly ActionStatus[]) =>
  ({ status }: Case): boolean =>
    statuses.includes(status);

/** Settled, whatever the date says. */
const settled: readonly Rule[] = [
  { reason: 'NOT_APPROVED', colour: 'GREY', applies: has('DRAFT', 'PROPOSED') },
  { reason: 'STOPPED', colour: 'GREY', applies: has('STOPPED') },
  { reason: 'SUPERSEDED', colour: 'GREY', applies: has('SUPERSEDED') },
  { reason: 'EMBEDDED', colour: 'BLUE', applies: has('EMBEDDED') },
  {
    reason: 'SIGNED_OFF_NOT_EMBEDDED',
    colour: 'GREEN',
    applies: (of) => of.status === 'SIGNED_OFF' && of.legend.blueFrom === 'EMBEDDED',
  },
  { reason: 'SIGNED_OFF', colour: 'BLUE', applies: has('SIGNED_OFF') },
];

const isSaidToBeDone = has('COMPLETE_AWAITING_SIGN_OFF');

const saidToBeDone: readonly Rule[] = [
  {
    reason: 'SAID_TO_BE_DONE',
    colour: 'BLUE',
    applies: (of) => isSaidToBeDone(of) && of.legend.blueFrom === 'COMPLETE_AWAITING_SIGN_OFF',
  },
  {
    reason: 'DONE_LATE',
    colour: 'AMBER',
    applies: (of) => isSaidToBeDone(of) && (of.completedOn ?? of.today) > of.date,
  },
  { reason: 'DONE_IN_TIME', colour: 'GREEN', applies: isSaidToBeDone },
];

const late: readonly Rule[] = [
  { reason: 'OVERDUE', colour: 'RED', applies: (of) => of.daysPast > of.legend.graceDays },
  { reason: 'JUST_OVERDUE', colour: 'AMBER', applies: (of) => of.daysPast > 0 },
];

/** What is recorded already says that the date cannot be kept. */
const forecast: readonly Rule[] = [
  {
    reason: 'HELD_PAST_DATE',
    colour: 'RED',
    applies: (of) => of.isForecast && of.status === 'ON_HOLD' && (of.reviewOn ?? of.date) >= of.date,
  },
  {
    reason: 'MILESTONE_PAST_DATE',
    colour: 'RED',
    applies: (of) => of.isForecast && of.openMilestones.some((dueOn) => dueOn > of.date),
  },
  {
    reason: 'WAITS_PAST_DATE',
    colour: 'RED',
    applies: (of) => of.isForecast && of.waitsUntilOn !== null && of.waitsUntilOn > of.date,
  },
];

const underWay: readonly Rule[] = [
  {
    reason: 'HOLD_REVIEW_PASSED',
    colour: 'AMBER',
    applies: (of) => of.status === 'ON_HOLD' && of.reviewOn !== null && of.reviewOn < of.today,
  },
  { reason: 'ON_HOLD', colour: 'GREY', applies: has('ON_HOLD') },
  { reason: 'REOPENED', colour: 'AMBER', applies: has('REOPENED') },
  { reason: 'NOT_STARTED_NEAR_DATE', colour: 'AMBER', applies: (of) => of.status === 'APPROVED' && of.isNear },
  { reason: 'NOT_STARTED', colour: 'GREY', applies: has('APPROVED') },
  { reason: 'BLOCKED', colour: 'AMBER', applies: (of) => of.isBlocked },
  { reason: 'MILESTONE_LATE', colour: 'AMBER', applies: (of) => of.openMilestones.some((dueOn) => dueOn < of.today) },
  { reason: 'QUIET_NEAR_DATE', colour: 'AMBER', applies: (of) => of.isNear && of.isQuiet },
  { reason: 'ON_TRACK', colour: 'GREEN', applies: () => true },
];

/** In this order; the first rule that applies gives the colour. */
export const ratingRules: readonly Rule[] = [...settled, ...saidToBeDone, ...late, ...forecast, ...underWay];

/** How an action stands against a date: the original one, or the one in force. */
export function rate(facts: RatedFacts, date: LocalDate | null, question: RatingQuestion): Rating {
  const { today, basis, legend } = question;
  // Only what is not approved may be without a date, and its colour does not depend on one.
  const heldTo = date ?? today;
  const daysPast = daysBetween(heldTo, today);
  const of: Case = {
    ...{ ...facts, ...question, date: heldTo, daysPast },
    isNear: daysPast >= -legend.amberDays,
    isQuiet: facts.lastProgressOn === null || addDays(facts.lastProgressOn, legend.quietDays) < today,
    isForecast: basis === 'FORECAST_TO_DUE_DATE',
  };
  const rule = ratingRules.find(({ applies }) => applies(of));
  if (!rule) throw new Error('Every action has a rating.');
  return { colour: rule.colour, reason: rule.reason, daysPast: date === null ? null : daysPast };
}

const inColour: Readonly<Record<Exclude<RatingColour, 'GREEN' | 'GREY'>, RatingCategory>> = {
  BLUE: 'COMPLETE',
  AMBER: 'AT_RISK',
  RED: 'OFF_TRACK',
};

const trouble: Readonly<Record<RatingColour, number>> = { BLUE: 0, GREEN: 0, GREY: 0, AMBER: 1, RED: 2 };

/** Only another date can make the two differ, so what is better is so only because the date was moved. */
export const isBetterByRedating = (now: Rating, againstOriginal: Rating): boolean =>
  trouble[now.colour] < trouble[againstOriginal.colour];

/** What both ratings say together. */
export function categoryOf(now: Rating, againstOriginal: Rating): RatingCategory {
  const isByRedating = isBetterByRedating(now, againstOriginal);
  if (now.colour === 'GREEN') return isByRedating ? 'GREEN_BY_REDATING' : 'ON_TRACK';
  if (now.colour === 'GREY' && isByRedating) return 'GREY_BY_REDATING';
  if (now.colour === 'GREY') return ['STOPPED', 'SUPERSEDED'].includes(now.reason) ? 'GIVEN_UP' : 'WAITING';
  return inColour[now.colour];
}
