import { publishedNumber, type AskedNumber } from '../disclosure/catalogue';
import type { Disclosed } from '../disclosure/disclosed';
import type { PageRequest } from '../store/listing';
import type { Total } from './connection';
import type { Context } from './context';
import { disclosure } from './disclosure.type';
import type { ListingType } from './listing';

/** The one answer to how many rows a list has, whichever list it is and whoever asks. */
export async function totalOf(
  ctx: Context,
  { listing, request, isWhole }: { listing: ListingType; request: PageRequest; isWhole: boolean },
  count: () => Promise<number>,
): Promise<Total> {
  const { total } = listing;
  if (total === 'OPEN' || (await ctx.store.smallestCountShown()) === null)
    return { count: await count(), disclosure: disclosure(null) };
  const asked = isWhole && typeof total === 'function' ? total(request.filter) : null;
  if (asked === null) return notPublished;
  const [number, publishedOn] = await publishedCount(ctx, asked);
  return { count: number.value, disclosure: disclosure(number.reason, publishedOn) };
}

/** For a total that no publication holds. */
export const totalForAnalysts = async ({ store }: Context, count: () => Promise<number>): Promise<Total> =>
  (await store.smallestCountShown()) === null ? { count: await count(), disclosure: disclosure(null) } : notPublished;

const notPublished: Total = { count: null, disclosure: disclosure('NOT_PUBLISHED') };

async function publishedCount({ store }: Context, asked: AskedNumber): Promise<[Disclosed, string | null]> {
  const publication = await store.publication();
  if (!publication) return [{ value: null, suppressed: true, reason: 'NOT_YET_PUBLISHED' }, null];
  return [publishedNumber(publication.numbers, asked), publication.on];
}
