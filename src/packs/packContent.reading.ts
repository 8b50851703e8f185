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
import { headOf, readAs, readerFor, tellerFor, whole, type Asking, type Head } from './packReader';

export type Unnumbered = Omit<PackContent, 'number' | 'previousSha256'>;

/** All that a pack of the meeting says, but for its own number. */
export async function contentFor(asking: Asking, meeting: Meeting, since: SinceWhen | null, moment: Date): Promise<Unnumbered> {
  const { committeeId } = meeting;
  const [about, lists, head] = await readAs(asking, readerFor(committeeId), (ctx) =>
    Promise.all([aboutMeeting(ctx, meeting), listsOf(ctx), requiredHead(ctx)]),
  );
  const span = since && { fromSeq: since.seq, toSeq: head.seq, from: new Date(since.moment), measures: lists.measures };
  const changes = span ? await changesBetween(asking, committeeId, span) : [];
  const facts = { format: PACK_FORMAT, marking: markingOf(lists.sources), asAt: moment.toISOString() } as const;
  return { ...facts, head, since, changes, about, ...lists };
}

/** After which event and up to which; what the measures say at the end, when that is known already. */
export interface Span {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly from: Date;
  readonly measures?: readonly MeasureThatSays[];
}

export async function changesBetween(asking: Asking, committeeId: string, span: Span): Promise<Change[]> {
  const { fromSeq, toSeq, from, measures } = span;
  const [told, now, today] = await readAs(asking, tellerFor(committeeId), async (ctx) => {
    const list = await whole<ToldEvent>(ctx, eventsQuery, { afterSeq: fromSeq, upToSeq: toSeq });
    return [list, measures ?? (await whole<MeasureThatSays>(ctx, standingsQuery)), ctx.today] as const;
  });
  const then = await readAs({ ...asking, asAt: from }, readerFor(committeeId), (ctx) =>
    whole<MeasureThatSays>(ctx, standingsQuery),
  );
  const changes = changesIn(told);
  return [...changes, ...newSignals(then, now, changes, today)];
}

/** The last event of a moment; null when the committee's record begins later. */
export const headAt = (asking: Asking, committeeId: string): Promise<Head | null> =>
  readAs(asking, tellerFor(committeeId), headOf);

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
