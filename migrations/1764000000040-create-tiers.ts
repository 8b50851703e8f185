import type { MigrationInterface, QueryRunner } from 'typeorm';

const common = `
  id uuid primary key,
  committee_id uuid not null references committee,
  version int not null,
  recorded_at timestamptz not null,
  unique (committee_id, id)`;

const classified = ['learning_source', 'finding', 'action', 'change_idea'];

/**
 * Who may read the texts of the thread. Sources, findings, actions and change ideas have a tier of their own; every row
 * that hangs on one inherits the strictest of all that is above it. What holds for each row is kept in item_tier, by
 * triggers, so that neither a verb nor somebody's own SQL can link a text to where more people may read it.
 */
export class CreateTiers1764000000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [groups, ownTiers, effective, rules, keys, settling, triggers, clearing, grants]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      declare
        t record;
      begin
        for t in select p.oid::regprocedure as name from pg_proc p where pronamespace = 'governance'::regnamespace and proname like 'tiers\\_of\\_%' loop
          execute format('drop function %s cascade', t.name);
        end loop;
      end $$;
      drop function governance.keep_tiers(), governance.tier_trigger(text), governance.tie_trigger(governance.tier_link),
        governance.tier_moves(text), governance.settle_tiers(uuid[]), governance.upper_rows(text, text), governance.own_tier(text, text),
        governance.clearance(), governance.reader_groups(), governance.groups_of(uuid, date), governance.is_cleared(smallint, uuid[]);
      drop procedure governance.make_tier_triggers(text, text, boolean), governance.fill_tiers(text, boolean);
      drop view governance.tiered_table, governance.found_tier_key;
      drop table governance.tier_key, governance.tier_rule, governance.tier_link, governance.tier_exception;
      drop function governance.tier_number(text);
      drop table item_tier, tier_edge;
      ${classified.map((table) => `alter table ${table} drop column visibility, drop column restricted_group_id;`).join('\n')}
      drop table restricted_group_member, restricted_group;
    `);
  }
}

const groups = `
  create table restricted_group (${common},
    name text not null check (name <> ''),
    purpose text not null check (purpose <> ''),
    unique (committee_id, name)
  );
  create table restricted_group_member (${common},
    restricted_group_id uuid not null,
    member_id uuid not null,
    from_on date not null,
    until_on date check (until_on >= from_on),
    foreign key (committee_id, restricted_group_id) references restricted_group (committee_id, id),
    foreign key (committee_id, member_id) references member (committee_id, id)
  );
  create unique index restricted_group_member_open_key on restricted_group_member (restricted_group_id, member_id) where until_on is null;
  create index restricted_group_member_member_idx on restricted_group_member (member_id);
`;

/** Whoever writes a row and says nothing of it makes it the committee's own. */
const ownTiers = classified
  .map(
    (table) => `
  alter table ${table}
    add column visibility text not null default 'COMMITTEE' check (visibility in ('PUBLIC', 'PARTNERSHIP', 'COMMITTEE', 'RESTRICTED')),
    add column restricted_group_id uuid,
    add foreign key (committee_id, restricted_group_id) references restricted_group (committee_id, id),
    add constraint ${table}_restricted check ((visibility = 'RESTRICTED') = (restricted_group_id is not null));`,
  )
  .join('');

/**
 * Beside the rows, not in them: what is sealed or only added to is never touched. Rows that were taken away keep their
 * place, because events still tell what they said. Rights are today's, so there is no history of this.
 */
const effective = `
  create table item_tier (
    row_id uuid primary key,
    committee_id uuid not null references committee,
    own smallint not null,
    own_group_id uuid,
    tier smallint not null check (tier between 0 and 3),
    group_ids uuid[] not null
  );
  create table tier_edge (
    lower_id uuid not null,
    upper_id uuid not null,
    via text not null,
    committee_id uuid not null references committee,
    primary key (lower_id, upper_id, via)
  );
  create index tier_edge_upper_idx on tier_edge (upper_id);
  ${['item_tier', 'tier_edge']
    .map(
      (table) => `
  comment on table ${table} is 'governance: kept by the database';
  alter table ${table} enable row level security, force row level security;
  create policy committee on ${table} using (committee_id = (select governance.committee())) with check (committee_id = (select governance.committee()));
  create policy maintenance on ${table} to golden_thread_owner using ((select governance.in_maintenance())) with check ((select governance.in_maintenance()));
  grant select on ${table} to golden_thread_app;`,
    )
    .join('')}
