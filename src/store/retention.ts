import type { LocalDate } from '../kernel/localDate';
import { readCursor, writeCursor } from './cursor';
import type { Page } from './listing';
import type { Session } from './session';

/** A record whose time is over. The triggers and the names of the tables are the database's own words. */
export interface DueRecord {
  readonly id: string;
  readonly ruleId: string;
  readonly kind: string;
  readonly rowId: string;
  readonly triggeredOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly holdIds: readonly string[];
}

export interface DueRequest {
  readonly committeeId: string;
  readonly today: LocalDate;
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly triggers?: readonly string[] | null | undefined;
  /** Only these records, whichever rule they are due by. */
  readonly rowIds?: readonly string[] | null | undefined;
}

/** When a row came into the states it is in for good: what is read as at a moment knows only what was so then. */
const since = (table: string, states: string): string => `(coalesce((select max(h.valid_to) from history.${table} h
  where h.id = x.id and h.status not in (${states}) and h.valid_from <= coalesce(governance.as_at(), 'infinity')), x.recorded_at)
  at time zone 'Europe/London')::date`;

/** @param day the day that people said it was, where they say one; otherwise the day on which it was recorded counts */
const ended = (trigger: string, table: string, states: string, day = 'null::date'): string =>
  `select '${trigger}' as trigger, '${table}' as kind, x.committee_id, x.id, coalesce(${day}, ${since(table, states)}) as on_day
   from ${table} x where x.status in (${states})`;

const RECORDS = [
  ended('SOURCE_CLOSED', 'learning_source', `'CLOSED', 'NOT_PROCEEDING'`),
  ended(
    'ACTION_SIGNED_OFF',
    'action',
    `'SIGNED_OFF', 'EMBEDDED'`,
    '(select max(s.meeting_on) from sign_off s where s.action_id = x.id)',
  ),
  ended('ACTION_ENDED', 'action', `'STOPPED', 'SUPERSEDED'`),
  ended('PLAN_CLOSED', 'plan', `'CLOSED'`),
  ended('CYCLE_CLOSED', 'pdsa_cycle', `'CLOSED', 'CANCELLED'`, 'x.acted_on'),
  `select 'MEMBER_ENDED', 'member', x.committee_id, x.id, x.ended_on from member x where x.ended_on is not null`,
].join(' union all ');

/** What was kept until a day is due again then; what was destroyed or handed over never is. */
const DUE = `
  select md5(r.id::text || x.id::text)::uuid as id, r.id as rule_id, x.kind, x.id as row_id, x.on_day,
    greatest((x.on_day + make_interval(months => r.period_months))::date, kept.until) as due_on
  from (${RECORDS}) x join retention_rule r on r.committee_id = x.committee_id and r.trigger = x.trigger and r.fate <> 'KEEP_PERMANENTLY'
    left join lateral (select max(d.keep_until_on) as until, bool_or(d.decision <> 'KEEP') as is_gone from disposal d
      where d.row_id = x.id and d.status = 'CARRIED_OUT') kept on true
  where r.committee_id = $4 and x.on_day <= $1::date and kept.is_gone is not true and ($2::text[] is null or r.trigger = any($2)) and ($3::uuid[] is null or x.id = any($3))`;

const ORDER = 'DUE_ON ASC';

/** What is due, the longest first; one statement, whatever is found. */
export async function dueRecords(session: Session, request: DueRequest): Promise<Page<DueRecord>> {
  const from = request.after == null ? null : readCursor(request.after, ORDER, 'date', 'after');
  const rows = await session.query<DueRecord>(
    `select p.id, p.rule_id as "ruleId", p.kind, p.row_id as "rowId", p.on_day::text as "triggeredOn", p.due_on::text as "dueOn",
       governance.holds_on(p.kind, p.row_id) as "holdIds"
     from (select * from (${DUE}) d where d.due_on <= $1::date and ($5::date is null or (d.due_on, d.id) > ($5::date, $6::uuid))
       order by d.due_on, d.id limit $7) p order by p.due_on, p.id`,
    [...asked(request), from?.value ?? null, from?.id ?? null, request.first + 1],
  );
  const shown = rows.slice(0, request.first);
  return {
    rows: shown.map((row) => ({ row, cursor: writeCursor({ order: ORDER, value: row.dueOn, id: row.id }) })),
    hasNextPage: rows.length > request.first,
    hasPreviousPage: from !== null,
  };
}

export async function countDue(session: Session, request: DueRequest): Promise<number> {
  const sql = `select count(*)::int as count from (${DUE}) d where d.due_on <= $1::date`;
  return (await session.query<{ count: number }>(sql, asked(request)))[0]?.count ?? 0;
}

const asked = ({ today, triggers, rowIds, committeeId }: DueRequest): unknown[] => [
  today,
  triggers ?? null,
  rowIds ?? null,
  committeeId,
];

/** The holds that keep a row from being destroyed. */
export async function holdsOn(session: Session, kind: string, rowId: string): Promise<{ id: string; name: string }[]> {
  return session.query('select h.id, h.name from legal_hold h where h.id = any(governance.holds_on($1, $2)) order by h.name', [
    kind,
    rowId,
  ]);
}

/** A record and all that belongs to it, by table. */
export const rowsOf = (session: Session, kind: string, rowId: string): Promise<{ kind: string; ids: string[] }[]> =>
  session.query('select kind, ids from governance.rows_of($1, $2)', [kind, rowId]);
