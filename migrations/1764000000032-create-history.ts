import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every version of every row, kept by the database with the period in which it was so, and views that show the rows of
 * a moment under the names of the tables. A query as at a moment looks into the views first and knows nothing of it.
 * Tables, triggers and views are made by govern() for whatever tables there are, and follow their columns.
 */
export class CreateHistory1764000000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [basics, keeping, beginning, indexes, columns, triggers, views, ending, govern]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop schema as_at cascade;
      drop schema history cascade;
      drop procedure governance.keep_histories(), governance.end_history(governance.kept), governance.keep_history(governance.governed_table),
        governance.make_view(governance.kept), governance.make_trigger(governance.kept), governance.follow_columns(governance.kept, governance.kept),
        governance.add_column(governance.kept, text, text), governance.free_name(governance.kept, text), governance.rename_column(governance.kept, text, text),
        governance.index_history(governance.governed_table), governance.begin_history(governance.governed_table, governance.kept, boolean),
        governance.make_history(governance.kept);
      drop function governance.history_has(governance.kept, text), governance.column_pairs(governance.kept, governance.kept), governance.note_keeping(governance.kept, text, text), governance.wanted(governance.governed_table),
        governance.is_kept(governance.kept), governance.row_subjects(governance.kept, text), governance.row_ids(governance.kept, text), governance.uuid_keys(governance.kept),
        governance.facts(governance.kept, text), governance.column_list(governance.kept, text), governance.as_at();
      drop view governance.kept_table;
      drop table governance.kept;
      ${withoutHistory.map((table) => `comment on table ${table} is null;`).join('\n')}
    `);
  }
}

/**
 * What is machinery, what tells of a credential, and who may see what: rights are those of today, so a query as at a moment
 * has to find them in the table itself.
 */
const withoutHistory = ['receipt', 'reference_counter', 'service_key_use', 'practice_sharing'];

const basics = `
  create schema history;
  create schema as_at;
  grant usage on schema history, as_at to golden_thread_app;
  ${withoutHistory.map((table) => `comment on table ${table} is 'governance: no history';`).join('\n')}

  create function governance.as_at() returns timestamptz language sql stable as
    $$ select nullif(current_setting('app.as_at', true), '')::timestamptz $$;
  create view as_at.event with (security_invoker = true) as select * from public.event where moment <= (select governance.as_at());
  grant select on as_at.event to golden_thread_app;

  create view governance.kept_table as
    select g.oid as table_oid, g.table_name from governance.governed_table g
    where coalesce(obj_description(g.oid, 'pg_class'), '') not in ('governance: no history', 'governance: kept by the database');
