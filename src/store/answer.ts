import { snakeCase } from './names';
import { CommitteeRow, Node, type RowType } from './row';
import type { Session } from './session';
import { noteStanding, withholdableOf, type Quarantined, type Standing } from './standing';

const rowsIn = (value: unknown): Node[] => {
  if (value instanceof Node) return [value];
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  return Object.values(value).flatMap(rowsIn);
};

/** The rows in what a verb answers with whose texts may be withheld from some readers. */
export const tieredRowsIn = (value: unknown): Node[] =>
  rowsIn(value).filter((row) => (row.constructor as RowType).isTiered === true);

/** What a verb answers with, and when it was found: a request that is sent again gets what was found the first time. */
export interface Answer<P extends object> {
  readonly found: P;
  readonly at: Date;
}

type Found = Standing & { readonly id: string };

/**
 * A verb works with whole rows, and a request that is sent again gets its first answer; what the actor may read by now is
 * settled here, in one statement, before the answer leaves.
 */
export async function withholdFrom(session: Session, { found, at }: Answer<object>): Promise<void> {
  const rows = rowsIn(found).filter((row) => row instanceof CommitteeRow);
  if (rows.length === 0) return;
  const standings = await session.query<Found>(
    `select i.id, t.tier, case when t.row_id is not null then nullif(governance.withheld_from_reader(i.id), '') end as withheld,
       (select jsonb_object_agg(w.column_name, w.reason order by w.reason desc) from withheld_text w
        where w.row_id = i.id and (w.corrected_at is null or w.corrected_at > $2)) as quarantined
     from (select distinct unnest($1::uuid[]) as id) i left join item_tier t on t.row_id = i.id`,
    [rows.map(({ id }) => id), at],
  );
  const byId = new Map(standings.map((standing) => [standing.id, standing]));
  for (const row of rows) settle(row, byId.get(row.id));
}

function settle(row: Node, standing: Found | undefined): void {
  const type = row.constructor as RowType;
  if (!standing || (type.isTiered && (standing.tier as number | null) === null)) throw new Error(`A ${type.name} has no tier.`);
  noteStanding(row, standing);
  if (standing.withheld) for (const name of withholdableOf(type)) Reflect.set(row, name, null);
  if (standing.quarantined) takeOut(row, standing.quarantined);
}

/** Where there always is a text, it is told that there was one. */
function takeOut(row: Node, quarantined: Quarantined): void {
  const mayBeNull = withholdableOf(row.constructor as RowType);
  for (const property of Object.keys(row).filter((name) => snakeCase(name) in quarantined)) {
    const told = quarantined[snakeCase(property)] === 'ERASED' ? '[erased]' : '[withheld]';
    Reflect.set(row, property, mayBeNull.includes(property) ? null : told);
  }
}
