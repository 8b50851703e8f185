import { smallNumbers, type Role } from '../access/roles';
import type { Actor } from '../access/actor';
import { openRecord, wholeRecord } from '../access/clearance';
import { settingsOf } from '../committees/committeeSettings.reading';
import { recordsPolicy, withThreshold } from '../disclosure/policy';
import { protectNext } from '../disclosure/protectNext';
import { publicationDays } from '../disclosure/publicationDays';
import type { Clock } from '../kernel/clock';
import { addDays, dateAt, endOf, type LocalDate } from '../kernel/localDate';
import type { Database } from '../store/database';
import { allPublications, firstActionOn, keepPublications, type KeptPublication } from '../store/publications';
import { inWriteSession, readSession } from '../store/session';
import { Store } from '../store/store';
import { countActions } from './publication.reading';

interface PublisherParts {
  readonly dataSource: Database['dataSource'];
  readonly clock: Clock;
}

/** Lets out what is due of a committee's counts, before anything is read for whoever asks. */
export type Publish = (actor: Actor) => Promise<void>;

/**
 * Publications come out when they are first asked for after their day, as they stood at its end: so no clock has to ring, and the
 * day on which someone asks makes no difference.
 */
export function createPublisher(parts: PublisherParts): Publish {
  const done = new Map<string, LocalDate>();
  const running = new Map<string, Promise<void>>();
  return async (actor) => {
    const today = dateAt(parts.clock());
    if (!readsPublications(actor.role) || done.get(actor.committeeId) === today) return;
    const known = running.get(actor.committeeId);
    const publishing = known ?? publishDue(parts, actor, today).then(() => void done.set(actor.committeeId, today));
    if (!known) {
      running.set(actor.committeeId, publishing);
      void publishing.catch(() => undefined).finally(() => running.delete(actor.committeeId));
    }
    await publishing;
  };
}

const readsPublications = (role: Role): boolean => smallNumbers[role] !== 'SHOWN';

async function publishDue(parts: PublisherParts, actor: Actor, today: LocalDate): Promise<void> {
  const { kept, smallest, days } = await reading(parts, actor, { today, as: wholeRecord }, async (store) => {
    const [all, settings, first] = [
      await allPublications(store),
      await settingsOf(store, actor.committeeId),
      await firstActionOn(store),
    ];
    const last = all.at(-1)?.on;
    const from = last === undefined ? first : addDays(last, 1);
    return { kept: all, smallest: settings.smallestCountShown, days: from === null ? [] : publicationDays(from, today) };
  });
  const fresh: KeptPublication[] = [];
  for (const on of days) {
    const standing = { today: on, asAt: endOf(on) };
    // What is published counts all of the committee's actions, whoever's request lets it come out.
    const { summary: all, labels } = await reading(parts, actor, { ...standing, as: wholeRecord }, countActions);
    const { summary: listable } = await reading(parts, actor, { ...standing, as: openRecord }, countActions);
    const earlier = [...kept, ...fresh].flatMap(({ withheld }) => withheld ?? []);
    const published = protectNext({ all, listable }, earlier, withThreshold(recordsPolicy, smallest));
    fresh.push({ on, smallest, numbers: published?.numbers ?? null, withheld: published?.withheld ?? null, labels });
  }
  if (fresh.length > 0) await keep(parts, actor, fresh);
}

interface Look {
  readonly today: LocalDate;
  readonly asAt?: Date;
  /** What is read is what these may see. */
  readonly as: Pick<Actor, 'kind' | 'role'>;
}

async function reading<T>(
  { dataSource }: PublisherParts,
  actor: Actor,
  { today, asAt, as }: Look,
  read: (store: Store) => Promise<T>,
): Promise<T> {
  const session = readSession(dataSource, { ...actor, ...as, asAt });
  try {
    return await read(new Store(dataSource, session, actor, { today }));
  } finally {
    await session.end('COMMIT');
  }
}

async function keep({ dataSource, clock }: PublisherParts, actor: Actor, fresh: readonly KeptPublication[]): Promise<void> {
  const now = clock();
  const scope = { committeeId: actor.committeeId, id: actor.id };
  await inWriteSession({ dataSource, scope, now }, (session) => keepPublications(session, actor.committeeId, fresh, now));
}