`;

/** What is known of a table whose history is kept. Names and types come from here also when the table itself has changed or is gone. */
const keeping = `
  create table governance.kept (
    table_name text primary key,
    oid oid not null, -- the numbers of columns are those of this very table, not of one that was made again or restored
    keys text[] not null,
    owner text, -- the column that says whose row it is; null where changes are no events
    parent text, -- the column by which a row belongs to another one: a figure to its measure, a piece of evidence to its action
    columns jsonb not null, -- by name: number and type
    signature text -- of all that the history was made for; null when the table is gone
  );

  create function governance.wanted(t governance.governed_table) returns governance.kept language sql stable as $$
    with description as (select coalesce(obj_description(t.oid, 'pg_class'), '') as text),
    known as (
      select jsonb_object_agg(attname, jsonb_build_array(attnum, format_type(atttypid, atttypmod))) as columns
      from pg_attribute where attrelid = t.oid and attnum > 0 and not attisdropped
    ),
    parent as (
      select a.attname::text as name from pg_constraint o join pg_attribute a on a.attrelid = o.conrelid and a.attnum = any(o.conkey)
      where o.conrelid = t.oid and o.contype = 'f' and o.confrelid <> t.oid and a.attname not in ('id', 'committee_id') and a.atttypid = 'uuid'::regtype
        and o.confrelid in (select oid from governance.governed_table g where g.is_of_committee and g.table_name not in ('member', 'committee_agency', 'theme'))
      order by a.attnum limit 1
    )
    select (t.table_name, t.oid, governance.key_columns(t.oid),
      case when description.text = 'governance: no events' then null when t.table_name = 'committee' then 'id' when t.is_of_committee then 'committee_id' end,
      (select name from parent), known.columns,
      md5(concat_ws('/', t.oid, description.text, known.columns, (select name from parent),
        (select string_agg(d, ',' order by d) from (select pg_get_indexdef(indexrelid) as d from pg_index where indrelid = t.oid) i))))::governance.kept
    from known, description
  $$;

  create function governance.column_list(k governance.kept, prefix text) returns text language sql immutable as $$
    select string_agg(prefix || quote_ident(key), ', ' order by (value ->> 0)::int) from jsonb_each(k.columns)
  $$;

  -- A row of the table, or of its history, as one value.
  create function governance.facts(k governance.kept, row_name text) returns text language sql immutable as $$
    select format('(select to_jsonb(f) from (select %s) f)', governance.column_list(k, row_name || '.'))
  $$;

  create function governance.uuid_keys(k governance.kept) returns text[] language sql immutable as $$
    select coalesce(array_agg(name order by place), '{}') from unnest(k.keys) with ordinality as u(name, place)
    where name <> 'committee_id' and k.columns -> name ->> 1 = 'uuid'
  $$;

  -- The uuids that tell a row from others: its id, or both ends of a tie; of any other key one that is made of it.
  create function governance.row_ids(k governance.kept, row_name text) returns text language sql immutable as $$
    select format('array[%s]', case
      when cardinality(named) in (1, 2) and cardinality(named) = cardinality(array_remove(k.keys, 'committee_id'))
        then (select string_agg(row_name || '.' || quote_ident(u), ', ') from unnest(named) u)
      else format('md5(concat_ws(%L, %s))::uuid', '/', (select string_agg(row_name || '.' || quote_ident(u), ', ') from unnest(k.keys) u)) end)
    from (select governance.uuid_keys(k) as named) n
  $$;

  -- What an event that changes a row is about: the row and what it belongs to, or both ends of a tie.
  create function governance.row_subjects(k governance.kept, row_name text) returns text language sql immutable as $$
    select format('array[%s]::uuid[]', string_agg(row_name || '.' || quote_ident(u), ', '))
    from unnest(governance.uuid_keys(k) || case when k.keys = array['id'] then array_remove(array[k.parent], null) end) u
  $$;

  -- Whether the machinery is as it was made: what nobody keeps cannot be held against anything.
  create function governance.is_kept(wanted governance.kept) returns boolean language sql stable as $$
    select exists (select from governance.kept k where k.table_name = wanted.table_name and k is not distinct from wanted)
      and exists (select from pg_trigger g where g.tgrelid = wanted.oid and g.tgname = 'history_kept' and g.tgenabled = 'A'
        and g.tgfoid = to_regprocedure(format('history.%I()', 'keep_' || wanted.table_name)))
  $$;

  -- In every chain: from when on a table's changes leave versions, and that a column became another one. Rows are held against
  -- what events say of them only as far as this tells how.
  create function governance.note_keeping(k governance.kept, was text, is_now text) returns void language sql as $$
    select governance.note_change(e.id, c.id, case when coalesce(was, is_now) is null then 'kept_table' else 'kept_column' end,
      array[md5(k.table_name)::uuid, md5(nullif(concat(was, '/', is_now), '/'))::uuid], '{}', null,
      jsonb_build_object('table', k.table_name, 'was', was, 'is', is_now))
    from public.committee c cross join lateral governance.event_of(c.id) e where k.owner is not null
  $$;
