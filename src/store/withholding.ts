import type { Session } from './session';

/*
 * What a privacy steward decides of a text is done by functions of the owner, since it reaches where no verb may: the past,
 * the events, and rows that are kept for good.
 */

/** The columns of a table in which people write in their own words. */
export async function freeTextsOf(session: Session, table: string): Promise<readonly string[]> {
  const [row] = await session.query<{ columns: string[] }>('select governance.free_texts_of($1) as columns', [table]);
  return row?.columns ?? [];
}

/** Withholds the text a quarantine names and its copies, from now on. */
export const withhold = (session: Session, quarantineId: string): Promise<unknown> =>
  session.query('select governance.withhold($1)', [quarantineId]);

/** The legal holds that keep something a quarantine withholds. */
export const holdsOnQuarantine = (session: Session, quarantineId: string): Promise<{ name: string }[]> =>
  session.query(
    `select distinct h.name from withheld_text w cross join lateral unnest(governance.holds_on(w.kind, w.row_id)) i(id)
     join legal_hold h on h.id = i.id where w.quarantine_id = $1 order by h.name`,
    [quarantineId],
  );

/** Destroys all that a quarantine withholds, with the erasure as its record. */
export const eraseQuarantined = (session: Session, erasureId: string, quarantineId: string): Promise<unknown> =>
  session.query('select governance.erase_quarantined($1, $2)', [erasureId, quarantineId]);

/** Destroys all free texts of some rows of a table. */
export const eraseTexts = (session: Session, erasureId: string, table: string, ids: readonly string[]): Promise<unknown> =>
  session.query('select governance.erase_texts($1, $2, $3::uuid[], null, null)', [erasureId, table, ids]);
