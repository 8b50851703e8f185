import type { Actor } from '../access/actor';
import type { Context } from '../api/context';
import type { Meeting } from '../meetings/meeting.entity';
import { changesIn } from './change.rules';
import type { Change, ToldEvent } from './changeFacts.rules';
import { newSignals, type MeasureThatSays } from './newSignals.rules';
import {
  markingOf,
  PACK_FORMAT,
  type ListsOfPack,
  type MeetingOfPack,
  type PackContent,
  type SinceWhen,
} from './packContent.rules';
import { eventsQuery, listQueries, meetingQuery, standingsQuery } from './packQueries';
import { headOf, readAs, readerFor, tellFrom, whole, type Asking, type Head } from './packReader';

export type Unnumbered = Omit<PackContent, 'number' | 'previousSha256'>;

/** All that a pack of the meeting says, but for its own number. */
export async function contentFor(asking: Asking, meeting: Meeting, since: SinceWhen | null, moment: Date): Promise<Unnumbered> {
  const reader = await readerFor(asking);
  const [about, lists, head, smallestCountShown] = await readAs(asking, reader, (ctx) =>
    Promise.all([aboutMeeting(ctx, meeting), listsOf(ctx), requiredHead(ctx), ctx.store.smallestCountShown()]),
  );
  const span = since && { fromSeq: since.seq, toSeq: head.seq, from: new Date(since.moment), measures: lists.measures };
  const changes = span ? await changesBetween(asking, reader, span) : [];
  const facts = {
    format: PACK_FORMAT,
    marking: markingOf(lists.sources),
    asAt: moment.toISOString(),
    smallestCountShown,
  } as const;
  return { ...facts, head, since, changes, about, ...lists };
}

/** After which event and up to which; what the measures say at the end, when that is known already. */
export interface Span {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly from: Date;
  readonly measures?: readonly MeasureThatSays[];
}

/** What changed, told so that the reader of it learns no number that is kept from them. */
export async function changesBetween(asking: Asking, reader: Actor, span: Span): Promise<Change[]> {
  const { fromSeq, toSeq, from, measures } = span;
  const told = await tellFrom(asking, (ctx) => whole<ToldEvent>(ctx, eventsQuery, { afterSeq: fromSeq, upToSeq: toSeq }));
  const [now, today, smallest] = await readAs(asking, reader, async (ctx) => {
    const list = measures ?? (await whole<MeasureThatSays>(ctx, standingsQuery));
    return [list, ctx.today, await ctx.store.smallestCountShown()] as const;
  });
  const then = await readAs({ ...asking, asAt: from }, reader, (ctx) => whole<MeasureThatSays>(ctx, standingsQuery));
  const changes = changesIn(told, { hidesNumbers: smallest !== null });
  return [...changes, ...newSignals(then, now, told, today)];
}

/** The last event of a moment; null when the committee's record begins later. */
export const headAt = (asking: Asking): Promise<Head | null> => tellFrom(asking, headOf);

async function requiredHead(ctx: Context): Promise<Head> {
  const head = await headOf(ctx);
  if (!head) throw new Error('A committee has the event of its founding at least.');
  return head;
}

async function aboutMeeting(ctx: Context, meeting: Meeting): Promise<MeetingOfPack> {
  const answer = await ctx.ask({ document: meetingQuery, variables: { meetingId: meeting.globalId } });
  return answer as unknown as MeetingOfPack;
}

async function listsOf(ctx: Context): Promise<ListsOfPack> {
  const lists = Object.entries(listQueries).map(async ([name, document]) => [name, await whole(ctx, document)] as const);
  return Object.fromEntries(await Promise.all(lists)) as unknown as ListsOfPack;
}