`;

/**
 * Rows that were there before their history count as being so since they were recorded, as far as that is known, and
 * otherwise since the history began. Reference data have always been.
 */
const beginning = `
  create procedure governance.make_history(k governance.kept) language plpgsql as $$
  begin
    execute format('create table history.%1$I as table public.%1$I with no data', k.table_name);
    execute format($sql$alter table history.%I add column valid_from timestamptz not null,
      add column valid_to timestamptz not null default 'infinity', add column event_seq int, add check (valid_from < valid_to)$sql$, k.table_name);
    execute format('create unique index on history.%I (%s, valid_from)', k.table_name,
      (select string_agg(quote_ident(u), ', ') from unnest(k.keys) u));
  end $$;

  create procedure governance.begin_history(t governance.governed_table, k governance.kept, is_first boolean) language plpgsql as $$
  declare
    event text := format('governance.event_of(%s)', coalesce('p.' || quote_ident(k.owner), 'null'));
    since text := case
      when t.table_name <> 'committee' and not t.is_of_committee then $sql$'-infinity'$sql$
      when is_first and k.columns ? 'recorded_at' then 'least(p.recorded_at, e.moment)'
      else 'e.moment' end;
  begin
    if is_first then perform governance.note_keeping(k, null, null); end if;
    execute format('insert into history.%1$I (%2$s, valid_from, event_seq) select %3$s, %4$s, e.seq from public.%1$I p cross join lateral %5$s e',
      t.table_name, governance.column_list(k, ''), governance.column_list(k, 'p.'), since, event);
    if k.owner is not null then
      execute format('select governance.note_change(e.id, p.%1$I, %2$L, %3$s, %4$s, null, to_jsonb(p)) from public.%2$I p cross join lateral %5$s e',
        k.owner, t.table_name, governance.row_ids(k, 'p'), governance.row_subjects(k, 'p'), event);
    end if;
  end $$;
`;

/** The indexes of the table itself, so that a list as at a moment is read the way the list of today is. */
const indexes = `
  create procedure governance.index_history(t governance.governed_table) language plpgsql as $$
  declare
    i record;
  begin
    for i in
      select c.relname as name, pg_get_indexdef(x.indexrelid) as definition from pg_index x join pg_class c on c.oid = x.indexrelid
      where x.indrelid = t.oid and not x.indisprimary
    loop
      continue when i.definition like '%(committee_id, id)' and exists (select from pg_index x
        where x.indrelid = t.oid and pg_get_indexdef(x.indexrelid) like '%USING btree (committee_id, %' and pg_get_indexdef(x.indexrelid) not like '%(committee_id, id)');
      execute format('create index if not exists %I on history.%I %s', i.name, t.table_name, substring(i.definition from 'USING .*$'));
    end loop;
  end $$;
`;

/**
 * A column that was renamed is renamed; one that was added counts as having been there always, with what the migration gave
 * each row; one that was dropped is kept as it last was. Columns are the same when they have the same number. Where columns
 * exchange their names, each goes by way of one that nobody has.
 */
const columns = `
  create function governance.column_pairs(known governance.kept, k governance.kept)
    returns table (number text, was text, is_now text, old_type text, type text, is_exchange boolean) language sql stable as $$
    with before as (select case when known.oid = k.oid then value ->> 0 else key end as mark, * from jsonb_each(known.columns)),
    after as (select case when known.oid = k.oid then value ->> 0 else key end as mark, * from jsonb_each(k.columns))
    select after.value ->> 0, before.key, after.key, before.value ->> 1, after.value ->> 1,
      before.key <> after.key and (known.columns ? after.key or k.columns ? before.key) from before full join after on after.mark = before.mark
    order by after.key is not null, before.key is null, (after.value ->> 0)::int
  $$;

  create function governance.history_has(k governance.kept, name text) returns boolean language sql stable as $$
    select exists (select from pg_attribute where attrelid = format('history.%I', k.table_name)::regclass and attname = name and not attisdropped)
  $$;

  -- What an earlier column of the name said stays, beside the new one.
  create procedure governance.rename_column(k governance.kept, was text, is_now text) language plpgsql as $$
  begin
    if governance.history_has(k, was) then
      call governance.free_name(k, is_now);
      execute format('alter table history.%I rename column %I to %I', k.table_name, was, is_now);
    end if;
    perform governance.note_keeping(k, was, is_now);
  end $$;

  create procedure governance.free_name(k governance.kept, name text) language plpgsql as $$
  begin
    if governance.history_has(k, name) then
      execute format('alter table history.%I rename column %I to %I', k.table_name, name, left(name, 40) || '_before_' || left(md5(random()::text), 8));
    end if;
  end $$;

  create procedure governance.add_column(k governance.kept, name text, type text) language plpgsql as $$
  begin
    call governance.free_name(k, name);
    execute format('alter table history.%I add column %I %s', k.table_name, name, type);
    execute format('update history.%1$I h set %2$I = p.%2$I from public.%1$I p where %3$s', k.table_name, name,
      governance.key_match(k.keys, 'h', 'p'));
    perform governance.note_keeping(k, null, name);
  end $$;

  create procedure governance.follow_columns(known governance.kept, k governance.kept) language plpgsql as $$
  declare
    c record;
  begin
    execute format('drop view if exists as_at.%I cascade', k.table_name);
    for c in select * from governance.column_pairs(known, k) p where p.is_exchange loop
      call governance.rename_column(k, c.was, 'moving_' || c.number);
    end loop;
    for c in select * from governance.column_pairs(known, k) loop
      if c.is_now is null then
        perform governance.note_keeping(k, c.was, null);
      elsif c.was is null then
        call governance.add_column(k, c.is_now, c.type);
      elsif c.was <> c.is_now then
        call governance.rename_column(k, case when c.is_exchange then 'moving_' || c.number else c.was end, c.is_now);
      end if;
      if c.old_type <> c.type then
        execute format('alter table history.%I alter column %I type %3$s using %2$I::%3$s', k.table_name, c.is_now, c.type);
        perform governance.note_keeping(k, c.is_now, c.is_now);
      end if;
    end loop;
  end $$;
