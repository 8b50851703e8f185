import { columnOf, type Table } from './columns';
import type { Link } from './link';
import type { Asker, Query } from './pageSql';
import type { RowType } from './row';
import type { Session } from './session';
import { reachedIn } from './standing';

/*
 * The statements behind the store's short reads. Each takes any number of keys at once and answers in their order, so
 * that the number of statements never depends on the number of rows.
 */
export interface Reader extends Asker {
  readonly session: Session;
  /** A row of the database as an object of its class. */
  row<T extends object>(type: RowType<T>, found: object): T;
}

export type Parented<T> = T & { readonly $parent: string };

export const ask = <T>(reader: Reader, { sql, parameters }: Query): Promise<T[]> => reader.session.query<T>(sql, parameters);

export async function rowsById<T extends object>(
  reader: Reader,
  type: RowType<T>,
  ids: readonly string[],
): Promise<(T | null)[]> {
  const table = reader.table(type);
  const sql = `select ${reader.columns(type, 'c')} from ${reachedIn(type, table, reader.session)} c where c.id = any($1::uuid[]) and ${type.visibleTo('c', '$2::uuid')}`;
  const rows = await ask<{ id: string }>(reader, { sql, parameters: [ids, reader.committeeId] });
  const byId = new Map(rows.map((row) => [row.id, reader.row(type, row)]));
  return ids.map((id) => byId.get(id) ?? null);
}

export async function allRows<T extends object>(reader: Reader, type: RowType<T>): Promise<T[]> {
  const table = reader.table(type);
  const sql = `select ${reader.columns(type, 'c')} from ${table.name} c where ${type.visibleTo('c', '$1::uuid')} order by c.id`;
  return (await ask<object>(reader, { sql, parameters: [reader.committeeId] })).map((row) => reader.row(type, row));
}

export interface Children<T extends object> {
  readonly type: RowType<T>;
  readonly by: string;
  readonly orderBy: readonly string[];
}

export async function rowsByParent<T extends object>(
  reader: Reader,
  children: Children<T>,
  ids: readonly string[],
): Promise<T[][]> {
  const { type, by, orderBy } = children;
  const table = reader.table(type);
  const key = columnOf(table, by);
  const sql = `select c.${key} as "$parent", ${reader.columns(type, 'c')} from ${table.name} c
    where c.${key} = any($1::uuid[]) and ${type.visibleTo('c', '$2::uuid')} ${sorted(table, orderBy)}`;
  return grouped(reader, type, sql, ids);
}

export interface Linked<T extends object> {
  readonly type: RowType<T>;
  readonly link: Link;
  readonly orderBy: readonly string[];
}

export async function rowsByLink<T extends object>(reader: Reader, linked: Linked<T>, ids: readonly string[]): Promise<T[][]> {
  const { type, link, orderBy } = linked;
  const [table, join] = [reader.table(type), reader.table(link.through)];
  const [parent, child] = [columnOf(join, link.parent), columnOf(join, link.child)];
  const sql = `select l.${parent} as "$parent", ${reader.columns(type, 'c')} from ${join.name} l join ${table.name} c on c.id = l.${child}
    where l.${parent} = any($1::uuid[]) and ${link.through.visibleTo('l', '$2::uuid')} and ${type.visibleTo('c', '$2::uuid')}
    ${sorted(table, orderBy)}`;
  return grouped(reader, type, sql, ids);
}

export function groupBy<R extends { readonly $parent: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.$parent);
    if (group) group.push(row);
    else groups.set(row.$parent, [row]);
  }
  return groups;
}

const sorted = (table: Table, orderBy: readonly string[]): string =>
  `order by ${[...orderBy, 'id'].map((property) => `c.${columnOf(table, property)}`).join(', ')}`;

async function grouped<T extends object>(reader: Reader, type: RowType<T>, sql: string, ids: readonly string[]): Promise<T[][]> {
  const byParent = groupBy(await ask<Parented<object>>(reader, { sql, parameters: [ids, reader.committeeId] }));
  return ids.map((id) => (byParent.get(id) ?? []).map((row) => reader.row(type, row)));
}
