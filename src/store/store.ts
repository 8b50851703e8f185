import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Asker } from '../access/policy';
import { notFound, withheldFrom } from '../kernel/errors';
import { fromGlobalId } from '../kernel/globalId';
import type { LocalDate } from '../kernel/localDate';
import { askerOf } from './asker';
import { derivedTable, hydrate, selectList, tableOf, type Table } from './columns';
import { groupQuery, type Group, type Grouping } from './groupSql';
import type { Link } from './link';
import type { Listing, Page, PageRequest, Parentage } from './listing';
import { nameOf, pageOf, type Placed } from './pages';
import { countQuery, pageQuery, windowOf, type ListQuestion, type Window } from './pageSql';
import { publicationStanding, type Publication } from './publications';
import { allRows, ask, groupBy, rowsById, rowsByLink, rowsByParent, type Parented, type Reader } from './reads';
import { Node, type RowType } from './row';
import type { RowReads } from './rowReads';
import type { Session } from './session';
import { noteOrder, shownColumns, standingOf, withStanding, type OnRestrictedRead } from './standing';
import { smallestCountFor } from './smallNumbers';
import { workedOut } from './workedFilter';

/**
 * The one door to the database, for one actor: every read is confined to the actor's committee here, and nowhere else.
 * Reads asked for in the same tick are answered by one statement, whatever the number of rows.
 */
export class Store implements Reader, RowReads {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();
  private readonly workedOut = new Map<string, Promise<unknown>>();

  constructor(
    private readonly dataSource: DataSource,
    readonly session: Session,
    readonly actor: Actor,
    private readonly scene: { readonly today: LocalDate; readonly onRestrictedRead?: OnRestrictedRead },
  ) {}

  get today(): LocalDate {
    return this.scene.today;
  }

  private get onRead(): OnRestrictedRead {
    return this.scene.onRestrictedRead ?? (() => undefined);
  }

  get committeeId(): string {
    return this.actor.committeeId;
  }

  table(type: RowType): Table {
    const derived = type.derived?.(this.today);
    return derived ? derivedTable(derived) : tableOf(this.dataSource, type);
  }

  /** The type of the row a client's global id names, as far as its rows can be fetched by id. */
  typeOf(globalId: string): RowType<Node> | undefined {
    const name = fromGlobalId(globalId)?.typeName;
    const type = this.dataSource.entityMetadatas.find((metadata) => metadata.name === name)?.target as RowType<Node> | undefined;
    return type && type.prototype instanceof Node ? type : undefined;
  }

  columns(type: RowType, alias: string): string {
    return shownColumns(type, selectList(this.table(type), alias), alias, this.session);
  }

  row<T extends object>(type: RowType<T>, found: object): T {
    return withStanding(hydrate(type, found), this.onRead);
  }

  /** The row with this uuid, or null when the actor's committee has none. */
  find<T extends object>(type: RowType<T>, id: string): Promise<T | null> {
    return this.loader<T | null>(`find ${type.name}`, (ids) => rowsById(this, type, ids)).load(id);
  }

  /**
   * The row a client's global id names. What is withheld can be reached, but nothing can be built on it.
   * @throws NOT_FOUND, naming the input field, for anything else
   */
  async get<T extends object>(type: RowType<T>, globalId: string, field: string): Promise<T> {
    const key = fromGlobalId(globalId);
    const row = key?.typeName === type.name ? await this.find(type, key.id) : null;
    if (!row) throw notFound(inWords(type.name), field);
    if (!this.session.masks && standingOf(row)?.withheld) throw withheldFrom(inWords(type.name), field);
    return row;
  }

  /** The rows client ids name, each once, in the order given. @throws NOT_FOUND naming the first that is missing */
  getAll<T extends object>(type: RowType<T>, globalIds: readonly string[] | null | undefined, field: string): Promise<T[]> {
    return Promise.all([...new Set(globalIds ?? [])].map((id, index) => this.get(type, id, `${field}.${index}`)));
  }

  /** All rows whose key property is this parent, ordered by the properties given; for short lists that need no pages. */
  children<T extends object>(type: RowType<T>, by: string, parentId: string, orderBy: readonly string[] = []): Promise<T[]> {
    const name = `children ${type.name} ${by} ${orderBy.join()}`;
    return this.loader<T[]>(name, (ids) => rowsByParent(this, { type, by, orderBy }, ids)).load(parentId);
  }

