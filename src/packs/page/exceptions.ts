import { dateInWords } from '../../history/words.rules';
import { fragment, text, type Markup } from '../../pictures/markup';
import { openStates } from '../endStates.rules';
import type { AgendaEntryOfPack, PackContent } from '../packContent.rules';
import { counted } from '../packWords.rules';
import { dayOr, lines, paragraph, section, table, type Column } from './html';
import { agendaKindInWords, isByRedating, subjectInWords, titleOf } from './words';

/** As many as fit on the first sheet; the rest follows in a part of its own. */
const ON_FIRST_PAGE = 14;

const columns: readonly Column<AgendaEntryOfPack>[] = [
  { name: 'What', cell: (entry) => lines(subjectInWords(entry), titleOf(entry)) },
  { name: 'Why it is here', cell: ({ kind, why }) => lines(agendaKindInWords(kind), why) },
  { name: 'Since', cell: ({ sinceOn }) => text(dayOr(sinceOn, '')) },
];

/** One page: what the meeting has to look at, decisions first. */
export function exceptions(content: PackContent): Markup {
  const { entries } = content.about.meeting.agenda;
  const shown = entries.slice(0, ON_FIRST_PAGE);
  const rest = entries.length - shown.length;
  return section('exceptions', 'What needs the meeting’s attention', [
    paragraph(overall(content)),
    entries.length === 0
      ? paragraph('Nothing: no decision waits, nothing is overdue, and no measure gives a new signal.')
      : table('By exception, decisions first', columns, shown),
    ...(rest > 0 ? [paragraph(`${counted(rest, 'more item')} on the agenda: see the rest of the agenda.`)] : []),
  ]);
}

export function restOfAgenda({ about }: PackContent): Markup {
  const rest = about.meeting.agenda.entries.slice(ON_FIRST_PAGE);
  return rest.length === 0 ? fragment([]) : section('agenda', 'The rest of the agenda', [table('By exception', columns, rest)]);
}

function overall({ actions, measures, asAt, changes }: PackContent): string {
  const open = actions.filter(({ status }) => openStates.includes(status));
  const overdue = open.filter(({ isOverdue }) => isOverdue);
  const redated = open.filter(({ rating }) => isByRedating(rating.category));
  const signals = measures.filter(({ standing }) => ['BETTER', 'WORSE', 'CHANGED'].includes(standing.signal));
  return [
    `As at ${dateInWords(asAt.slice(0, 10))}: ${counted(open.length, 'open action')}, ${overdue.length} overdue,`,
    `${redated.length} on track or waiting only because re-dated;`,
    `${counted(measures.length, 'measure')} in use, ${signals.length} with a signal;`,
    `${counted(changes.length, 'change')} since the last pack or meeting.`,
  ].join(' ');
}
