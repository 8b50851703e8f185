import { randomUUID } from 'node:crypto';
import type { DisclosedSummary } from '../disclosure/summary';
import { dateAt, type LocalDate } from '../kernel/localDate';
import { ask, type Reader } from './reads';
import type { Session } from './session';

/** What the keys of each dimension of a publication are in words, by dimension and key. */
export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Counts of a committee as they came out at the end of a day. */
export interface Publication {
  readonly on: LocalDate;
  readonly numbers: DisclosedSummary;
  readonly labels: Labels;
}

/** A day that was dealt with; its numbers are null where the publication before stood. */
export type KeptPublication = Omit<Publication, 'numbers'> & {
  readonly numbers: DisclosedSummary | null;
  /** How many of them are rows that the readers may not list. */
  readonly withheld: DisclosedSummary | null;
  readonly smallest: number;
};

const columns = 'p.published_on as "on", p.numbers, p.labels';

/** The publication that stood on a day, asked of the table itself: publications are the same whenever they are looked at. */
export async function publicationStanding(reader: Reader): Promise<Publication | null> {
  const [found] = await ask<Publication>(reader, {
    sql: `select ${columns} from public.publication p
      where p.committee_id = $1 and p.published_on < $2::date and p.numbers is not null order by p.published_on desc limit 1`,
    parameters: [reader.committeeId, reader.today],
  });
  return found ?? null;
}

/** All that came out so far, the oldest first. */
export const allPublications = (reader: Reader): Promise<KeptPublication[]> =>
  ask(reader, {
    // Before it was told apart all was counted as withheld, as it is until somebody opens a row.
    sql: `select ${columns}, coalesce(p.withheld, p.numbers) as "withheld", p.smallest_count_shown as "smallest" from public.publication p
      where p.committee_id = $1 order by p.published_on`,
    parameters: [reader.committeeId],
  });

/** The day on which the committee's first action was known here, whatever it says of itself; null before that. */
export async function firstActionOn(reader: Reader): Promise<LocalDate | null> {
  const [first] = await ask<{ moment: Date | null }>(reader, {
    sql: `select min(a.valid_from) as "moment" from history.action a where a.committee_id = $1`,
    parameters: [reader.committeeId],
  });
  return first?.moment ? dateAt(first.moment) : null;
}

/** Whichever of two that were made at the same time comes first is the one that came out. */
export async function keepPublications(session: Session, committeeId: string, kept: readonly KeptPublication[], now: Date) {
  for (const { on, smallest, numbers, withheld, labels } of kept) {
    await session.query(
      `insert into publication (id, committee_id, recorded_at, published_on, smallest_count_shown, numbers, withheld, labels)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (committee_id, published_on) do nothing`,
      [randomUUID(), committeeId, now, on, smallest, asJson(numbers), asJson(withheld), JSON.stringify(labels)],
    );
  }
}

const asJson = (numbers: DisclosedSummary | null): string | null => numbers && JSON.stringify(numbers);
