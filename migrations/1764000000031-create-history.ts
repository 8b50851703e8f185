import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every version of every row, kept by the database with the period in which it was so, and views that show the rows of
 * a moment under the names of the tables. A query as at a moment looks into the views first and knows nothing of it.
 * Tables, triggers and views are made by govern() for whatever tables there are, and follow their columns.
 */
export class CreateHistory1764000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [basics, tables, indexes, columns, triggers, views, govern]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop schema as_at cascade;
      drop schema history cascade;
      drop procedure governance.keep_history(governance.governed_table);
      drop view governance.kept_table;
      drop procedure governance.secure_history(governance.governed_table), governance.make_history(governance.governed_table),
        governance.index_history(governance.governed_table), governance.fill_history(governance.governed_table),
        governance.follow_columns(governance.governed_table), governance.make_trigger(governance.governed_table),
        governance.make_view(governance.governed_table);
      drop function governance.column_list(text, text), governance.key_match(text, text, text), governance.signature(text),
        governance.moment(), governance.as_at();
      comment on table receipt is null;
      comment on table reference_counter is null;
      create or replace function governance.govern() returns void language plpgsql as $$
      declare
        t governance.governed_table;
      begin
        call governance.check_role();
        for t in select * from governance.governed_table order by table_name loop
          call governance.secure(t);
        end loop;
      end $$;
    `);
  }
}

const basics = `
  create schema history;
  create schema as_at;
  grant usage on schema history, as_at to golden_thread_app;

  -- When what happens now is said to happen: the service's clock, or the database's for what is done by hand.
  create function governance.moment() returns timestamptz language sql volatile as
    $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp()) $$;

  create function governance.as_at() returns timestamptz language sql stable as
    $$ select nullif(current_setting('app.as_at', true), '')::timestamptz $$;

  -- These are machinery and are never shown; so would be a table of credentials.
  comment on table receipt is 'governance: no history';
  comment on table reference_counter is 'governance: no history';

  create view governance.kept_table as
    select g.oid as table_oid, g.table_name from governance.governed_table g
    where coalesce(obj_description(g.oid, 'pg_class'), '') not in ('governance: no history', 'governance: kept by the database');

  create function governance.column_list(t text, prefix text) returns text language sql stable as $$
    select string_agg(prefix || quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = format('public.%I', t)::regclass and attnum > 0 and not attisdropped
  $$;

  -- "h.id = old.id", over the columns of the primary key.
  create function governance.key_match(t text, one text, other text) returns text language sql stable as $$
    select string_agg(format('%s.%I = %s.%I', one, attname, other, attname), ' and ' order by attnum)
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = format('public.%I', t)::regclass and i.indisprimary
  $$;

  -- What the history of a table was made for; it is made anew when this changes.
  create function governance.signature(t text) returns text language sql stable as $$
    select md5(string_agg(format('%s %s %s', attname, format_type(atttypid, atttypmod), attnotnull), ',' order by attnum)
      || (select string_agg(pg_get_indexdef(indexrelid), ',' order by indexrelid) from pg_index where indrelid = format('public.%I', t)::regclass))
    from pg_attribute where attrelid = format('public.%I', t)::regclass and attnum > 0 and not attisdropped
  $$;
`;

const tables = `
  create procedure governance.secure_history(t governance.governed_table) language plpgsql as $$
  declare
    own text := case t.table_name when 'committee' then 'id' else 'committee_id' end || ' = (select governance.committee())';
    maintained text := '(select governance.in_maintenance())';
  begin
    execute format('alter table history.%I enable row level security, force row level security', t.table_name);
    execute format('create policy maintenance on history.%I to golden_thread_owner using (%s) with check (%s)', t.table_name,
      maintained, maintained);
    if t.table_name = 'agency' then
      own := 'exists (select from history.committee_agency v where v.agency_id = agency.id and v.committee_id = (select governance.committee()))';
    elsif not t.is_of_committee and t.table_name <> 'committee' then
      own := 'true';
    end if;
    execute format('create policy committee on history.%I using (%s) with check (%s)', t.table_name, own, own);
    if exists (select from governance.shared_rule r where r.table_name = t.table_name) then
      -- What others may see of the past is what they may see today: row security of the table itself says so.
      execute format('create policy shared on history.%1$I for select using (exists (select from public.%1$I today where today.id = %1$I.id))',
        t.table_name);
    elsif t.is_partly_shared then
      execute format('create policy shared on history.%I for select using (committee_id is null)', t.table_name);
    end if;
    execute format('grant select on history.%I to golden_thread_app', t.table_name);
  end $$;

  create procedure governance.make_history(t governance.governed_table) language plpgsql as $$
  declare
    keys text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = t.oid and i.indisprimary);
  begin
    if keys is null then
      raise exception 'The table % needs a primary key, so that its history can be kept.', t.table_name;
    end if;
    execute format('create table history.%I as table public.%I with no data', t.table_name, t.table_name);
    execute format($sql$alter table history.%I add column valid_from timestamptz not null,
      add column valid_to timestamptz not null default 'infinity', add column event_seq bigint, add check (valid_from < valid_to)$sql$, t.table_name);
    execute format('create unique index on history.%I (%s, valid_from)', t.table_name, keys);
    -- Rows that were there before their history was kept count as being so since they were recorded.
    execute format('insert into history.%I (%s, valid_from) select %s, %s from public.%I p', t.table_name,
      governance.column_list(t.table_name, ''), governance.column_list(t.table_name, 'p.'),
      case when exists (select from pg_attribute where attrelid = t.oid and attname = 'recorded_at' and not attisdropped)
        then 'p.recorded_at' else $sql$'-infinity'$sql$ end, t.table_name);
    call governance.secure_history(t);
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

