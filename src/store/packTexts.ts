import type { Session } from './session';

/** The texts of packs, in the order of their ids, as they may be read today; past the views, as the database itself withholds words. */
export async function packTexts(session: Session, ids: readonly string[]): Promise<(string | Error)[]> {
  const rows = await session.query<{ pack_id: string; canonical_text: string }>(
    'select * from governance.pack_texts($1::uuid[])',
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.pack_id, row.canonical_text]));
  return ids.map((id) => byId.get(id) ?? new Error('A pack was sealed without its text.'));
}
