import type { Conditions } from './conditions';
import type { Link } from './link';
import type { RowType } from './row';

export type OrderType = 'text' | 'date' | 'timestamptz' | 'int' | 'double precision';

/** An order a list can be asked in: SQL over {row}, never null, so that a cursor can say "after this". */
export interface Order {
  readonly sql: string;
  readonly type: OrderType;
  readonly description: string;
}

/** All the store needs to know to answer a list of a type: what may be asked, and in which orders. */
export interface Listing<T extends object = object, F extends object = object> {
  readonly type: RowType<T>;
  readonly where: Conditions<F>;
  readonly orders: Readonly<Record<string, Order>>;
  readonly firstOrder: string;
}

/** How the rows of a list belong to a parent: by a key of their own, or through a table that joins the two. */
export type Parentage = { readonly by: string } | Link;

export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly filter?: object | null;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
}

export interface Page<T> {
  readonly rows: readonly { readonly cursor: string; readonly row: T }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}
