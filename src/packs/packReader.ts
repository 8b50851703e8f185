import type { Actor } from '../access/actor';
import type { Context } from '../api/context';
import { type Event } from '../history/event.entity';
import { events } from '../history/event.lists';
import type { Session } from '../store/session';
import type { Page } from './packThread.rules';

/** Who reads for a pack is nobody in particular, so nothing is in it that only some of its readers may see. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

export const readerFor = (committeeId: string): Actor => ({ kind: 'PERSON', id: NOBODY, committeeId, role: 'MEMBER' });

/** The log of all events is for those who answer for the record; what happened is told from it. */
export const tellerFor = (committeeId: string): Actor => ({ kind: 'PERSON', id: NOBODY, committeeId, role: 'LEAD_OFFICER' });

/** On whose connection is read, and as at when; without a moment, as it stands. */
export interface Asking {
  readonly ctx: Context;
  readonly session: Session;
  readonly asAt?: Date | undefined;
}

export const readAs = <T>({ ctx, session, asAt }: Asking, actor: Actor, read: (context: Context) => Promise<T>): Promise<T> =>
  ctx.beside(session, { actor, asAt }, read);

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
