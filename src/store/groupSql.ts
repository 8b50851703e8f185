import type { Scene } from './conditions';
import { Writer, type Asker, type ListQuestion, type Query } from './pageSql';

/** How rows fall into groups, in SQL over {row}. A row may fall into several, so groups need not add up to the total. */
export interface Grouping {
  readonly join?: string;
  readonly key: string;
  readonly label: string;
  /** A second count: of the rows that also meet this. */
  readonly also: (scene: Scene) => string;
}

/** One group; a key of null gathers the rows that have none. */
export interface Group {
  readonly key: string | null;
  readonly label: string | null;
  readonly count: number;
  readonly also: number;
}

/** One statement for the counts of every group. */
export function groupQuery(question: ListQuestion, { join = '', key, label, also }: Grouping, asker: Asker): Query {
  const writer = new Writer(asker);
  const inRow = (sql: string): string => sql.replaceAll('{row}', 'c');
  const counted = `count(distinct c.id)::int as "count", count(distinct c.id) filter (where ${also(writer.scene())})::int as "also"`;
  const sql = `select ${inRow(key)} as "key", ${inRow(label)} as "label", ${counted}
    ${writer.source(question)} ${inRow(join)} where ${writer.conditions(question).join(' and ')}
    group by 1, 2 order by 1 nulls last`;
  return { sql, parameters: writer.parameters };
}
