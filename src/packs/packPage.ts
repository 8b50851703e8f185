import { dateInWords } from '../history/words.rules';
import { element, fragment, nothing, text, type Markup } from '../pictures/markup';
import type { PackContent } from './packContent.rules';
import { entriesOf, isShortened, wholeAgenda } from './page/agenda';
import { breaks } from './page/breaks';
import { changes } from './page/changes';
import { check, type Seal } from './page/check';
import { decisions } from './page/decisions';
import { exceptions } from './page/exceptions';
import { dayOfMoment, heading, list, paragraph } from './page/html';
import { colours } from './page/key';
import { measures } from './page/measures';
import { sources } from './page/sources';
import { markingInWords, styleOf } from './page/style';
import { tests } from './page/tests';

const SHORT_HASH = 12;

const NOT_WHOLE =
  'Texts were withheld or erased since this pack was sealed. They are marked so; the hash is that of the pack as it was sealed.';

/** A pack as a whole HTML document for reading and printing, made from what was sealed. Without a hash it is a draft. */
export function packPage(content: PackContent, seal: Seal | null): string {
  const title = `Pack for the meeting of ${dateInWords(content.about.meeting.meetsOn)}`;
  const parts = [exceptions, changes, decisions, wholeAgenda, breaks, sources, tests, measures, colours].map((part) =>
    part(content),
  );
  const body = element('body', {}, [
    fragment([
      banner(content, title, seal),
      contents(content),
      element('main', {}, [fragment([...parts, check(content, seal)])]),
      footer(content),
    ]),
  ]);
  return `<!doctype html>\n${element('html', { lang: 'en-GB' }, [head(content, title, seal), body]).source}\n`;
}

function head({ marking, number, about }: PackContent, title: string, seal: Seal | null): Markup {
  const name = seal === null ? 'Draft, not sealed' : `Pack ${number}, SHA-256 ${seal.sha256.slice(0, SHORT_HASH)}`;
  return element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [text(`${title}: ${about.committee.name}`)]),
    // Escaping would break quotation marks in a style, and nothing in it was typed by anybody.
    { source: `<style>${styleOf(marking, name)}</style>` },
  ]);
}

function banner({ marking, about, asAt, number, since }: PackContent, title: string, seal: Seal | null): Markup {
  const { committee, meeting } = about;
  const body = meeting.subgroup ? `${meeting.subgroup.name} of ${committee.name}` : committee.name;
  const time = [meeting.meetsAt, meeting.place].filter((part) => part !== null).join(', ');
  const sealed =
    seal === null ? nothing : paragraph(`Pack ${number}, sealed. SHA-256 begins ${seal.sha256.slice(0, SHORT_HASH)}.`);
  return element('header', {}, [
    fragment([
      paragraph(markingInWords[marking], { class: 'marking' }),
      seal === null ? paragraph('DRAFT. Not sealed; it may change until the meeting.', { class: 'draft' }) : nothing,
      heading(1, title),
      paragraph(
        `${body}${committee.isInvented ? ' (invented, to show how the service works)' : ''}${time === '' ? '' : `. ${time}`}.`,
      ),
      paragraph(`Everything is as at ${momentInWords(asAt)}${since ? `; changes since ${momentInWords(since.moment)}` : ''}.`),
      sealed,
      seal?.isWhole === false ? paragraph(NOT_WHOLE, { class: 'draft' }) : nothing,
    ]),
  ]);
}

const times = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const momentInWords = (moment: string): string => `${dayOfMoment(moment)}, ${times.format(new Date(moment))}`;

function contents(content: PackContent): Markup {
  const { about, breaks: broken, cycles, measures: charts } = content;
  const entries: readonly (readonly [string, string, boolean])[] = [
    ['exceptions', 'What needs the meeting’s attention', true],
    ['changes', 'What changed', true],
    ['decisions', 'What the last meeting decided', about.meeting.sincePrevious.previous !== null],
    ['agenda', 'The agenda in full', isShortened(entriesOf(content))],
    ['breaks', 'Where the thread is broken', broken.length > 0],
    ['sources', 'Each source, and what became of it', true],
    ['tests', 'Tests of change', cycles.length > 0],
    ['measures', 'Measures', charts.length > 0],
    ['colours', 'What the colours and levels mean', true],
    ['check', 'How to check this pack', true],
  ];
  const links = entries.filter(([, , isThere]) => isThere).map(([id, words]) => element('a', { href: `#${id}` }, [text(words)]));
  return element('nav', { 'aria-label': 'In this pack' }, [list(links)]);
}

const footer = ({ marking }: PackContent): Markup =>
  element('footer', {}, [paragraph(markingInWords[marking], { class: 'marking' })]);