`;

const rules = `
  -- The tables that have a tier of their own; {row} stands for the row, and the tier is its number.
  create table governance.tier_rule (table_name text primary key, own text not null, own_group text not null);
  insert into governance.tier_rule values
    ${classified.map((table) => `('${table}', 'governance.tier_number({row}.visibility)', '{row}.restricted_group_id')`).join(', ')},
    ('restricted_group', '2', 'null::uuid');

  -- The ties along which a tier is inherited; other ties lead from one row to another and pass nothing on.
  create table governance.tier_link (table_name text primary key, lower_column text not null, upper_column text not null);
  insert into governance.tier_link values
    ('recommendation_finding', 'recommendation_id', 'finding_id'),
    ('action_finding', 'action_id', 'finding_id'),
    ('action_recommendation', 'action_id', 'recommendation_id'),
    ('action_change_idea', 'change_idea_id', 'action_id');

  -- A key to a tiered row makes the row that has it tiered as well, but for these.
  create table governance.tier_exception (table_name text, column_name text, reason text not null, primary key (table_name, column_name));
  insert into governance.tier_exception values
    ${classified.map((table) => `('${table}', 'restricted_group_id', 'It says who may read the row; the row is not about the group.')`).join(', ')},
    ('shared_idea', 'change_idea_id', 'Written to be read by every committee.'),
    ('idea_uptake', 'change_idea_id', 'Written to be read by every committee.');

  create function governance.tier_number(visibility text) returns smallint language sql immutable as
    $$ select (array_position(array['PUBLIC', 'PARTNERSHIP', 'COMMITTEE', 'RESTRICTED'], visibility) - 1)::smallint $$;
`;

/** Found from the foreign keys, so that a new table that hangs on the thread cannot be forgotten. */
const keys = `
  create view governance.found_tier_key as
    with recursive key as (
      select o.conrelid as oid, o.confrelid as upper_oid, a.attname::text as column_name, c.relname::text as table_name
      from pg_constraint o join pg_class c on c.oid = o.conrelid
        cross join lateral unnest(o.conkey, o.confkey) as k(own, other)
        join pg_attribute a on a.attrelid = o.conrelid and a.attnum = k.own
        join pg_attribute f on f.attrelid = o.confrelid and f.attnum = k.other and f.attname = 'id'
      where o.contype = 'f' and o.conrelid <> o.confrelid and c.relnamespace = 'public'::regnamespace
        and not exists (select from governance.tier_exception e where e.table_name = c.relname and e.column_name = a.attname)
    ), tiered as (
      select format('public.%I', r.table_name)::regclass::oid as oid from governance.tier_rule r
      union
      select key.oid from key join tiered on tiered.oid = key.upper_oid
    )
    select distinct key.oid, key.table_name, key.column_name from key join tiered on tiered.oid = key.upper_oid;

  -- As keep_tiers() last found them: walking through every foreign key again for each table would take seconds.
  create table governance.tier_key (oid oid, table_name text, column_name text, primary key (oid, column_name));

  create view governance.tiered_table as
    select g.oid, g.table_name, exists (select from pg_attribute a where a.attrelid = g.oid and a.attname = 'id' and not a.attisdropped) as has_id
    from governance.governed_table g
    where exists (select from governance.tier_key k where k.oid = g.oid) or exists (select from governance.tier_rule r where r.table_name = g.table_name);

  -- The own tier and group of a row, as SQL.
  create function governance.own_tier(t text, alias text) returns text language sql stable as $$
    select coalesce((select replace(r.own || '::smallint, ' || r.own_group, '{row}', alias) from governance.tier_rule r where r.table_name = t),
      '0::smallint, null::uuid')
  $$;

  -- What is above the rows of "source", as SQL that gives lower_id, upper_id, via and committee_id; null where nothing is.
  create function governance.upper_rows(t text, source text) returns text language sql stable as $$
    select string_agg(format('select n.%I, n.%I, %L, n.committee_id from %s n where n.%I is not null', lower_column, upper_column,
      t || '.' || upper_column, source, upper_column), ' union all ')
    from (
      select 'id' as lower_column, k.column_name as upper_column from governance.tier_key k
        join governance.tiered_table g on g.oid = k.oid and g.has_id where k.table_name = t
      union all
      select l.lower_column, l.upper_column from governance.tier_link l where l.table_name = t
    ) edge
  $$;
