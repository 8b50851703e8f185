import type { ChartPicture, PictureSize } from './chartPicture';
import { svgOf } from './chartSvg';
import { dataTable, targetInWords } from './dataTable';
import { cycleInWords, noteDay, numberedNotes } from './inWords';
import { element, fragment, type Markup, nothing, text } from './markup';

/**
 * The chart for a web page, as an HTML fragment: the summary sentence as its caption, the drawing, what to know
 * before reading it, the notes with their numbers, the cycles, all figures as a table that can be opened, and how it was computed.
 */
export const chartFigure = (picture: ChartPicture, size?: PictureSize): string =>
  figureOf(picture, [svgOf(picture, size)]).source;

/** The figure around drawings of the picture made already: a page may hold one for each width of screen. */
export const figureOf = (picture: ChartPicture, drawings: readonly Markup[]): Markup =>
  element('figure', { class: 'chart' }, [
    fragment([
      element('figcaption', {}, [text(picture.summary)]),
      ...drawings,
      list('ul', 'Before you read it', picture.warnings),
      paragraph(targetInWords(picture)),
      list(
        'ol',
        'Notes',
        numberedNotes(picture).map((note) => `${noteDay(note, picture)}: ${note.text}`),
      ),
      list('ul', 'PDSA cycles', picture.cycles.map(cycleInWords)),
      element('details', {}, [element('summary', {}, [text('Figures as a table')]), dataTable(picture)]),
      list('ul', 'How it was computed', picture.provenance),
    ]),
  ]);

const paragraph = (content: string): Markup => (content === '' ? nothing : element('p', {}, [text(content)]));

function list(kind: 'ol' | 'ul', heading: string, items: readonly string[]): Markup {
  if (items.length === 0) return nothing;
  const entries = items.map((item) => element('li', {}, [text(item)]));
  return fragment([element('p', { class: 'chart-heading' }, [text(heading)]), element(kind, {}, [fragment(entries)])]);
}
