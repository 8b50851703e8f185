import { counted } from '../../kernel/text';
import { element, fragment, text, type Markup } from '../../pictures/markup';
import { openStates } from '../endStates.rules';
import { givesSignal } from '../newSignals.rules';
import type { PackContent } from '../packContent.rules';
import { agendaColumns, entriesOf, isLong, isShortened, LONGEST, ON_FIRST_PAGE, placeOnAgenda, type Entry } from './agenda';
import { dayOfMoment, paragraph, section, table, type Column } from './html';
import { cutTo, isByRedating } from './words';

/** The columns of the agenda with texts cut to what fits, and a way to the whole of them. */
const columns: readonly Column<Entry>[] = [
  { ...agendaColumns.what, cell: (entry) => agendaColumns.what.cell(cut(entry)) },
  { ...agendaColumns.why, cell: (entry) => agendaColumns.why.cell(cut(entry)) },
  { ...agendaColumns.since, cell: (entry) => fragment([agendaColumns.since.cell(entry), wayToWhole(entry)]) },
];

const cut = (entry: Entry): Entry => ({
  ...entry,
  subject: cutTo(LONGEST.subject, entry.subject),
  title: entry.title === null ? null : cutTo(LONGEST.title, entry.title),
  why: cutTo(LONGEST.why, entry.why),
});

const wayToWhole = (entry: Entry): Markup =>
  isLong(entry)
    ? element('div', {}, [element('a', { href: `#${placeOnAgenda(entry)}` }, [text(`Item ${entry.number} in full`)])])
    : fragment([]);

/** One page: what the meeting has to look at, decisions first. */
export function exceptions(content: PackContent): Markup {
  const entries = entriesOf(content);
  return section('exceptions', 'What needs the meeting’s attention', [
    paragraph(overall(content)),
    entries.length === 0
      ? paragraph('Nothing: no decision waits, nothing is overdue, and no measure gives a new signal.')
      : table('By exception, decisions first', columns, entries.slice(0, ON_FIRST_PAGE)),
    ...(isShortened(entries) ? [theRest(entries.length - ON_FIRST_PAGE)] : []),
  ]);
}

function theRest(left: number): Markup {
  const link = element('a', { href: '#agenda' }, [text('the agenda in full')]);
  const what = left > 0 ? counted(left, 'more item') : 'What is cut short here';
  return element('p', {}, [fragment([text(`${what}: see`), link])]);
}

function overall({ actions, measures, asAt, changes }: PackContent): string {
  const open = actions.filter(({ status }) => openStates.includes(status));
  const overdue = open.filter(({ isOverdue }) => isOverdue);
  const redated = open.filter(({ rating }) => isByRedating(rating.category));
  const signals = measures.filter(givesSignal);
  return [
    `As at ${dayOfMoment(asAt)}: ${counted(open.length, 'open action')}, ${overdue.length} overdue,`,
    `${redated.length} on track or waiting only because re-dated;`,
    `${counted(measures.length, 'measure')} in use, ${signals.length} with a signal;`,
    `${counted(changes.length, 'change')} since the last pack or meeting.`,
  ].join(' ');
}
