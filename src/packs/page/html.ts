import { dateInWords } from '../../history/words.rules';
import { dateAt } from '../../kernel/localDate';
import { element, fragment, nothing, text, type Attributes, type Markup } from '../../pictures/markup';

/** The pieces a pack is written with. All text goes through `text`, so nothing that people typed becomes markup. */
export const paragraph = (content: string, attributes: Attributes = {}): Markup => element('p', attributes, [text(content)]);

export const heading = (level: 1 | 2 | 3 | 4, content: string, attributes: Attributes = {}): Markup =>
  element(`h${level}`, attributes, [text(content)]);

/** A part of the pack, named by its heading. */
export const section = (id: string, title: string, parts: readonly Markup[]): Markup =>
  element('section', { id, 'aria-labelledby': `${id}-heading` }, [
    fragment([heading(2, title, { id: `${id}-heading` }), ...parts]),
  ]);

export const list = (items: readonly Markup[]): Markup =>
  items.length === 0 ? nothing : element('ul', {}, [fragment(items.map((item) => element('li', {}, [item])))]);

export interface Column<T> {
  readonly name: string;
  readonly cell: (row: T) => Markup;
}

/** A table whose first column names the row; with `idOf` each row can be pointed at. */
export function table<T>(caption: string, columns: readonly Column<T>[], rows: readonly T[], idOf?: (row: T) => string): Markup {
  const head = columns.map(({ name }) => element('th', { scope: 'col' }, [text(name)]));
  const body = rows.map((row) =>
    element(
      'tr',
      { id: idOf?.(row) ?? null },
      columns.map(({ cell }, place) =>
        place === 0 ? element('th', { scope: 'row' }, [cell(row)]) : element('td', {}, [cell(row)]),
      ),
    ),
  );
  return element('table', {}, [
    element('caption', {}, [text(caption)]),
    element('thead', {}, [element('tr', {}, head)]),
    element('tbody', {}, [fragment(body)]),
  ]);
}

/** Several lines in one cell. */
export const lines = (...content: readonly (string | null)[]): Markup =>
  fragment(content.flatMap((line) => (line === null || line === '' ? [] : [element('div', {}, [text(line)])])));

/** The day in Scotland of a moment, which until one in the morning of summer is not yet that day in the moment itself. */
export const dayOfMoment = (moment: string): string => dateInWords(dateAt(new Date(moment)));

export const dayOr = (date: string | null, otherwise: string): string => (date === null ? otherwise : dateInWords(date));
