import type { Condition, Worked } from './conditions';
import type { Listing, PageRequest } from './listing';
import type { RowReads } from './rowReads';

/** The request with every condition that is worked out, not asked in SQL, replaced by the ids of the rows that meet it. */
export async function workedOut(listing: Listing, request: PageRequest, reads: RowReads): Promise<PageRequest> {
  const filter = Object.entries((request.filter ?? {}) as Readonly<Record<string, unknown>>);
  const where = listing.where as Readonly<Record<string, Condition<unknown> | Worked<unknown> | undefined>>;
  const worked = filter.map(async ([field, value]): Promise<[string, unknown]> => {
    const condition = where[field];
    const isWorked = condition !== undefined && typeof condition !== 'function' && value != null;
    if (!isWorked) return [field, value];
    const name = `${listing.type.name} ${field} ${JSON.stringify(value)}`;
    return [field, await reads.once(name, () => condition.idsWhere(value, reads))];
  });
  return filter.length === 0 ? request : { ...request, filter: Object.fromEntries(await Promise.all(worked)) };
}
