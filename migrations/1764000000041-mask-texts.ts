import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a reader is not cleared for is taken out by the database: views with the names of the tables show the texts of a
 * row only to those who may have them, and a reading session looks into these first. So filters, searches, orders,
 * pictures and history see nothing either, and no code that reads can forget it. For readers from outside the
 * committee a second set leaves such rows out altogether, so that they cannot be counted.
 */
export class MaskTexts1764000000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [basics, columns, masks, asking, events, outside, making, grants]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop schema masked, masked_as_at, outside, outside_as_at cascade;
      drop procedure governance.show(text, text, text);
      drop function governance.mask(), governance.unmask(), governance.outside_view(text, text, text), governance.masked_view(text, text),
        governance.untied(text, text), governance.is_outside(text), governance.masked_changes(), governance.told(text), governance.is_told(), governance.event_joins(),
        governance.masked_select(text, text), governance.why_withheld(text), governance.is_shown(text, text), governance.mask_joins(text),
        governance.is_masked(text), governance.free_texts(text), governance.columns_of(text, text), governance.withheld_from_reader(uuid);
      drop table governance.masked_table, governance.plain_column;
    `);
  }
}

const basics = `
  create schema masked;
  create schema masked_as_at;
  create schema outside;
  create schema outside_as_at;
  grant usage on schema masked, masked_as_at, outside, outside_as_at to golden_thread_app;

  -- The columns of each tiered table: the free texts, and those that are told to everyone of the committee. mask() writes it.
  create table governance.masked_table (table_name text primary key, columns text[] not null, plain_columns text[] not null);
  grant select on governance.masked_table to golden_thread_app;