  /** The rows that a joining table ties to this parent; for short lists that need no pages. */
  linked<T extends object>(type: RowType<T>, link: Link, parentId: string, orderBy: readonly string[]): Promise<T[]> {
    const name = `linked ${type.name} ${link.through.name} ${link.parent} ${orderBy.join()}`;
    return this.loader<T[]>(name, (ids) => rowsByLink(this, { type, link, orderBy }, ids)).load(parentId);
  }

  /** All rows of the actor's committee, for what has to look at each of them; read once a request. */
  all<T extends object>(type: RowType<T>): Promise<T[]> {
    return this.loader<T[]>(`all ${type.name}`, async () => [await allRows(this, type)]).load('all');
  }

  smallestCountShown(): Promise<number | null> {
    return this.once('smallest count shown', () => smallestCountFor(this, this.actor.role));
  }

  /** The counts that readers below analyst are told on this day; null before the first publication. */
  publication(): Promise<Publication | null> {
    return this.once('publication', () => publicationStanding(this));
  }

  once<T>(name: string, workOut: () => Promise<T>): Promise<T> {
    const known = this.workedOut.get(name) as Promise<T> | undefined;
    if (known) return known;
    const found = workOut();
    this.workedOut.set(name, found);
    return found;
  }

  /** Whoever asks, as policies see them; or as they would if this member did. */
  asker(id = this.actor.id): Promise<Asker> {
    return this.once(`asker ${id}`, () => askerOf(this.session, { ...this.actor, id }, this.today));
  }

  /** The agency of whoever asks, as their membership says today; the database reads it and takes nobody's word for it. */
  agencyOfActor(): Promise<string | null> {
    return this.once('agency of the actor', async () => {
      const [row] = await this.session.query<{ id: string | null }>('select governance.agency_of_actor() as id');
      return row?.id ?? null;
    });
  }

  /** A page of a list: of the whole committee, or of one parent. */
  async page<T extends object>(
    listing: Listing<T>,
    request: PageRequest,
    parentage?: Parentage,
    parentId?: string,
  ): Promise<Page<T>> {
    const window = windowOf({ listing, request });
    const question = { listing, request: await workedOut(listing, request, this), parentage };
    if (!parentage || !parentId) return pageOf(await this.rows<T>(question, window), window);
    const name = `page ${listing.type.name} ${JSON.stringify([request, nameOf(parentage)])}`;
    return this.loader<Page<T>>(name, async (ids) => {
      const byParent = groupBy(await this.rows<Parented<T>>({ ...question, parentIds: ids }, window));
      return ids.map((id) => pageOf<T>(byParent.get(id) ?? [], window));
    }).load(parentId);
  }

  /** How many rows the whole list has; asked only when a client asks for the total. */
  async count(listing: Listing, request: PageRequest, parentage?: Parentage, parentId?: string): Promise<number> {
    const question = { listing, request: await workedOut(listing, request, this), parentage };
    if (!parentage || !parentId) return (await ask<{ count: number }>(this, countQuery(question, this)))[0]?.count ?? 0;
    const name = `count ${listing.type.name} ${JSON.stringify([request.filter, nameOf(parentage)])}`;
    return this.loader<number>(name, async (ids) => {
      const rows = await ask<{ $parent: string; count: number }>(this, countQuery({ ...question, parentIds: ids }, this));
      const counts = new Map(rows.map((row) => [row.$parent, row.count]));
      return ids.map((id) => counts.get(id) ?? 0);
    }).load(parentId);
  }

  /** Counts of a list by something its rows have, in one statement. */
  async groups(listing: Listing, filter: object | null | undefined, grouping: Grouping): Promise<Group[]> {
    const request = await workedOut(listing, { filter }, this);
    return ask(this, groupQuery({ listing, request }, grouping, this));
  }

  /** Forgets what was read, after a change in the same request. */
  forget(): void {
    this.loaders.clear();
    this.workedOut.clear();
  }

  private loader<V>(name: string, load: (ids: readonly string[]) => Promise<V[]>): DataLoader<string, V> {
    const known = this.loaders.get(name) as DataLoader<string, V> | undefined;
    if (known) return known;
    const made = new DataLoader<string, V>((ids) => load(ids));
    this.loaders.set(name, made);
    return made;
  }

  private async rows<T extends object>(question: ListQuestion, window: Window): Promise<Placed<T>[]> {
    const rows = await ask<object>(this, pageQuery(question, window, this));
    const type = question.listing.type as RowType<Placed<T>>;
    const found = rows.map((row) => this.row(type, row));
    if (type.isTiered) for (const row of found) noteOrder(row, window.order.sql, this.table(type), this.onRead);
    return found;
  }
}

/** PdsaCycle becomes "pdsa cycle". */
export const inWords = (typeName: string): string => typeName.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
