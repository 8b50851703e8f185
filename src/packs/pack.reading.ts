import DataLoader from 'dataloader';
import { isFromOutside } from '../access/clearance';
import type { Context } from '../api/context';
import { forbidden } from '../kernel/errors';
import { Meeting } from '../meetings/meeting.entity';
import { previousOf } from '../meetings/meeting.rules';
import { packTexts } from '../store/packTexts';
import { Pack } from './pack.entity';
import { hashOf } from './packHash';
import { contentFor, headAt } from './packContent.reading';
import { contentOf, type PackContent, type SinceWhen } from './packContent.rules';
import type { Asking } from './packReader';
import { requireWhole } from './packWhole.rules';

/** A program reads as a partner, whatever its role. @throws FORBIDDEN */
export function requirePackReader({ actor }: Context): void {
  if (isFromOutside(actor)) throw forbidden('A pack is for the people who work with the committee.');
}

/** The text of a pack as it may be read today, without what was withheld or erased since. */
export async function textOf({ store }: Context, { id }: Pack): Promise<string> {
  const texts = await store.once('pack texts', () =>
    Promise.resolve(new DataLoader((ids: readonly string[]) => packTexts(store.session, ids))),
  );
  return texts.load(id);
}

/** Whether a text is still the one that was sealed. */
export const isWhole = (text: string, { sha256 }: Pack): boolean => hashOf(text) === sha256;

/**
 * What a pack says, taken apart once a request.
 * @throws FORBIDDEN for readers from whom the committee keeps small numbers that are in it, since it was sealed before that was agreed
 */
export const sealedContent = (ctx: Context, pack: Pack): Promise<PackContent> =>
  ctx.store.once(`pack ${pack.id}`, async () => {
    const content = contentOf(await textOf(ctx, pack));
    const smallest = await ctx.store.smallestCountShown();
    if (smallest !== null && (content.smallestCountShown ?? 0) < smallest)
      throw forbidden(`This pack was sealed before small numbers were kept from your role (${ctx.actor.role}).`);
    return content;
  });

/** What a pack of a meeting would say now, or as at the moment of the request. */
export async function draftContent(ctx: Context, meeting: Meeting): Promise<PackContent> {
  const asking = { ctx, store: ctx.store, ...(ctx.isLookingBack ? { asAt: ctx.moment } : {}) };
  const since = await sinceFor(asking, meeting, ctx.moment);
  const content = await contentFor(asking, meeting, since, ctx.moment);
  requireWhole(content, 'meetingId');
  return { ...content, number: null, previousSha256: null };
}

/** From where what changed is told: from the last pack of the same body for another meeting, or else from its last meeting. */
export async function sinceFor(asking: Asking, meeting: Meeting, moment: Date): Promise<SinceWhen | null> {
  const [packs, meetings] = await Promise.all([asking.store.all(Pack), asking.store.all(Meeting)]);
  const others = new Map(
    meetings.filter((each) => each.subgroupId === meeting.subgroupId && each.id !== meeting.id).map((each) => [each.id, each]),
  );
  const last = packs
    .filter(({ meetingId, asAt }) => others.has(meetingId) && asAt < moment)
    .sort((one, other) => one.asAt.getTime() - other.asAt.getTime() || one.number - other.number)
    .at(-1);
  const before = last ? others.get(last.meetingId) : previousOf(meetings, meeting);
  if (last && before)
    return sinceWhen(before, { packId: last.globalId, sha256: last.sha256, moment: last.asAt, seq: last.headSeq });
  if (!before?.heldAt || before.heldAt >= moment) return null;
  const head = await headAt({ ...asking, asAt: before.heldAt });
  return head && sinceWhen(before, { packId: null, sha256: null, moment: before.heldAt, seq: head.seq });
}

const sinceWhen = (
  { globalId, meetsOn }: Meeting,
  { moment, ...from }: Pick<SinceWhen, 'packId' | 'sha256' | 'seq'> & { moment: Date },
): SinceWhen => ({ ...from, meetingId: globalId, meetsOn, moment: moment.toISOString() });
