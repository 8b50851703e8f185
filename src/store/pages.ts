import { writeCursor } from './cursor';
import type { Page, Parentage } from './listing';
import type { Window } from './pageSql';

/** A row of a list with its place in the order that was asked for. */
export type Placed<T> = T & { readonly id: string; readonly $place: string };

export function pageOf<T extends object>(found: readonly Placed<T>[], window: Window): Page<T> {
  const hasMore = found.length > window.size;
  const kept = found.slice(0, window.size);
  if (window.isBackward) kept.reverse();
  return {
    rows: kept.map((row) => ({ row, cursor: writeCursor({ order: window.orderName, value: row.$place, id: row.id }) })),
    hasNextPage: window.isBackward ? window.from !== null : hasMore,
    hasPreviousPage: window.isBackward ? hasMore : window.from !== null,
  };
}

/** What the lists under a parent have in common, for a loader of their own. */
export const nameOf = (parentage: Parentage): readonly string[] =>
  'by' in parentage ? [parentage.by] : [parentage.through.name, parentage.parent];
