import type { Actor } from '../access/actor';
import type { Role } from '../access/roles';
import type { Context } from '../api/context';
import { CommitteeSettings } from '../committees/committeeSettings.entity';
import { type Event } from '../history/event.entity';
import { events } from '../history/event.lists';
import type { Store } from '../store/store';
import type { Page } from './packThread.rules';

/** Who reads for a pack is nobody in particular, so nothing is in it that only some of its readers may see. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

const nobodyAs = (committeeId: string, role: Role): Actor => ({ kind: 'PERSON', id: NOBODY, committeeId, role });

/**
 * The reader of what a pack says. Where the committee keeps small numbers from some of its roles, they are kept from the pack; and
 * whoever asks for a draft sees no more of it than of anything else.
 */
export async function readerFor({ ctx, store }: Asking): Promise<Actor> {
  const { committeeId, role } = ctx.actor;
  if ((await store.smallestCountShown()) !== null) return nobodyAs(committeeId, role);
  const [settings] = await store.all(CommitteeSettings);
  return nobodyAs(committeeId, settings?.protectedRoles[0] ?? 'MEMBER');
}

/** The log of all events is for those who answer for the record; what happened is told from it. */
const tellerFor = ({ ctx }: Asking): Actor => nobodyAs(ctx.actor.committeeId, 'LEAD_OFFICER');

/** Through whose store, which has the connection, something is read, and as at when; without a moment, as it stands. */
export interface Asking {
  readonly ctx: Context;
  readonly store: Store;
  readonly asAt?: Date | undefined;
}

export const readAs = <T>({ ctx, store, asAt }: Asking, actor: Actor, read: (context: Context) => Promise<T>): Promise<T> =>
  ctx.beside(store.session, { actor, asAt }, read);

export const tellFrom = <T>(asking: Asking, read: (context: Context) => Promise<T>): Promise<T> =>
  readAs(asking, tellerFor(asking), read);

const PAGE = 200;

/** All pages of a list, put together. */
export async function whole<T>(ctx: Context, document: string, variables: object = {}): Promise<T[]> {
  const found: T[] = [];
  let after: string | null | undefined = null;
  do {
    const answer = await ctx.ask({ document, variables: { ...variables, first: PAGE, after } });
    const { nodes, pageInfo } = answer.list as Page<T>;
    found.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return found;
}

export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** The last event that is over, if there is any; the one in which a pack is sealed has no hash yet. */
export async function headOf({ store }: Context): Promise<Head | null> {
  const page = await store.page<Event>(events, { last: 2 });
  const last = page.rows.map(({ row }) => row).findLast(({ hash }) => hash !== null);
  return last?.hash ? { seq: last.seq, hash: last.hash } : null;
}
