import { Arg, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { badInput, ruleBroken } from '../kernel/errors';
import { Meeting } from '../meetings/meeting.entity';
import type { Change } from './changeFacts.rules';
import { Changes, PackChange, PackDraft } from './change.type';
import { Pack } from './pack.entity';
import { draftContent, isWhole, requirePackReader, sealedContent, textOf } from './pack.reading';
import { changesBetween, headAt } from './packContent.reading';
import { canonicalText } from './packContent.rules';
import { packPage } from './packPage';
import { readerFor } from './packReader';

/** The whole of what a committee works on is read, twice where signals are compared. */
const DRAFT_COST = 2_000;
const CHANGES_COST = 1_000;

@Resolver(() => Pack)
export class PackFields {
  @Extensions({ cost: 25 })
  @FieldResolver(() => String, {
    description:
      'What it says, as canonical JSON (RFC 8785): the text whose hash it has, and the file at its address with .json.',
  })
  async canonicalText(@Root() pack: Pack, @Ctx() ctx: Context): Promise<string> {
    requirePackReader(ctx);
    await sealedContent(ctx, pack);
    return textOf(ctx, pack);
  }

  @Extensions({ cost: 25 })
  @FieldResolver(() => Boolean, {
    description:
      'Whether it still says all that was sealed. False where texts were withheld or erased since: the hash is that of the whole text.',
  })
  async isWhole(@Root() pack: Pack, @Ctx() ctx: Context): Promise<boolean> {
    requirePackReader(ctx);
    return isWhole(await textOf(ctx, pack), pack);
  }

  @Extensions({ listSize: 100 })
  @FieldResolver(() => [PackChange], {
    description:
      'What changed since the pack before it, or since the last meeting where that has none; empty for the first of all.',
  })
  async changes(@Root() pack: Pack, @Ctx() ctx: Context): Promise<readonly Change[]> {
    requirePackReader(ctx);
    return (await sealedContent(ctx, pack)).changes;
  }

  @Extensions({ cost: 100 })
  @FieldResolver(() => String, {
    description:
      'The pack as a page for reading and printing, made from its text and nothing else: no scripts, no outside addresses.',
  })
  async page(@Root() pack: Pack, @Ctx() ctx: Context): Promise<string> {
    requirePackReader(ctx);
    const content = await sealedContent(ctx, pack);
    return packPage(content, { sha256: pack.sha256, isWhole: isWhole(await textOf(ctx, pack), pack) });
  }

  @FieldResolver(() => String, { description: 'Where this service shows it: the page; add .json for the text that is hashed.' })
  address(@Root() { globalId }: Pack): string {
    return `/packs/${globalId}`;
  }
}

@Resolver()
export class PackQueries {
  @Extensions({ cost: DRAFT_COST })
  @Query(() => PackDraft, { description: 'The pack of a meeting as it would be sealed now, or as at the moment of the query.' })
  async packDraft(
    @Arg('meetingId', () => ID, { description: 'The meeting.' }) meetingId: string,
    @Ctx() ctx: Context,
  ): Promise<PackDraft> {
    requirePackReader(ctx);
    const meeting = await ctx.store.get(Meeting, meetingId, 'meetingId');
    const content = await draftContent(ctx, meeting);
    const { asAt, changes } = content;
    return { asAt: new Date(asAt), changes, canonicalText: canonicalText(content), page: packPage(content, null) };
  }

  @Extensions({ cost: CHANGES_COST })
  @Query(() => Changes, {
    description: 'What changed since a moment, or since a meeting was held, up to now or to the moment of the query.',
  })
  async changesSince(
    @Ctx() ctx: Context,
    @Arg('meetingId', () => ID, { nullable: true, description: 'Since this meeting was held. Give this or a moment.' })
    meetingId?: string | null,
    @Arg('moment', () => Date, { nullable: true, description: 'Since this moment. Give this or a meeting.' })
    moment?: Date | null,
  ): Promise<Changes> {
    requirePackReader(ctx);
    const from = meetingId ? await heldAtOf(ctx, meetingId) : moment;
    if (!from || (meetingId && moment)) throw badInput('moment', 'Give a moment or a meeting, and not both.', 'changes.since');
    if (from > ctx.moment) throw badInput('moment', 'This moment comes after the one you look at.', 'changes.since');
    const asking = { ctx, store: ctx.store, ...(ctx.isLookingBack ? { asAt: ctx.moment } : {}) };
    const [first, last] = [await headAt({ ...asking, asAt: from }), await headAt(asking)];
    if (!first || !last) throw badInput('moment', 'The record of your committee begins after this moment.', 'asAt.beforeRecord');
    const items = await changesBetween(asking, await readerFor(asking), { fromSeq: first.seq, toSeq: last.seq, from });
    return { fromMoment: from, toMoment: ctx.moment, fromSeq: first.seq, toSeq: last.seq, items };
  }
}

async function heldAtOf({ store }: Context, meetingId: string): Promise<Date> {
  const { heldAt } = await store.get(Meeting, meetingId, 'meetingId');
  if (!heldAt) throw ruleBroken('meeting.notHeld', 'This meeting has not been held yet.', 'meetingId');
  return heldAt;
}
