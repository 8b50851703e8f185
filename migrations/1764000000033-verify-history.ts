import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what was done behind the back of the triggers: each chain is computed again, and each history held against it. */
export class VerifyHistory1764000000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(chains.replace('{changes}', altered));
    await db.query(rows);
    await db.query(all);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function governance.verify(uuid), governance.verify_chains(uuid), governance.verify_rows(text, uuid)');
  }
}

/** Changes that are not as the chain has them, with what to say of each. */
export const altered = `
    select c.committee_id, e.seq, 'what it changed is not what was written when it happened' from event_change c join event e on e.id = c.event_id
      where (only_committee is null or c.committee_id = only_committee) and c.body_hash is distinct from governance.body_hash(c.salt, c.before, c.after)`;

/** Over every chain; {changes} stands for the changes that are not as they were, of which a later migration knows more. */
export const chains = `
  create or replace function governance.verify_chains(only_committee uuid) returns table (committee_id uuid, seq int, problem text) language sql stable as $$
    with chain as (
      select e.*, lag(e.hash, 1, repeat('0', 64)) over w as previous, lag(e.moment, 1, '-infinity') over w as earlier, row_number() over w as place
      from event e where only_committee is null or e.committee_id = only_committee window w as (partition by e.committee_id order by e.seq)
    )
    select c.committee_id, c.seq, case
        when c.seq <> c.place then 'an event before this one is missing'
        when c.moment <= c.earlier then 'it is not later than the event before it'
        else 'it is not what was written when it happened' end
      from chain c where c.seq <> c.place or c.moment <= c.earlier
        or c.hash is distinct from encode(sha256(convert_to(c.previous || E'\\n' || governance.event_text(c.id), 'UTF8')), 'hex')
    union all
    select h.committee_id, h.seq, 'the events after the one before this are missing' from chain_head h
      left join event e on e.committee_id = h.committee_id and e.seq = h.seq
      where h.seq > 0 and e.hash is distinct from h.hash and (only_committee is null or h.committee_id = only_committee)
    union all
    {changes}
    union all
    select e.committee_id, e.seq, 'it comes after the end of the chain' from event e left join chain_head h on h.committee_id = e.committee_id
      where e.seq > coalesce(h.seq, 0) and (only_committee is null or e.committee_id = only_committee)
  $$;
`;

/** Each version must be the one before it with what its event says changed; the newest must be the row that is there. */
const rows = `
  create function governance.verify_rows(t text, only_committee uuid) returns table (committee_id uuid, seq int, problem text) language plpgsql stable as $$
  declare
    g governance.governed_table := (select x from governance.governed_table x where x.table_name = t);
    committee text := case when t = 'committee' then 'id' when g.is_of_committee then 'committee_id' end;
    chosen text := case when only_committee is null then 'true' when committee is null then 'false' else format('%I = %L', committee, only_committee) end;
    keys text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = g.oid and i.indisprimary);
    has_id boolean := exists (select from pg_attribute where attrelid = g.oid and attname = 'id' and atttypid = 'uuid'::regtype and not attisdropped);
    parts text[] := case when has_id then array['v.id'] else string_to_array(governance.key_uuids(g.oid, 'v.'), ', v.') end;
  begin
    return query execute format($sql$
      select %1$s, h.event_seq::int, format('%%s (%%s) is not what its history says', %2$L, concat_ws(' ', %3$s))
      from (select * from public.%2$I where %5$s) p full join (select * from history.%2$I where valid_to = 'infinity' and %5$s) h on %4$s
      where to_jsonb(p) is null or to_jsonb(h) is null or not to_jsonb(h) @> to_jsonb(p)
    $sql$, case when committee is null then 'null::uuid' else format('coalesce(p.%1$I, h.%1$I)', committee) end, t,
      (select string_agg(format('coalesce(p.%1$s, h.%1$s)', k), ', ') from unnest(string_to_array(keys, ', ')) k), governance.key_match(t, 'h', 'p'), chosen);
    if committee is null then return; end if;
    return query execute format($sql$
      with version as (
        select v.*, lag(v.facts) over w as earlier_facts, lag(v.valid_to) over w as earlier_end
        from (select h.*, (select to_jsonb(l) - array['id', 'committee_id', 'version', 'key_hash', 'subject'] from (select %5$s) l) as facts from history.%1$I h where %7$s) v
        window w as (partition by %2$s order by v.valid_from)
      )
      select v.%3$I, v.event_seq::int, format('the history of %%s (%%s) is not what this event says', %1$L, %4$s)
      from version v join event e on e.committee_id = v.%3$I and e.seq = v.event_seq
        left join event_change c on c.event_id = e.id and c.kind = %1$L and c.row_id = %4$s and c.other_id is not distinct from %6$s
      where (v.earlier_end = v.valid_from and v.earlier_facts = v.facts) is not true
        and (c.id is null or not (v.facts @> c.after) or v.valid_from < e.moment
          or (c.before is not null and v.earlier_end = v.valid_from and v.earlier_facts || c.after <> v.facts))
    $sql$, t, keys, committee, parts[1], governance.column_list(t, 'h.'), coalesce('v.' || parts[2], 'null::uuid'), chosen);
  end $$;
`;

const all = `
  create function governance.verify(only_committee uuid default null) returns table (committee_id uuid, seq int, problem text) language plpgsql stable as $$
  declare
    t record;
  begin
    return query select v.* from governance.verify_chains(only_committee) v order by 1, 2;
    for t in select k.table_name as name from governance.kept_table k order by 1 loop
      return query select v.* from governance.verify_rows(t.name, only_committee) v order by 1, 2;
    end loop;
  end $$;
  revoke execute on all functions in schema governance from public;
  grant execute on function governance.verify(uuid) to golden_thread_owner;
`;
