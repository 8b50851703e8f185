import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what was done behind the back of the triggers: each chain is computed again, and each history held against it. */
export class VerifyHistory1764000000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [chains.replace('{changes}', altered), changes, today, versions, all]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function governance.verify(uuid), governance.verify_chains(uuid), governance.verify_today(governance.kept, uuid),
      governance.verify_versions(governance.kept, uuid), governance.changes_of(text, uuid), governance.in_columns_of_today(text, uuid, int, jsonb, jsonb)`);
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
    union all
    select c.id, null, 'its whole chain of events is missing' from (select id from committee union select id from history.committee) c
      where (only_committee is null or c.id = only_committee) and not exists (select from event e where e.committee_id = c.id)
  $$;
`;

/** What events say of the rows of a table since its history is kept, in the columns the table has today. */
const changes = `
  -- A column that was added or got another type afterwards cannot be held against what an event says.
  create function governance.in_columns_of_today(t text, committee uuid, since int, inout before jsonb, inout after jsonb, out incomparable text[])
    language plpgsql stable as $$
  declare
    c record;
  begin
    incomparable := '{}';
    for c in
      select k.after ->> 'was' as was, k.after ->> 'is' as is_now from event e join event_change k on k.event_id = e.id
      where k.committee_id = committee and k.kind = 'kept_column' and k.row_id = md5(t)::uuid and e.seq >= since order by e.seq, k.position
    loop
      if c.was is null or c.was = c.is_now then
        incomparable := incomparable || c.is_now;
      elsif c.is_now is null then
        before := before - c.was;
        after := after - c.was;
        incomparable := array_remove(incomparable, c.was);
      else
        before := case when before ? c.was then before - c.was || jsonb_build_object(c.is_now, before -> c.was) else before end;
        after := case when after ? c.was then after - c.was || jsonb_build_object(c.is_now, after -> c.was) else after end;
        incomparable := array_replace(incomparable, c.was, c.is_now);
      end if;
    end loop;
    before := before - incomparable;
    after := after - incomparable;
  end $$;

  create function governance.changes_of(t text, only_committee uuid) returns table (committee_id uuid, seq int, moment timestamptz, is_beginning boolean,
    row_id uuid, other_id uuid, before jsonb, after jsonb, incomparable text[]) language sql stable as $$
    with begun as (
      select c.committee_id, max(e.seq) as seq from event e join event_change c on c.event_id = e.id
      where c.kind = 'kept_table' and c.row_id = md5(t)::uuid group by c.committee_id
    )
    select c.committee_id, e.seq, e.moment, coalesce(e.seq = b.seq, false), c.row_id, c.other_id, n.before, n.after, n.incomparable
    from event e join event_change c on c.event_id = e.id left join begun b on b.committee_id = c.committee_id
      cross join lateral governance.in_columns_of_today(t, c.committee_id, e.seq, c.before, c.after) n
    where c.kind = t and e.seq >= coalesce(b.seq, 0) and (only_committee is null or c.committee_id = only_committee)
  $$;
`;

/** The newest version must be the row that is there. */
const today = `
  create function governance.verify_today(k governance.kept, only_committee uuid) returns table (committee_id uuid, seq int, problem text)
    language plpgsql stable as $$
  declare
    committee text := coalesce(k.owner, (select key from jsonb_object_keys(k.columns) key where key = 'committee_id'));
    chosen text := case when only_committee is null then 'true' when committee is null then 'false' else format('%I = %L', committee, only_committee) end;
  begin
    return query execute format($sql$
      select %1$s, h.event_seq, format('%%s (%%s) is not what its history says', %2$L, %3$s)
      from (select * from public.%2$I where %5$s) p full join (select * from history.%2$I where valid_to = 'infinity' and %5$s) h on %4$s
      where %6$s is distinct from %7$s
    $sql$, case when committee is null then 'null::uuid' else format('coalesce(p.%1$I, h.%1$I)', committee) end, k.table_name,
      (select format('concat_ws(%L, %s)', ' ', string_agg(format('coalesce(p.%1$I, h.%1$I)', u), ', ')) from unnest(k.keys) u),
      governance.key_match(k.keys, 'h', 'p'), chosen, governance.facts(k, 'p'), governance.facts(k, 'h'));
  end $$;
`;

