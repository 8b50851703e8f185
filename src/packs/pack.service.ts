import { randomUUID } from 'node:crypto';
import type { Context } from '../api/context';
import type { Event } from '../history/event.entity';
import { events } from '../history/event.lists';
import { ruleBroken } from '../kernel/errors';
import { Meeting } from '../meetings/meeting.entity';
import type { Work } from '../store/work';
import { Pack, PackText } from './pack.entity';
import type { SealPackInput } from './pack.input';
import { sinceFor } from './pack.reading';
import { contentFor } from './packContent.reading';
import { hashOf } from './packHash';
import { canonicalText, type PackContent } from './packContent.rules';
import { requireWhole } from './packWhole.rules';

/** Seals what the committee knows: now for a meeting to come, and of one that was held what it knew then. */
export async function sealPack(work: Work, input: SealPackInput, ctx: Context): Promise<{ pack: Pack }> {
  const meeting = await work.forChange(Meeting, input);
  const packs = await work.store.all(Pack);
  const asAt = meeting.heldAt ?? (await momentOf(work));
  requireNew(packs, meeting, asAt);
  const asking = { ctx, store: work.store, asAt };
  const since = await sinceFor(asking, meeting, asAt);
  const last = packs.reduce<Pack | null>((latest, each) => (latest && latest.number > each.number ? latest : each), null);
  const content: PackContent = {
    ...(await contentFor(asking, meeting, since, asAt)),
    number: (last?.number ?? 0) + 1,
    previousSha256: last?.sha256 ?? null,
  };
  requireWhole(content, 'input.id');
  return { pack: await keep(work, meeting, content) };
}

/**
 * The moment of this change itself. The head of the chain is locked until it is over, so whatever was recorded by this moment is all
 * that will ever have been; and it lies after the last event, whatever the clock says.
 */
async function momentOf({ store }: Work): Promise<Date> {
  const [own] = (await store.page<Event>(events, { last: 1 })).rows;
  if (!own) throw new Error('A change has an event.');
  return own.row.moment;
}

function requireNew(packs: readonly Pack[], { id }: Meeting, asAt: Date): void {
  if (!packs.some((each) => each.meetingId === id && each.asAt.getTime() === asAt.getTime())) return;
  throw ruleBroken('pack.sealed', 'The pack of this meeting as at this moment is sealed already.', 'input.id');
}

async function keep(work: Work, meeting: Meeting, content: PackContent): Promise<Pack> {
  const { asAt, format, marking, number, since, head } = content;
  const text = canonicalText(content);
  const sinceId = since?.packId ? (await work.store.get(Pack, since.packId, 'input.id')).id : null;
  const pack = await work.add(Pack, {
    ...{ meetingId: meeting.id, number: number ?? 0, asAt: new Date(asAt), format, marking, sinceId },
    ...{ headSeq: head.seq, headHash: head.hash, sealedById: work.actor.id },
    sha256: hashOf(text),
  });
  await work.link(PackText, [{ id: randomUUID(), packId: pack.id, canonicalText: text }]);
  return pack;
}