`;

/** Every text is free text unless the database confines it to a list of words, or it stands here. */
const columns = `
  create table governance.plain_column (column_name text primary key, reason text not null);
  insert into governance.plain_column values
    ('ref', 'By a reference people say which row they mean; it says nothing of what the row tells.'),
    ('sha256', 'A hash, by which whoever has the text can check it.'),
    ('recipe', 'The name of the way a seal was computed.');

  create function governance.columns_of(t text, prefix text) returns text language sql stable as $$
    select string_agg(prefix || quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = format('public.%I', t)::regclass and attnum > 0 and not attisdropped
  $$;

  create function governance.free_texts(t text) returns text[] language sql stable as $$
    select array_agg(a.attname::text order by a.attnum) from pg_attribute a
    where a.attrelid = format('public.%I', t)::regclass and a.attnum > 0 and not a.attisdropped
      and a.atttypid = any(array['text', 'text[]', 'varchar', 'varchar[]', 'json', 'jsonb']::regtype[])
      and not exists (select from governance.plain_column p where p.column_name = a.attname)
      and not exists (select from pg_constraint o where o.conrelid = a.attrelid and o.contype = 'c' and o.conkey = array[a.attnum]
        and pg_get_constraintdef(o.oid) ~ format('^CHECK \\(\\(%s = ANY \\(ARRAY\\[', a.attname))
  $$;
`;

/**
 * The parts a masking view is put together from, as SQL over the row "x". Another reason to withhold a text replaces
 * is_shown, why_withheld, mask_joins and, where it concerns tables that have no tier, is_masked; and for what events tell of
 * it, event_joins and is_told.
 */
export const masks = `
  create or replace function governance.is_masked(t text) returns boolean language sql stable as
    $$ select exists (select from governance.tiered_table g where g.table_name = t and g.has_id) $$;

  create or replace function governance.mask_joins(t text) returns text language sql stable as
    $$ select 'left join public.item_tier tiered on tiered.row_id = x.id' $$;

  create or replace function governance.is_shown(t text, column_name text) returns text language sql stable as
    $$ select 'governance.is_cleared(tiered.tier, tiered.group_ids)' $$;

  create or replace function governance.why_withheld(t text) returns text language sql stable as
    $$ select $sql$case when governance.is_cleared(tiered.tier, tiered.group_ids) then null else 'REDACTED' end$sql$ $$;

  -- The rows of a table in "source", its free texts null where they are withheld; with its tier and why something is withheld.
  create or replace function governance.masked_select(t text, source text) returns text language sql stable as $$
    with texts as materialized (select governance.free_texts(t) as free)
    select format('select %s, tiered.tier as row_tier, %s as row_withheld from %I.%I x %s',
      string_agg(case when a.attname = any(texts.free)
        then format('case when %s then x.%I end as %2$I', governance.is_shown(t, a.attname), a.attname)
        else format('x.%I', a.attname) end, ', ' order by a.attnum),
      governance.why_withheld(t), source, t, governance.mask_joins(t))
    from pg_attribute a cross join texts where a.attrelid = format('public.%I', t)::regclass and a.attnum > 0 and not a.attisdropped
  $$;
`;

/** For those who change something: a verb works on the tables themselves, and asks this of each row it is to work on. */
const asking = `
  create function governance.withheld_from_reader(id uuid) returns text language sql stable as $$
    select coalesce((select case when governance.is_cleared(t.tier, t.group_ids) then '' else 'REDACTED' end from public.item_tier t where t.row_id = id), 'REDACTED')
  $$;
`;

/**
 * What events tell of a row is withheld as the row is, also when the row is gone. Only what is known to be plain is told,
 * since an old event may name a column that there is no more.
 */
export const events = `
  create or replace function governance.event_joins() returns text language sql stable as $$
    select 'left join governance.masked_table m on m.table_name = x.kind left join public.item_tier tiered on tiered.row_id = x.row_id'
  $$;

  create or replace function governance.is_told() returns text language sql stable as $$
    select '(m.table_name is null and tiered.row_id is null or coalesce(governance.is_cleared(tiered.tier, tiered.group_ids), false))'
  $$;

  create or replace function governance.told(facts text) returns text language sql stable as $$
    select format('case when %1$s then %2$s when %2$s is not null then coalesce(
      (select jsonb_object_agg(f.key, f.value) from jsonb_each(%2$s) f where f.key = any(m.plain_columns)), ''{}''::jsonb) end', governance.is_told(), facts)
  $$;

  create or replace function governance.masked_changes() returns text language sql stable as $$
    select format('select x.id, x.committee_id, x.event_id, x.position, x.kind, x.row_id, x.other_id, x.row_version, %s as before, %s as after,
      tiered.tier as row_tier, case when %s then null else %L end as row_withheld from public.event_change x %s',
      governance.told('x.before'), governance.told('x.after'), governance.is_told(), 'REDACTED', governance.event_joins())
  $$;
`;

const outside = `
  -- Where a change "c" is of a row that the reader is not cleared for, or of a tie to one; "given" confines the changes.
  create function governance.is_outside(given text) returns text language sql stable as $$
    select string_agg(format('exists (select from public.event_change c join public.item_tier t on t.row_id = c.%s
      where %s and not governance.is_cleared(t.tier, t.group_ids))', key, given), ' or ')
    from unnest(array['row_id', 'other_id']) key
  $$;

  -- A tie is left out when either of the rows it ties is.
  create function governance.untied(t text, source text) returns text language sql stable as $$
    select format('select %s from %I.%I x %s where %s', governance.columns_of(t, 'x.'), source, t,
      string_agg(format('join public.item_tier t%1$s on t%1$s.row_id = x.%2$I', n, k.column_name), ' '),
      string_agg(format('governance.is_cleared(t%1$s.tier, t%1$s.group_ids)', n), ' and '))
    from (select column_name, row_number() over (order by column_name) as n from governance.tier_key where table_name = t) k
  $$;
`;

/** Every table has its views, those that withhold nothing too: a reading session looks nowhere else, so a missing one fails. */
export const making = `
  create or replace function governance.masked_view(t text, source text) returns text language sql stable as $$
    select case when t = 'event_change' then governance.masked_changes()
      when governance.is_masked(t) then governance.masked_select(t, source)
      else format('select %s from %I.%I x', governance.columns_of(t, 'x.'), source, t) end
  $$;

  create or replace function governance.outside_view(t text, source text, masked text) returns text language sql stable as $$
    select case
      when t = 'event' then format('select x.* from %I.event x where not (%s)', masked, governance.is_outside('c.event_id = x.id'))
      when t = 'event_change' then format('select x.* from %I.event_change x where not (%s)', masked, governance.is_outside('c.id = x.id'))
      when exists (select from governance.tiered_table g where g.table_name = t and g.has_id) then
        format('select x.* from %I.%I x join public.item_tier t on t.row_id = x.id where governance.is_cleared(t.tier, t.group_ids)', masked, t)
      when exists (select from governance.tiered_table g where g.table_name = t) then governance.untied(t, source)
      else format('select x.* from %I.%I x', masked, t) end
  $$;

  create or replace procedure governance.show(place text, t text, definition text) language plpgsql as $$
  declare
    made regclass := to_regclass(format('%I.%I', place, t));
  begin
    if obj_description(made, 'pg_class') = md5(definition) then return; end if;
    execute format('drop view if exists %I.%I cascade', place, t);
    execute format('create view %I.%I with (security_invoker = true) as %s', place, t, definition);
    execute format('grant select on %I.%I to golden_thread_app', place, t);
    execute format('comment on view %I.%I is %L', place, t, md5(definition));
  end $$;

  create or replace function governance.mask() returns void language plpgsql as $$
  declare
    t record;
  begin
    delete from governance.masked_table;
    insert into governance.masked_table
      select g.table_name, c.free, array(select a.attname::text from pg_attribute a where a.attrelid = g.oid and a.attnum > 0
        and not a.attisdropped and a.attname <> all(c.free))
      from governance.governed_table g cross join lateral (select coalesce(governance.free_texts(g.table_name), '{}')) c(free)
      where governance.is_masked(g.table_name) or exists (select from governance.tiered_table k where k.oid = g.oid);
    for t in select g.table_name as name,
        case when to_regclass(format('as_at.%I', g.table_name)) is null then 'public' else 'as_at' end as past from governance.governed_table g loop
      call governance.show('masked', t.name, governance.masked_view(t.name, 'public'));
      call governance.show('masked_as_at', t.name, governance.masked_view(t.name, t.past));
      call governance.show('outside', t.name, governance.outside_view(t.name, 'public', 'masked'));
      call governance.show('outside_as_at', t.name, governance.outside_view(t.name, t.past, 'masked_as_at'));
    end loop;
  end $$;

  -- Before tables change: views would hold on to their columns. mask() makes them again.
  create or replace function governance.unmask() returns void language plpgsql as $$
  declare
    v record;
  begin
    for v in select schemaname as place, viewname as name from pg_views where schemaname in ('masked', 'masked_as_at', 'outside', 'outside_as_at') loop
      execute format('drop view if exists %I.%I cascade', v.place, v.name);
    end loop;
  end $$;
`;

const grants = `
  revoke execute on all functions in schema governance from public;
  revoke execute on all procedures in schema governance from public;
  grant execute on function governance.withheld_from_reader(uuid) to golden_thread_app, golden_thread_owner;
`;
