import type { ActionStatus, Confidence } from '../actions/action.enums';
import { isOverdue, openStatuses } from '../actions/action.rules';
import { isBetterByRedating, type Rating } from '../actions/rating.rules';
import { ratingSentence } from '../actions/ratingSentence.rules';
import { dateInWords } from '../history/words.rules';
import { daysBetween, type LocalDate } from '../kernel/localDate';
import type { MeetingDecisionKind } from '../meetings/meeting.enums';
import type { AgendaKind } from './agenda.enums';

/** Why something is on an agenda. */
export interface Why {
  readonly kind: AgendaKind;
  readonly why: string;
  readonly sinceOn: LocalDate | null;
}

export interface ActionOnAgenda {
  readonly status: ActionStatus;
  readonly dueOn: LocalDate | null;
  readonly originalDueOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly reviewOn: LocalDate | null;
  readonly redateCount: number;
  readonly impactLevels: readonly number[];
  readonly now: Rating;
  readonly againstOriginal: Rating;
  readonly forecast: Rating;
  /** The latest that was reported; null when none was. */
  readonly confidence: { readonly colour: Confidence; readonly asAtOn: LocalDate } | null;
}

/** Under which headings an action needs the meeting’s eye; red and amber only where no other heading says it already. */
export function whyAction(action: ActionOnAgenda, today: LocalDate): Why[] {
  const named = [...awaiting(action), ...overdue(action, today), ...held(action, today)];
  return [...named, ...(named.length > 0 ? [] : rated(action)), ...redated(action)];
}

function awaiting({ status, completedOn, impactLevels }: ActionOnAgenda): Why[] {
  if (status !== 'COMPLETE_AWAITING_SIGN_OFF') return [];
  const evidence =
    impactLevels.length === 0
      ? 'no evidence yet'
      : `${count(impactLevels.length, 'piece')} of evidence, the highest of impact level ${Math.max(...impactLevels)}`;
  const said = completedOn === null ? 'Said to be done' : `Said to be done on ${dateInWords(completedOn)}`;
  return [{ kind: 'AWAITING_SIGN_OFF', why: `${said}; ${evidence}.`, sinceOn: completedOn }];
}

function overdue(action: ActionOnAgenda, today: LocalDate): Why[] {
  const { dueOn, originalDueOn } = action;
  if (dueOn === null || !isOverdue(action, today)) return [];
  const moved = originalDueOn === null || originalDueOn === dueOn ? '' : `; originally due on ${dateInWords(originalDueOn)}`;
  const why = `Due on ${dateInWords(dueOn)}, ${count(daysBetween(dueOn, today), 'day')} ago${moved}.`;
  return [{ kind: 'OVERDUE', why, sinceOn: dueOn }];
}

function held({ status, reviewOn }: ActionOnAgenda, today: LocalDate): Why[] {
  if (status !== 'ON_HOLD' || reviewOn === null || reviewOn >= today) return [];
  return [{ kind: 'HOLD_REVIEW_PASSED', why: `On hold; to be looked at again on ${dateInWords(reviewOn)}.`, sinceOn: reviewOn }];
}

/** What people expect is said as theirs, for it never changes a rating. */
function rated({ status, now, forecast, confidence }: ActionOnAgenda): Why[] {
  if (forecast.colour === 'RED') return [{ kind: 'RATED_RED', why: ratingSentence(forecast), sinceOn: null }];
  if (confidence?.colour === 'RED' && openStatuses.includes(status)) {
    const why = `Confidence was reported as red on ${dateInWords(confidence.asAtOn)}.`;
    return [{ kind: 'CONFIDENCE_RED', why, sinceOn: confidence.asAtOn }];
  }
  return now.colour === 'AMBER' ? [{ kind: 'RATED_AMBER', why: ratingSentence(now), sinceOn: null }] : [];
}

/** Whatever else is said of it, so that no date slips without a word. */
function redated({ status, redateCount, originalDueOn, dueOn, now, againstOriginal }: ActionOnAgenda): Why[] {
  if (originalDueOn === null || dueOn === null) return [];
  const moved = `from ${dateInWords(originalDueOn)} to ${dateInWords(dueOn)}`;
  if (redateCount > 1 && (openStatuses.includes(status) || status === 'COMPLETE_AWAITING_SIGN_OFF')) {
    return [{ kind: 'REDATED_OFTEN', why: `Re-dated ${redateCount} times, ${moved}.`, sinceOn: originalDueOn }];
  }
  if (!isBetterByRedating(now, againstOriginal)) return [];
  const why = `Re-dated ${moved}. Against the original date: ${ratingSentence(againstOriginal)}`;
  return [{ kind: 'BETTER_BY_REDATING', why, sinceOn: originalDueOn }];
}

const count = (number: number, thing: string): string => (number === 1 ? `a ${thing}` : `${number} ${thing}s`);

/** What a subgroup is not shown unless it may decide it. */
const needsDelegation: Partial<Record<AgendaKind, MeetingDecisionKind>> = {
  AWAITING_SIGN_OFF: 'ACCEPT_COMPLETION',
  DATE_CHANGE_REQUESTED: 'REVISE_DATE',
  ESCALATED: 'ESCALATE_TO_COG',
};

export function isForBody(kind: AgendaKind, subgroup: { readonly delegated: readonly MeetingDecisionKind[] } | null): boolean {
  const needed = needsDelegation[kind];
  return subgroup === null || needed === undefined || subgroup.delegated.includes(needed);
}

/** Decisions first, then what slips, then what stands still or moves, then what people put there. */
export const agendaOrder: readonly AgendaKind[] = [
  ...([
    'AWAITING_SIGN_OFF',
    'DATE_CHANGE_REQUESTED',
    'ESCALATED',
    'OVERDUE',
    'RATED_RED',
    'CONFIDENCE_RED',
    'RATED_AMBER',
  ] as const),
  ...([
    'HOLD_REVIEW_PASSED',
    'REDATED_OFTEN',
    'BETTER_BY_REDATING',
    'NO_RESPONSE',
    'STALLED',
    'SIGNAL',
    'DEFERRED',
    'ADDED',
  ] as const),
];
