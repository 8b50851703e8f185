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
  if (subject.action) return `New due date of action ${subject.action.ref}`;
  if (subject.__typename === 'Escalation') {
    const question = textOr(subject.title ?? null, subject.withheld);
    return subject.decided ? `${nameOf(calledOf(subject.decided.subject))}: ${question}` : question;
  }
  return nameOf(calledOf(subject));
}

/** Its title, where the reference stands for it already. */
export function titleOf({ subject }: AgendaEntryOfPack): string | null {
  if (subject?.action) return subject.action.title;
  return subject?.ref ? textOr(calledOf(subject).title, subject.withheld) : null;
}

/** A text of so many characters at most; a sign that takes two places is not cut in half. */
export const cutTo = (longest: number, content: string): string =>
  content.length <= longest
    ? content
    : `${content
        .slice(0, longest - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;

/** The ladder of impact, from level 0 up. */
export const impactSteps: readonly string[] = [
  'nothing to show',
  'an output is there',
  'it reaches people',
  'practice changed',
  'the experience or outcome of children and families changed',
  'it was sustained',
];

/** The highest step of the impact ladder that evidence has reached. */
export function evidenceInWords(levels: readonly number[]): string {
  if (levels.length === 0) return 'None yet';
  const highest = Math.max(...levels);
  return `Level ${highest} of 5: ${impactSteps[highest] ?? ''}`;
}