/** A column that was added counts as having been there always, with what the migration gave each row. */
const columns = `
  create procedure governance.fill_history(t governance.governed_table) language plpgsql as $$
  declare
    c record;
  begin
    for c in
      select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, h.attname is null as is_new, format_type(h.atttypid, h.atttypmod) as known_type
      from pg_attribute a left join pg_attribute h on h.attrelid = format('history.%I', t.table_name)::regclass and h.attname = a.attname
        and not h.attisdropped
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    loop
      if c.is_new then
        execute format('alter table history.%I add column %I %s', t.table_name, c.name, c.type);
        execute format('update history.%I h set %I = p.%I from public.%I p where %s', t.table_name, c.name,
          c.name, t.table_name, governance.key_match(t.table_name, 'h', 'p'));
      elsif c.type <> c.known_type then
        execute format('alter table history.%I alter column %I type %s using %I::%s', t.table_name, c.name, c.type, c.name, c.type);
      end if;
    end loop;
  end $$;

  create procedure governance.follow_columns(t governance.governed_table) language plpgsql as $$
  begin
    execute format('drop view if exists as_at.%I', t.table_name);
    call governance.fill_history(t);
  end $$;
`;

/** Written out for each table, since looking columns up at every change would cost several times as much. */
const triggers = `
  create procedure governance.make_trigger(t governance.governed_table) language plpgsql as $$
  declare
    of_old text := governance.key_match(t.table_name, 'h', 'old');
    of_new text := governance.key_match(t.table_name, 'h', 'new');
  begin
    execute format($sql$
      create or replace function history.%1$I() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
      declare
        moment timestamptz := governance.moment();
        seq bigint := nullif(current_setting('app.event', true), '')::bigint;
        opened record;
      begin
        if tg_op = 'UPDATE' and old is not distinct from new then
          return null;
        end if;
        if tg_op = 'INSERT' then
          moment := greatest(moment, (select max(h.valid_to) from history.%2$I h where %4$s and h.valid_to < 'infinity'));
        else
          select h.valid_from as moment, h.event_seq as seq into opened from history.%2$I h where %3$s order by h.valid_from desc limit 1;
          if opened.seq = seq then
            -- What one change did in between was never to be seen.
            delete from history.%2$I h where %3$s and h.valid_from = opened.moment;
            moment := opened.moment;
          else
            moment := greatest(moment, opened.moment + interval '1 microsecond');
            update history.%2$I h set valid_to = moment where %3$s and h.valid_from = opened.moment and h.valid_to = 'infinity';
          end if;
        end if;
        if tg_op <> 'DELETE' then
          insert into history.%2$I (%5$s, valid_from, event_seq) values (%6$s, moment, seq);
        end if;
        return null;
      end $body$
    $sql$, 'keep_' || t.table_name, t.table_name, of_old, of_new, governance.column_list(t.table_name, ''),
      governance.column_list(t.table_name, 'new.'));
    -- A trigger needs nobody's leave to run it; whoever could would keep a history of what never happened.
    execute format('revoke execute on function history.%I() from public', 'keep_' || t.table_name);
    execute format('create or replace trigger history_kept after insert or update or delete on public.%I
      for each row execute function history.%I()', t.table_name, 'keep_' || t.table_name);
    execute format('alter table public.%I enable always trigger history_kept', t.table_name);
  end $$;
`;

const views = `
  create procedure governance.make_view(t governance.governed_table) language plpgsql as $$
  begin
    execute format('create view as_at.%I with (security_invoker = true) as select %s from history.%I
      where valid_from <= (select governance.as_at()) and valid_to > (select governance.as_at())', t.table_name,
      governance.column_list(t.table_name, ''), t.table_name);
    execute format('grant select on as_at.%I to golden_thread_app', t.table_name);
  end $$;
`;

const govern = `
  create procedure governance.keep_history(t governance.governed_table) language plpgsql as $$
  declare
    made text := to_regclass(format('history.%I', t.table_name));
    signature text := governance.signature(t.table_name);
  begin
    if made is not null and obj_description(made::regclass, 'pg_class') = signature
      and to_regclass(format('as_at.%I', t.table_name)) is not null
      and exists (select from pg_trigger where tgrelid = t.oid and tgname = 'history_kept') then
      return;
    end if;
    if made is null then
      call governance.make_history(t);
    else
      call governance.follow_columns(t);
    end if;
    call governance.index_history(t);
    call governance.make_trigger(t);
    call governance.make_view(t);
    execute format('comment on table history.%I is %L', t.table_name, signature);
  end $$;

  create or replace function governance.govern() returns void language plpgsql as $$
  declare
    t governance.governed_table;
  begin
    call governance.check_role();
    -- An agency is shown by way of the table that ties it to a committee.
    for t in select * from governance.governed_table order by table_name = 'agency', table_name loop
      call governance.secure(t);
      if exists (select from governance.kept_table k where k.table_oid = t.oid) then
        call governance.keep_history(t);
      end if;
    end loop;
  end $$;
  revoke execute on all functions in schema governance from public;
  revoke execute on all procedures in schema governance from public;
  grant execute on function governance.as_at(), governance.moment() to golden_thread_app, golden_thread_owner;
`;
