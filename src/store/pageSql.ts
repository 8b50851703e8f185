import { badInput } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import { columnOf, type Table } from './columns';
import type { Condition, Scene, Worked } from './conditions';
import { readCursor, type Place } from './cursor';
import type { Listing, Order, PageRequest, Parentage } from './listing';
import type { RowType } from './row';

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 200;

export interface Query {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export interface ListQuestion {
  readonly listing: Listing;
  readonly request: PageRequest;
  readonly parentage?: Parentage | undefined;
  readonly parentIds?: readonly string[] | undefined;
}

/** Who asks, on which day, and how the tables are called. */
export interface Asker {
  readonly committeeId: string;
  readonly today: LocalDate;
  table(type: RowType): Table;
  /** What is selected of a type's rows. */
  columns(type: RowType, alias: string): string;
}

export interface Window {
  readonly size: number;
  readonly isBackward: boolean;
  readonly order: Order;
  readonly orderName: string;
  readonly isDescending: boolean;
  readonly from: Place | null;
}

/** Reads and checks the paging arguments. A size out of bounds is refused, not cut, so that nobody takes a part for the whole. */
export function windowOf({ listing, request }: ListQuestion): Window {
  const isBackward = request.last != null;
  if (request.first != null && isBackward) throw badInput('last', 'Ask for first or for last, not for both.', 'page.direction');
  if (request.after != null && isBackward)
    throw badInput('after', 'after goes with first, before goes with last.', 'page.direction');
  if (request.before != null && !isBackward)
    throw badInput('before', 'before goes with last, after goes with first.', 'page.direction');
  const size = request.last ?? request.first ?? DEFAULT_PAGE;
  if (size < 0 || size > LARGEST_PAGE) {
    throw badInput(isBackward ? 'last' : 'first', `A page has 0 to ${LARGEST_PAGE} rows; ${size} were asked for.`, 'page.size');
  }
  const orderName = request.orderBy?.field ?? listing.firstOrder;
  const order = listing.orders[orderName];
  if (!order) throw badInput('orderBy', `There is no order ${orderName}.`);
  const isDescending = request.orderBy?.direction === 'DESC';
  const key = `${orderName} ${isDescending ? 'DESC' : 'ASC'}`;
  const cursor = isBackward ? request.before : request.after;
  const from = cursor == null ? null : readCursor(cursor, key, order.type, isBackward ? 'before' : 'after');
  return { size, isBackward, order, orderName: key, isDescending, from };
}

/**
 * One statement for a list under any number of parents: each parent's own page, by a lateral join. One row more than
 * asked for tells whether there is a next page.
 */
export function pageQuery(question: ListQuestion, window: Window, asker: Asker): Query {
  const writer = new Writer(asker);
  const key = window.order.sql.replaceAll('{row}', 'c');
  const direction = window.isDescending === window.isBackward ? 'asc' : 'desc';
  const conditions = writer.conditions(question);
  if (window.from) conditions.push(writer.beyond(key, direction, window));
  const page = [
    `select ${asker.columns(question.listing.type, 'c')}, (${key})::text as "$place" ${writer.source(question)}`,
    `where ${conditions.join(' and ')}`,
    `order by ${key} ${direction}, c.id ${direction} limit ${writer.bind(window.size + 1)}`,
  ].join(' ');
  return { sql: writer.perParent(question, 'r.*', page), parameters: writer.parameters };
}

export function countQuery(question: ListQuestion, asker: Asker): Query {
  const writer = new Writer(asker);
  const count = `select count(*)::int as "count" ${writer.source(question)} where ${writer.conditions(question).join(' and ')}`;
  return { sql: writer.perParent(question, 'r."count"', count), parameters: writer.parameters };
}

type AnyCondition = Condition<unknown> | Worked<unknown>;

/** Writes the parts that every question about a list has, binding each value as a parameter. */
export class Writer {
  readonly parameters: unknown[] = [];
  private readonly committee: string;

  constructor(private readonly asker: Asker) {
    this.committee = `${this.bind(asker.committeeId)}::uuid`;
  }

  bind(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  source({ listing, parentage }: ListQuestion): string {
    const from = `from ${this.asker.table(listing.type).name} c`;
    if (!parentage || 'by' in parentage) return from;
    const link = this.asker.table(parentage.through);
    return `${from} join ${link.name} l on l.${columnOf(link, parentage.child)} = c.id and ${parentage.through.visibleTo('l', this.committee)}`;
  }

  scene(): Scene {
    return { alias: 'c', today: this.asker.today, committee: this.committee, bind: (value) => this.bind(value) };
  }

  conditions({ listing, parentage, request }: ListQuestion): string[] {
    const scene = this.scene();
    const where = listing.where as Readonly<Record<string, AnyCondition | undefined>>;
    const asked = Object.entries(request.filter ?? {}).filter(([, value]) => value != null);
    return [
      listing.type.visibleTo('c', this.committee),
      ...(parentage ? [this.belongs(listing.type, parentage)] : []),
      ...asked.map(([field, value]) => {
        const condition = where[field];
        if (!condition) throw new Error(`The filter ${field} of ${listing.type.name} has no condition.`);
        return typeof condition === 'function' ? `(${condition(value, scene)})` : `c.id = any(${this.bind(value)}::uuid[])`;
      }),
    ];
  }

  beyond(key: string, direction: 'asc' | 'desc', { from, order }: Window): string {
    const sign = direction === 'asc' ? '>' : '<';
    return `(${key}, c.id) ${sign} (${this.bind(from?.value)}::${order.type}, ${this.bind(from?.id)}::uuid)`;
  }

  perParent({ parentIds }: ListQuestion, columns: string, perRow: string): string {
    if (!parentIds) return perRow;
    const parents = `unnest(${this.bind(parentIds)}::uuid[]) as p(id)`;
    return `select p.id as "$parent", ${columns} from ${parents} cross join lateral (${perRow}) r`;
  }

  private belongs(type: RowType, parentage: Parentage): string {
    if ('by' in parentage) return `c.${columnOf(this.asker.table(type), parentage.by)} = p.id`;
    return `l.${columnOf(this.asker.table(parentage.through), parentage.parent)} = p.id`;
  }
}