`;

/**
 * Written out for each table, since looking columns up at every change would cost several times as much. What one change did
 * in between was never to be seen, and what it took away and put back was never away.
 */
const triggers = `
  create procedure governance.make_trigger(k governance.kept) language plpgsql as $$
  declare
    keeper text := quote_ident('keep_' || k.table_name);
    same text := governance.key_match(k.keys, 'h', 'subject');
    noted text := format('governance.note_change(this.id, subject.%s, %L, %s, %s, was, is_now)', quote_ident(k.owner), k.table_name,
      governance.row_ids(k, 'subject'), governance.row_subjects(k, 'subject'));
    forgotten text := format('governance.forget_change(this.id, %L, %s)', k.table_name, governance.row_ids(k, 'subject'));
  begin
    execute format($sql$
      create or replace function history.%1$s() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
      #variable_conflict use_variable
      declare
        subject public.%2$I := case when tg_op = 'DELETE' then old else new end;
        this record;
        last record;
        starts timestamptz;
        is_again boolean;
        was jsonb;
        is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
      begin
        if tg_relid <> 'public.%2$I'::regclass then
          raise exception using errcode = '42501', message = 'This keeps the history of another table.';
        end if;
        if tg_op = 'UPDATE' then
          if old is not distinct from new then return null; end if;
          if (%3$s) is distinct from (%4$s) then
            raise exception using errcode = 'P0001', constraint = 'history.key', message = 'The key of a row and its committee never change.';
          end if;
        end if;
        select * into this from governance.event_of(%5$s);
        select h.valid_from, h.valid_to, h.event_seq into last from history.%2$I h where %6$s order by h.valid_from desc limit 1;
        is_again := tg_op = 'INSERT' or coalesce(last.event_seq = this.seq, false);
        if tg_op = 'INSERT' then
          starts := greatest(this.moment, last.valid_to);
        elsif is_again then
          starts := last.valid_from;
          delete from history.%2$I h where %6$s and h.valid_from = starts;
        else
          starts := greatest(this.moment, last.valid_from + interval '1 microsecond');
          update history.%2$I h set valid_to = starts where %6$s and h.valid_from = last.valid_from;
        end if;
        was := case when is_again then (select %7$s from history.%2$I h where %6$s and h.valid_to = starts) else to_jsonb(old) end;
        if is_again and was is not distinct from is_now then
          update history.%2$I h set valid_to = 'infinity' where %6$s and h.valid_to = starts;
          %8$s;
          return null;
        end if;
        if is_now is not null then
          insert into history.%2$I (%9$s, valid_from, event_seq) values (%10$s, starts, this.seq);
        end if;
        %11$s;
        return null;
      end $body$
    $sql$, keeper, k.table_name, (select string_agg('old.' || quote_ident(u), ', ') from unnest(k.keys || k.owner) u),
      (select string_agg('new.' || quote_ident(u), ', ') from unnest(k.keys || k.owner) u),
      coalesce('subject.' || quote_ident(k.owner), 'null'), same, governance.facts(k, 'h'),
      case when k.owner is null then 'null' else 'perform ' || forgotten end,
      governance.column_list(k, ''), governance.column_list(k, 'new.'), case when k.owner is null then 'null' else 'perform ' || noted end);
    execute format('revoke execute on function history.%s() from public', keeper);
    execute format('create or replace trigger history_kept after insert or update or delete on public.%I for each row execute function history.%s()',
      k.table_name, keeper);
    execute format('alter table public.%I enable always trigger history_kept', k.table_name);
  end $$;
