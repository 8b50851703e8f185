import { fragment, text, type Markup } from '../../pictures/markup';
import type { PackContent } from '../packContent.rules';
import { dayOr, lines, section, table, type Column } from './html';
import { agendaKindInWords, subjectInWords, titleOf } from './words';

/** Something on the agenda in words, with its place there. */
export interface Entry {
  readonly number: number;
  readonly subject: string;
  readonly title: string | null;
  readonly kind: string;
  readonly why: string;
  readonly since: string;
}

export const entriesOf = ({ about }: PackContent): Entry[] =>
  about.meeting.agenda.entries.map((entry, place) => ({
    number: place + 1,
    subject: `${place + 1}. ${subjectInWords(entry)}`,
    title: titleOf(entry),
    kind: agendaKindInWords(entry.kind),
    why: entry.why ?? '[Withheld.]',
    since: dayOr(entry.sinceOn, ''),
  }));

export const agendaColumns = {
  what: { name: 'What', cell: ({ subject, title }) => lines(subject, title) },
  why: { name: 'Why it is here', cell: ({ kind, why }) => lines(kind, why) },
  since: { name: 'Since', cell: ({ since }) => text(since) },
} satisfies Record<string, Column<Entry>>;

export const placeOnAgenda = ({ number }: Entry): string => `agenda-${number}`;

/** All of the agenda, each text whole. */
export function wholeAgenda(content: PackContent): Markup {
  const entries = entriesOf(content);
  if (!isShortened(entries)) return fragment([]);
  const { what, why, since } = agendaColumns;
  return section('agenda', 'The agenda in full', [table('By exception', [what, why, since], entries, placeOnAgenda)]);
}

/*
 * What fits on the first sheet when every row is as long as it may be: three lines of some 45 characters in each of the first two
 * columns, beside the head of the pack. It goes with the widths and heights in style.ts.
 */
export const ON_FIRST_PAGE = 9;
export const LONGEST = { subject: 110, title: 80, why: 85 } as const;

export const isLong = ({ subject, title, why }: Entry): boolean =>
  subject.length > LONGEST.subject || (title?.length ?? 0) > LONGEST.title || why.length > LONGEST.why;

/** Whether the first page leaves something of the agenda to a part of its own. */
export const isShortened = (entries: readonly Entry[]): boolean => entries.length > ON_FIRST_PAGE || entries.some(isLong);
