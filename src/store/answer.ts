import { Node, type RowType } from './row';
import type { Session } from './session';
import { noteStanding, withholdableOf } from './standing';

/** The rows in what a verb answers with whose texts may be withheld. */
export function tieredRowsIn(value: unknown): Node[] {
  if (value instanceof Node) return (value.constructor as RowType).isTiered ? [value] : [];
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  return Object.values(value).flatMap(tieredRowsIn);
}

/**
 * A verb works with whole rows, and a request that is sent again gets its first answer; what the actor may read by now is
 * settled here, in one statement, before the answer leaves.
 */
export async function withholdFrom(session: Session, answer: object): Promise<void> {
  const rows = tieredRowsIn(answer);
  if (rows.length === 0) return;
  const found = await session.query<{ id: string; tier: number; withheld: string | null }>(
    `select row_id as id, tier, nullif(governance.withheld_from_reader(row_id), '') as withheld from item_tier where row_id = any($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  const byId = new Map(found.map((standing) => [standing.id, standing]));
  for (const row of rows) {
    const standing = byId.get(row.id);
    if (!standing) throw new Error(`A ${row.constructor.name} has no tier.`);
    noteStanding(row, standing);
    if (standing.withheld) for (const name of withholdableOf(row.constructor as RowType)) Reflect.set(row, name, null);
  }
}