/**
 * Every version must be the one before it with what its event says changed, from that event on and until the next; and
 * whatever an event says must have left a version, or ended one.
 */
export const versions = `
  create function governance.verify_versions(k governance.kept, only_committee uuid) returns table (committee_id uuid, seq int, problem text)
    language plpgsql stable as $$
  begin
    return query execute format($sql$
      with version as (
        select v.*, lag(v.facts) over w as earlier, lag(v.valid_from) over w as earlier_from, lag(v.valid_to) over w as earlier_end,
          lead(v.valid_from) over w is distinct from v.valid_to as is_end
        from (select h.%1$I as committee, %2$s as ids, %3$s - array['id', 'committee_id', 'version', 'key_hash', 'subject'] as facts,
          h.valid_from, h.valid_to, h.event_seq from history.%4$I h where h.%1$I is not null and ($1 is null or h.%1$I = $1)) v
        window w as (partition by v.ids order by v.valid_from)
      ),
      change as materialized (select c.*, array_remove(array[c.row_id, c.other_id], null) as ids from governance.changes_of(%4$L, $1) c)
      select v.committee, v.event_seq, format('the history of %%s (%%s) is not what this event says', %4$L, array_to_string(v.ids, ' '))
      from version v left join change c on c.committee_id = v.committee and c.seq = v.event_seq and c.ids = v.ids
      where (c.after is not null
        and (v.valid_from = greatest(c.moment, v.earlier_from + interval '1 microsecond', case when c.before is null then v.earlier_end end)
          or (c.is_beginning and v.valid_from = least((v.facts ->> 'recorded_at')::timestamptz, c.moment)))
        and case when c.before is null then v.earlier_end is distinct from v.valid_from and jsonb_strip_nulls(v.facts) - c.incomparable = c.after
          else v.earlier_end = v.valid_from and (v.earlier - c.incomparable) || c.after = v.facts - c.incomparable
            and (v.earlier - c.incomparable) || c.before = v.earlier - c.incomparable end) is not true
      union all
      select v.committee, v.event_seq, format('the history of %%s (%%s) ends after this event, and no event says so', %4$L, array_to_string(v.ids, ' '))
      from version v where v.is_end and v.valid_to < 'infinity' and not exists (select from change c
        where c.committee_id = v.committee and c.ids = v.ids and c.after is null
          and v.valid_to = greatest(c.moment, v.valid_from + interval '1 microsecond') and jsonb_strip_nulls(v.facts) - c.incomparable = c.before)
      union all
      select c.committee_id, c.seq, format('the history of %%s (%%s) does not have what this event says', %4$L, array_to_string(c.ids, ' '))
      from change c where not exists (select from version v where v.committee = c.committee_id and v.ids = c.ids and case
        when c.after is null then v.is_end and v.valid_to = greatest(c.moment, v.valid_from + interval '1 microsecond')
        else v.event_seq = c.seq end)
    $sql$, k.owner, governance.row_ids(k, 'h'), governance.facts(k, 'h'), k.table_name) using only_committee;
  end $$;
`;

/** Over every chain and every table with history. */
export const all = `
  create or replace function governance.verify(only_committee uuid default null) returns table (committee_id uuid, seq int, problem text) language plpgsql stable as $$
  declare
    k governance.kept;
  begin
    return query select null::uuid, null::int, format('the history of %s is not kept any more: a trigger is off, or the table has changed', t.table_name)
      from governance.governed_table t where exists (select from governance.kept_table n where n.table_oid = t.oid) and not governance.is_kept(governance.wanted(t))
        and only_committee is null;
    return query select v.* from governance.verify_chains(only_committee) v order by 1, 2;
    for k in select * from governance.kept g order by g.table_name loop
      if k.signature is not null then
        return query select v.* from governance.verify_today(k, only_committee) v order by 1, 2;
      end if;
      if k.owner is not null then
        return query select v.* from governance.verify_versions(k, only_committee) v order by 1, 2;
      end if;
    end loop;
  end $$;
  revoke execute on all functions in schema governance from public;
  grant execute on function governance.verify(uuid) to golden_thread_owner;
`;
