import { readCursor, writeCursor } from './cursor';
import type { Page } from './listing';
import type { Session } from './session';

/** A table that names members, the column that does, when a row of it was written, and whether its history is kept. */
interface Mention {
  readonly table: string;
  readonly column: string;
  readonly moment: string;
  readonly isKept: boolean;
}

/** A row that names a member, as what, and from when until when it did. */
export interface HeldRow {
  readonly key: string;
  readonly table: string;
  readonly column: string;
  readonly rowId: string | null;
  readonly from: Date;
  readonly until: Date | null;
  /** What the row says now, as far as the reader may know; null when it is gone. */
  readonly facts: Readonly<Record<string, unknown>> | null;
}

export interface HeldSection {
  readonly table: string;
  readonly column: string;
  readonly count: number;
}

/**
 * Every key to a member that there is, and every column that says who acted: a new table cannot be forgotten.
 */
const MENTIONS = `
  select c.relname as "table", a.attname as "column", to_regclass(format('history.%I', c.relname)) is not null as "isKept",
    (select m.attname from pg_attribute m where m.attrelid = c.oid and m.atttypid = 'timestamptz'::regtype and not m.attisdropped
      order by m.attname <> 'recorded_at', m.attnum limit 1) as moment
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname <> 'committee_id'
    and (a.attname = 'actor_id' or exists (select from pg_constraint o where o.conrelid = c.oid and o.contype = 'f'
      and o.confrelid = 'public.member'::regclass and a.attnum = any(o.conkey)))
  order by 1, 2`;

/** In its history a row names someone also when it does so no longer. */
const heldIn = ({ table, column, moment, isKept }: Mention): string =>
  isKept
    ? `select '${table}' as "table", '${column}' as "column", h.id as row_id, min(h.valid_from) as since, max(h.valid_to) as until
       from history.${table} h where h.committee_id = $2 and h.${column} = $1 and h.valid_from <= coalesce(governance.as_at(), 'infinity') group by h.id`
    : `select '${table}', '${column}', ${table === 'receipt' ? 'null::uuid' : 'x.id'}, x.${moment}, 'infinity'::timestamptz
       from public.${table} x where x.committee_id = $2 and x.${column} = $1`;

const allHeld = (mentions: readonly Mention[]): string =>
  `select i.*, md5(concat_ws('/', "table", "column", row_id, since))::uuid as key from (${mentions.map(heldIn).join(' union all ')}) i`;

const ORDER = 'SINCE ASC';

/** Reads what is held about a member: three statements for a page and one for the counts, whatever there is. */
export class HeldAbout {
  private constructor(
    private readonly session: Session,
    private readonly mentions: readonly Mention[],
    private readonly asked: readonly [memberId: string, committeeId: string],
  ) {}

  static async of(session: Session, memberId: string, committeeId: string): Promise<HeldAbout> {
    return new HeldAbout(session, await session.query<Mention>(MENTIONS), [memberId, committeeId]);
  }

  sections(): Promise<HeldSection[]> {
    const sql = `select "table", "column", count(*)::int as count from (${allHeld(this.mentions)}) h group by 1, 2 order by 1, 2`;
    return this.session.query<HeldSection>(sql, this.asked);
  }

  async page(first: number, after: string | null | undefined): Promise<Page<HeldRow>> {
    const from = after == null ? null : readCursor(after, ORDER, 'timestamptz', 'after');
    const found = await this.session.query<Omit<HeldRow, 'facts'> & { place: string }>(
      `select key, "table", "column", row_id as "rowId", since as "from", nullif(until, 'infinity') as until, since::text as place
       from (${allHeld(this.mentions)}) h where $3::timestamptz is null or (since, key) > ($3::timestamptz, $4::uuid)
       order by since, key limit $5`,
      [...this.asked, from?.value ?? null, from?.id ?? null, first + 1],
    );
    const shown = found.slice(0, first);
    const facts = await this.factsOf(shown);
    return {
      rows: shown.map(({ place, ...row }) => ({
        row: { ...row, facts: facts.get(`${row.table} ${row.rowId ?? ''}`) ?? null },
        cursor: writeCursor({ order: ORDER, value: place, id: row.key }),
      })),
      hasNextPage: found.length > first,
      hasPreviousPage: from !== null,
    };
  }

  /** By the names that readers look under, so that what is withheld from them is withheld here. */
  private async factsOf(rows: readonly Pick<HeldRow, 'table' | 'rowId'>[]): Promise<Map<string, HeldRow['facts']>> {
    const tables = [...new Set(rows.filter(({ rowId }) => rowId).map(({ table }) => table))];
    if (tables.length === 0) return new Map();
    const sql = tables.map(
      (table) => `select '${table} ' || x.id as name, to_jsonb(x) as facts from ${table} x where x.id = any($1::uuid[])`,
    );
    const ids = rows.flatMap(({ rowId }) => rowId ?? []);
    const found = await this.session.query<{ name: string; facts: HeldRow['facts'] }>(sql.join(' union all '), [ids]);
    return new Map(found.map(({ name, facts }) => [name, facts]));
  }
}