`;

const views = `
  create procedure governance.make_view(k governance.kept) language plpgsql as $$
  begin
    execute format('create or replace view as_at.%1$I with (security_invoker = true) as select %2$s from history.%1$I
      where valid_from <= (select governance.as_at()) and valid_to > (select governance.as_at())', k.table_name, governance.column_list(k, ''));
    execute format('grant select on as_at.%I to golden_thread_app', k.table_name);
  end $$;
`;

/** What a table said is kept when the table is dropped: its rows are gone from then on, and nothing looks back to them by name. */
const ending = `
  create procedure governance.end_history(k governance.kept) language plpgsql as $$
  declare
    owner text := coalesce('h.' || quote_ident(k.owner), 'null');
  begin
    execute format('drop view if exists as_at.%I cascade', k.table_name);
    if k.owner is not null then
      execute format($sql$select governance.note_change(e.id, h.%1$I, %2$L, %3$s, %4$s, %5$s, null)
        from history.%2$I h cross join lateral governance.event_of(h.%1$I) e where h.valid_to = 'infinity'$sql$,
        k.owner, k.table_name, governance.row_ids(k, 'h'), governance.row_subjects(k, 'h'), governance.facts(k, 'h'));
    end if;
    execute format($sql$update history.%I h set valid_to = greatest((select e.moment from governance.event_of(%s) e), h.valid_from + interval '1 microsecond')
      where h.valid_to = 'infinity'$sql$, k.table_name, owner);
    execute format('drop function if exists history.%I() cascade', 'keep_' || k.table_name);
    update governance.kept g set signature = null where g.table_name = k.table_name;
  end $$;
`;

const govern = `
  create procedure governance.keep_history(t governance.governed_table) language plpgsql as $$
  declare
    known governance.kept := (select k from governance.kept k where k.table_name = t.table_name);
    k governance.kept := governance.wanted(t);
  begin
    if k.keys is null then
      raise exception 'The table % needs a primary key, so that its history can be kept.', t.table_name;
    elsif known.keys <> k.keys then
      raise exception 'The primary key of % cannot change: its history goes by it. Make another table.', t.table_name;
    end if;
    if not governance.is_kept(k) then
      if known.table_name is null then
        call governance.make_history(k);
      else
        call governance.follow_columns(known, k);
      end if;
      -- Also of one that was dropped and is there again.
      if known.signature is null then call governance.begin_history(t, k, known.table_name is null); end if;
      call governance.index_history(t);
      call governance.make_trigger(k);
      call governance.make_view(k);
      insert into governance.kept select k.* on conflict (table_name) do update
        set oid = excluded.oid, owner = excluded.owner, parent = excluded.parent, columns = excluded.columns, signature = excluded.signature;
    end if;
    call governance.secure(t, 'history');
  end $$;

  create procedure governance.keep_histories() language plpgsql as $$
  declare
    said text := coalesce(current_setting('app.verb', true), '');
    t governance.governed_table;
    k governance.kept;
  begin
    perform set_config('app.verb', 'keepHistory', true);
    -- A history that somebody removed begins anew, which each chain then tells.
    delete from governance.kept g where to_regclass(format('history.%I', g.table_name)) is null;
    -- An agency is shown by way of the table that ties it to a committee.
    for t in select g.* from governance.governed_table g where exists (select from governance.kept_table c where c.table_oid = g.oid)
      order by g.table_name = 'agency', g.table_name loop
      call governance.keep_history(t);
    end loop;
    for k in select * from governance.kept g where g.signature is not null
      and not exists (select from governance.kept_table c where c.table_name = g.table_name) loop
      call governance.end_history(k);
    end loop;
    perform set_config('app.verb', said, true);
  end $$;
  revoke execute on all functions in schema governance from public;
  revoke execute on all procedures in schema governance from public;
  grant execute on function governance.as_at() to golden_thread_app, golden_thread_owner;
`;