`;

/** Level by level downwards, as far as something changes. The thread has no circles, so it ends. */
const settling = `
  create function governance.settle_tiers(changed uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    while cardinality(changed) > 0 loop
      with settled as (
        select t.row_id, greatest(t.own, max(u.tier)) as tier, array(
          select distinct g from (select t.own_group_id union all
            select unnest(v.group_ids) from public.tier_edge f join public.item_tier v on v.row_id = f.upper_id where f.lower_id = t.row_id) all_groups(g)
          where g is not null order by g) as group_ids
        from public.item_tier t left join public.tier_edge e on e.lower_id = t.row_id left join public.item_tier u on u.row_id = e.upper_id
        where t.row_id = any(changed) group by t.row_id
      ), moved as (
        update public.item_tier t set tier = s.tier, group_ids = s.group_ids from settled s
        where s.row_id = t.row_id and (t.tier, t.group_ids) is distinct from (s.tier, s.group_ids) returning t.row_id
      )
      select array_agg(distinct e.lower_id) into changed from moved m join public.tier_edge e on e.upper_id = m.row_id;
    end loop;
  end $$;
`;

/** Written out for each table, as the triggers of history are. A row-level trigger may look at the whole statement as well. */
const triggers = `
  create function governance.tier_trigger(t text) returns text language sql stable as $$
    select format($sql$
      begin
        insert into public.item_tier as i (row_id, committee_id, own, own_group_id, tier, group_ids)
          select n.id, n.committee_id, %1$s, 0, '{}' from added n
          on conflict (row_id) do update set own = excluded.own, own_group_id = excluded.own_group_id;
        if tg_op = 'UPDATE' then
          delete from public.tier_edge e using added n where e.lower_id = n.id and starts_with(e.via, %2$L);
        end if;%3$s
        perform governance.settle_tiers(array(select n.id from added n));
        return null;
      end
    $sql$, governance.own_tier(t, 'n'), t || '.', (select format('
        insert into public.tier_edge (lower_id, upper_id, via, committee_id) %s on conflict do nothing;', u) from governance.upper_rows(t, 'added') u where u is not null))
  $$;

  create function governance.tie_trigger(t governance.tier_link) returns text language sql stable as $$
    select format($sql$
      declare
        lower_ids uuid[] := '{}';
      begin
        if tg_op <> 'INSERT' then
          delete from public.tier_edge e using gone n where e.lower_id = n.%1$I and e.upper_id = n.%2$I and e.via = %3$L;
          lower_ids := array(select n.%1$I from gone n);
        end if;
        if tg_op <> 'DELETE' then
          insert into public.tier_edge (lower_id, upper_id, via, committee_id) %4$s on conflict do nothing;
          lower_ids := lower_ids || array(select n.%1$I from added n);
        end if;
        perform governance.settle_tiers(lower_ids);
        return null;
      end
    $sql$, (t).lower_column, (t).upper_column, (t).table_name || '.' || (t).upper_column, governance.upper_rows((t).table_name, 'added'))
  $$;

  -- "old.visibility is distinct from new.visibility or ...", over what the tier of a row depends on.
  create function governance.tier_moves(t text) returns text language sql stable as $$
    select string_agg(format('old.%1$I is distinct from new.%1$I', name), ' or ' order by name) from (
      select k.column_name as name from governance.tier_key k where k.table_name = t
      union
      select unnest(array['visibility', 'restricted_group_id']) where exists (select from governance.tier_rule r where r.table_name = t and r.own like '%visibility%')) c
  $$;

  create procedure governance.make_tier_triggers(t text, name text, has_id boolean) language plpgsql as $$
  declare
    moves text := governance.tier_moves(t);
    fires text := format('execute function governance.%I()', name);
  begin
    execute format('create or replace trigger tiers_settled after insert on public.%I referencing new table as added for each statement %s', t, fires);
    if not has_id then
      execute format('create or replace trigger tiers_untied after delete on public.%I referencing old table as gone for each statement %s', t, fires);
      execute format('create or replace trigger tiers_retied after update on public.%I referencing old table as gone new table as added
        for each statement %s', t, fires);
    elsif moves is not null then
      execute format('create or replace trigger tiers_moved after update on public.%I referencing new table as added for each row when (%s) %s', t, moves, fires);
    end if;
  end $$;

  -- Rows that were there before; whoever calls this settles them when all tables are done.
  create procedure governance.fill_tiers(t text, has_id boolean) language plpgsql as $$
  begin
    if has_id then
      execute format('insert into public.item_tier (row_id, committee_id, own, own_group_id, tier, group_ids)
        select n.id, n.committee_id, %s, 0, array[]::uuid[] from public.%I n on conflict do nothing', governance.own_tier(t, 'n'), t);
    end if;
    if governance.upper_rows(t, '') is not null then
      execute format('insert into public.tier_edge (lower_id, upper_id, via, committee_id) %s on conflict do nothing',
        governance.upper_rows(t, format('public.%I', t)));
    end if;
  end $$;

  create function governance.keep_tiers() returns void language plpgsql as $$
  declare
    t record;
    body text;
    name text;
    is_new boolean := false;
  begin
    delete from governance.tier_key;
    insert into governance.tier_key select * from governance.found_tier_key;
    for t in select g.table_name, g.has_id, l from governance.tiered_table g left join governance.tier_link l on l.table_name = g.table_name
      where g.has_id or l is not null order by g.table_name loop
      name := 'tiers_of_' || t.table_name;
      body := case when t.has_id then governance.tier_trigger(t.table_name) else governance.tie_trigger(t.l) end;
      continue when obj_description(to_regproc('governance.' || quote_ident(name)), 'pg_proc') = md5(body);
      execute format('create or replace function governance.%I() returns trigger language plpgsql security definer
        set search_path = pg_catalog, pg_temp as %L', name, body);
      call governance.make_tier_triggers(t.table_name, name, t.has_id);
      call governance.fill_tiers(t.table_name, t.has_id);
      execute format('revoke execute on function governance.%I() from public', name);
      execute format('comment on function governance.%I() is %L', name, md5(body));
      is_new := true;
    end loop;
    if is_new then
      perform governance.settle_tiers(array(select row_id from public.item_tier));
    end if;
  end $$;
`;

/** Which rows of a tiered table the reader of a session may have the texts of. Without a session's settings none. */
const clearing = `
  create function governance.clearance() returns int language sql stable as
    $$ select coalesce(nullif(current_setting('app.clearance', true), '')::int, -1) $$;

  create function governance.reader_groups() returns uuid[] language sql stable as
    $$ select coalesce(nullif(current_setting('app.groups', true), '')::uuid[], '{}') $$;

  create function governance.groups_of(member uuid, on_day date) returns uuid[] language sql stable as $$
    select array(select m.restricted_group_id from public.restricted_group_member m
      where m.member_id = member and m.from_on <= on_day and (m.until_on is null or m.until_on > on_day))
  $$;

  -- 2 is the committee's own clearance, which opens what is RESTRICTED to its groups; 3 is cleared for everything.
  create function governance.is_cleared(tier smallint, group_ids uuid[]) returns boolean language sql stable as $$
    select case when tier <= governance.clearance() then true
      else tier = 3 and governance.clearance() = 2 and group_ids <@ governance.reader_groups() end
  $$;
`;

const grants = `
  revoke execute on all functions in schema governance from public;
  revoke execute on all procedures in schema governance from public;
  grant execute on function governance.clearance(), governance.reader_groups(), governance.groups_of(uuid, date),
    governance.is_cleared(smallint, uuid[]), governance.tier_number(text) to golden_thread_app, golden_thread_owner;
`;
