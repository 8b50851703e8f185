import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Actor } from '../access/actor';
import { notFound } from '../kernel/errors';
import { fromGlobalId } from '../kernel/globalId';
import type { LocalDate } from '../kernel/localDate';
import { columnOf, hydrate, selectList, tableOf, type Table } from './columns';
import { writeCursor } from './cursor';
import type { Link, Listing, Page, PageRequest, Parentage } from './listing';
import { countQuery, pageQuery, windowOf, type Asker, type ListQuestion, type Window } from './pageSql';
import type { RowType } from './row';
import type { Session } from './session';

type Parented<T> = T & { $parent: string };

/**
 * The one door to the database, for one actor: every read is confined to the actor's committee here, and nowhere else.
 * Reads asked for in the same tick are answered by one statement, whatever the number of rows.
 */
export class Store implements Asker {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    private readonly dataSource: DataSource,
    readonly session: Session,
    readonly actor: Actor,
    readonly today: LocalDate,
  ) {}

  get committeeId(): string {
    return this.actor.committeeId;
  }

  table(type: RowType): Table {
    return tableOf(this.dataSource, type);
  }

  /** The row with this uuid, or null when the actor's committee has none. */
  find<T extends object>(type: RowType<T>, id: string): Promise<T | null> {
    return this.loader<T | null>(`find ${type.name}`, (ids) => this.findMany(type, ids)).load(id);
  }

  /** The row a client's global id names. @throws NOT_FOUND, naming the input field, for anything else */
  async get<T extends object>(type: RowType<T>, globalId: string, field: string): Promise<T> {
    const key = fromGlobalId(globalId);
    const row = key?.typeName === type.name ? await this.find(type, key.id) : null;
    if (!row) throw notFound(inWords(type.name), field);
    return row;
  }

  /** The rows client ids name, each once, in the order given. @throws NOT_FOUND naming the first that is missing */
  getAll<T extends object>(type: RowType<T>, globalIds: readonly string[] | null | undefined, field: string): Promise<T[]> {
    return Promise.all([...new Set(globalIds ?? [])].map((id, index) => this.get(type, id, `${field}.${index}`)));
  }

  /** All rows whose key column is this parent, in the given order of properties; for short lists that need no pages. */
  children<T extends object>(type: RowType<T>, by: string, parentId: string, orderBy: readonly string[] = []): Promise<T[]> {
    const name = `children ${type.name} ${by} ${orderBy.join()}`;
    return this.loader<T[]>(name, (ids) => this.childrenOf(type, by, ids, orderBy)).load(parentId);
  }

  /** The rows that a joining table ties to this parent; for short lists that need no pages. */
  linked<T extends object>(type: RowType<T>, link: Link, parentId: string, orderBy: readonly string[]): Promise<T[]> {
    const name = `linked ${type.name} ${link.through.name} ${link.parent} ${orderBy.join()}`;
    return this.loader<T[]>(name, (ids) => this.linkedTo(type, link, ids, orderBy)).load(parentId);
  }

  /** A page of a list: of the whole committee, or of one parent. */
  async page<T extends object>(listing: Listing<T>, request: PageRequest, parentage?: Parentage, parentId?: string): Promise<Page<T>> {
    const question = { listing, request, parentage };
    const window = windowOf(question);
    if (!parentage || !parentId) return this.pageOf(await this.run<T>(question, window), window);
    const name = `page ${listing.type.name} ${JSON.stringify([request, nameOf(parentage)])}`;
    return this.loader<Page<T>>(name, async (ids) => {
      const rows = await this.run<T>({ ...question, parentIds: ids }, window);
      const byParent = groupBy(rows as Parented<T & { $place: string }>[]);
      return ids.map((id) => this.pageOf(byParent.get(id) ?? [], window));
    }).load(parentId);
  }

  /** How many rows the whole list has; asked only when a client asks for the total. */
  count(listing: Listing, request: PageRequest, parentage?: Parentage, parentId?: string): Promise<number> {
    const question = { listing, request, parentage };
    const ask = async (parentIds?: readonly string[]): Promise<{ $parent: string; count: number }[]> => {
      const { sql, parameters } = countQuery({ ...question, parentIds }, this);
      return this.session.query(sql, parameters);
    };
    if (!parentage || !parentId) return ask().then((rows) => rows[0]?.count ?? 0);
    const name = `count ${listing.type.name} ${JSON.stringify([request.filter, nameOf(parentage)])}`;
    return this.loader<number>(name, async (ids) => {
      const counts = new Map((await ask(ids)).map((row) => [row.$parent, row.count]));
      return ids.map((id) => counts.get(id) ?? 0);
    }).load(parentId);
  }

  /** Forgets what was read, after a change in the same request. */
  forget(): void {
    this.loaders.clear();
  }

  private loader<V>(name: string, load: (ids: readonly string[]) => Promise<V[]>): DataLoader<string, V> {
    const known = this.loaders.get(name) as DataLoader<string, V> | undefined;
    if (known) return known;
    const made = new DataLoader<string, V>((ids) => load(ids));
    this.loaders.set(name, made as DataLoader<string, unknown>);
    return made;
  }

  private async findMany<T extends object>(type: RowType<T>, ids: readonly string[]): Promise<(T | null)[]> {
    const table = this.table(type);
    const sql = `select ${selectList(table, 'c')} from ${table.name} c where c.id = any($1::uuid[]) and ${type.visibleTo('c', '$2::uuid')}`;
    const rows = await this.session.query<{ id: string }>(sql, [ids, this.committeeId]);
    const byId = new Map(rows.map((row) => [row.id, hydrate(type, row)]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  private async childrenOf<T extends object>(type: RowType<T>, by: string, ids: readonly string[], orderBy: readonly string[]): Promise<T[][]> {
    const table = this.table(type);
    const key = columnOf(table, by);
    const sql = `select c.${key} as "$parent", ${selectList(table, 'c')} from ${table.name} c
      where c.${key} = any($1::uuid[]) and ${type.visibleTo('c', '$2::uuid')} ${this.sorted(table, orderBy)}`;
    return this.grouped(type, ids, await this.session.query<Parented<object>>(sql, [ids, this.committeeId]));
  }

  private async linkedTo<T extends object>(
    type: RowType<T>,
    link: Link,
    ids: readonly string[],
    orderBy: readonly string[],
  ): Promise<T[][]> {
    const [table, join] = [this.table(type), this.table(link.through)];
    const [parent, child] = [columnOf(join, link.parent), columnOf(join, link.child)];
    const sql = `select l.${parent} as "$parent", ${selectList(table, 'c')} from ${join.name} l join ${table.name} c on c.id = l.${child}
      where l.${parent} = any($1::uuid[]) and ${link.through.visibleTo('l', '$2::uuid')} and ${type.visibleTo('c', '$2::uuid')}
      ${this.sorted(table, orderBy)}`;
    return this.grouped(type, ids, await this.session.query<Parented<object>>(sql, [ids, this.committeeId]));
  }

  private sorted(table: Table, orderBy: readonly string[]): string {
    return `order by ${[...orderBy, 'id'].map((property) => `c.${columnOf(table, property)}`).join(', ')}`;
  }

  private grouped<T extends object>(type: RowType<T>, ids: readonly string[], rows: readonly Parented<object>[]): T[][] {
    const byParent = groupBy(rows);
    return ids.map((id) => (byParent.get(id) ?? []).map((row) => hydrate(type, row)));
  }

  private async run<T extends object>(question: ListQuestion, window: Window): Promise<(T & { $place: string })[]> {
    const { sql, parameters } = pageQuery(question, window, this);
    const rows = await this.session.query<T & { $place: string }>(sql, parameters);
    return rows.map((row) => hydrate(question.listing.type as RowType<T & { $place: string }>, row));
  }

  private pageOf<T extends object>(found: readonly (T & { $place: string })[], window: Window): Page<T> {
    const hasMore = found.length > window.size;
    const kept = found.slice(0, window.size);
    if (window.isBackward) kept.reverse();
    return {
      rows: kept.map((row) => ({
        row,
        cursor: writeCursor({ order: window.orderName, value: row.$place, id: (row as unknown as { id: string }).id }),
      })),
      hasNextPage: window.isBackward ? window.from !== null : hasMore,
      hasPreviousPage: window.isBackward ? hasMore : window.from !== null,
    };
  }
}

function groupBy<R extends { $parent: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.$parent);
    if (group) group.push(row);
    else groups.set(row.$parent, [row]);
  }
  return groups;
}

const nameOf = (parentage: Parentage): readonly string[] =>
  'by' in parentage ? [parentage.by] : [parentage.through.name, parentage.parent];

/** PdsaCycle becomes "pdsa cycle". */
export const inWords = (typeName: string): string => typeName.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
