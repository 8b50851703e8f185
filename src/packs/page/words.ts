import type { AgendaEntryOfPack } from '../packContent.rules';
import type { Withheld } from '../packThread.rules';
import { calledOf, capitalised, nameOf, stateInWords } from '../packWords.rules';

const agendaKinds: Readonly<Record<string, string>> = {
  AWAITING_SIGN_OFF: 'Awaiting sign-off',
  DATE_CHANGE_REQUESTED: 'New date asked for',
  ESCALATED: 'Before the chief officers',
  OVERDUE: 'Overdue',
  RATED_RED: 'Rated red',
  CONFIDENCE_RED: 'Confidence reported as red',
  RATED_AMBER: 'Rated amber',
  HOLD_REVIEW_PASSED: 'On hold past its review',
  REDATED_OFTEN: 'Re-dated more than once',
  BETTER_BY_REDATING: 'Rated better only because re-dated',
  NO_RESPONSE: 'Finding without a response',
  STALLED: 'Test of change that stands still',
  SIGNAL: 'New signal of a measure',
  DEFERRED: 'Deferred from an earlier meeting',
  ADDED: 'Put on the agenda',
};

export const agendaKindInWords = (kind: string): string => agendaKinds[kind] ?? capitalised(stateInWords(kind));

const byRedating: Readonly<Record<string, string>> = {
  GREEN_BY_REDATING: 'Green only because re-dated',
  GREY_BY_REDATING: 'Grey only because re-dated',
};

export const redatingInWords = (category: string): string | null => byRedating[category] ?? null;

export const isByRedating = (category: string): boolean => category in byRedating;

/** A text, or that there is one which is left out. */
export const textOr = (content: string | null, withheld: Withheld | null | undefined): string =>
  content ?? (withheld ? `[Withheld. ${withheld.sentence}]` : '');

/** What an entry of an agenda is about. */
export function subjectInWords({ subject }: AgendaEntryOfPack): string {
  if (!subject) return 'For discussion';
  if (subject.action) return `Request for a new due date of action ${subject.action.ref}`;
  if (subject.__typename === 'Escalation') return textOr(subject.title ?? null, subject.withheld);
  return nameOf(calledOf(subject));
}

/** Its title, where the reference stands for it already. */
export function titleOf({ subject }: AgendaEntryOfPack): string | null {
  const title = subject?.action ? subject.action.title : subject?.ref ? textOr(calledOf(subject).title, subject.withheld) : null;
  return title !== null && title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
}

/** So that the exceptions stay on one page; the whole text stands with its source. */
const LONGEST_TITLE = 140;

const impactSteps: readonly string[] = [
  'no evidence',
  'an output',
  'reach',
  'changed practice',
  'changed experience or outcome',
  'sustained',
];

/** The highest step of the impact ladder that evidence has reached. */
export function evidenceInWords(levels: readonly number[]): string {
  if (levels.length === 0) return 'None yet';
  const highest = Math.max(...levels);
  return `Level ${highest} of 5: ${impactSteps[highest] ?? ''}`;
}
