import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second lock on a committee's rows. The service works as a role that owns nothing; each table shows it, and takes
 * from it, only rows of the committee that was set for the transaction. govern() runs after each migration and covers
 * every table there is, so that a new one cannot be forgotten.
 */
export class CreateApplicationRole1764000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [roles, basics, secure, govern]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      declare t record;
      begin
        for t in select table_name as name from governance.governed_table loop
          execute format('alter table public.%I disable row level security, no force row level security', t.name);
          execute format('revoke all on public.%I from golden_thread_app', t.name);
        end loop;
        for t in select tablename as name, policyname as policy from pg_policies where schemaname = 'public' loop
          execute format('drop policy %I on public.%I', t.policy, t.name);
        end loop;
        if governance.owns_database() then
          execute format('grant temporary on database %I to public', current_database());
        end if;
      end $$;
      drop schema governance cascade;
    `);
  }
}

/**
 * Roles belong to the whole server, so another database of it may have made them, or be making them just now. Whoever made
 * them, the owner has to be in them.
 */
const roles = `
  do $$
  declare
    name text;
  begin
    foreach name in array array['golden_thread_owner', 'golden_thread_app'] loop
      if not exists (select from pg_roles where rolname = name) then
        begin
          execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', name);
        exception when duplicate_object or unique_violation then null;
        end;
      end if;
      if not pg_has_role(current_user, name, 'MEMBER') then
        begin
          execute format('grant %I to current_user', name);
        exception when unique_violation then null;
        end;
      end if;
    end loop;
  end $$;
`;

const basics = `
  create schema governance;
  grant usage on schema governance, public to golden_thread_app;
  revoke create on schema public from public, golden_thread_app;

  -- Whose rows this transaction may see; without it none.
  create function governance.committee() returns uuid language sql stable as
    $$ select nullif(current_setting('app.committee', true), '')::uuid $$;

  -- Founding, reference data and migrations concern more than one committee. Only the owner's policies ask for this.
  create function governance.in_maintenance() returns boolean language sql stable as
    $$ select coalesce(current_setting('app.maintenance', true), '') = 'on' $$;

  create function governance.owns_database() returns boolean language sql stable as
    $$ select pg_has_role(current_user, datdba, 'USAGE') from pg_database where datname = current_database() $$;

  -- Which rows of a table other committees may read as well. What they may read today settles what they may read of the past.
  create table governance.shared_rule (table_name text primary key, rule text not null);

  create view governance.governed_table as
    select c.oid, c.relname::text as table_name, a.attname is not null as is_of_committee,
      a.attname is not null and not a.attnotnull as is_partly_shared
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'committee_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not in ('migration', 'typeorm_metadata');

  -- The columns of the primary key.
  create function governance.key_columns(t oid) returns text[] language sql stable as $$
    select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = t and i.indisprimary
  $$;

  -- "one.id = other.id", over the columns given.
  create function governance.key_match(keys text[], one text, other text) returns text language sql immutable as $$
    select string_agg(format('%s.%I = %s.%I', one, k, other, k), ' and ') from unnest(keys) k
  $$;
`;

/**
 * What was secured by the same rule is left alone: a service that starts must not wait for the readers of a running one. So is
 * a table whose own migration has forced row security on it.
 */
const secure = `
  create procedure governance.policy(t regclass, name text, rule text) language plpgsql as $$
  begin
    execute format('drop policy if exists %I on %s', name, t);
    if rule is not null then execute format('create policy %I on %s %s', name, t, rule); end if;
  end $$;

  create function governance.is_secured(t regclass, signature text) returns boolean language sql stable as $$
    select c.relrowsecurity and c.relforcerowsecurity and (p.oid is null or obj_description(p.oid, 'pg_policy') is not distinct from signature)
    from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'maintenance' and obj_description(p.oid, 'pg_policy') is not null
    where c.oid = t
  $$;

  -- A table, or its history: the same rules, but nobody writes a history, and what others may read of it is judged by the row of today.
  create procedure governance.secure(t governance.governed_table, place text) language plpgsql as $$
  declare
    secured regclass := format('%I.%I', place, t.table_name);
    own text := case
      when t.table_name = 'committee' then 'id = (select governance.committee())'
      when t.is_of_committee then 'committee_id = (select governance.committee())'
      when t.table_name = 'agency' then format('exists (select from %I.committee_agency v where v.agency_id = agency.id
        and v.committee_id = (select governance.committee()))', place)
      else 'true' end;
    rule text := (select r.rule from governance.shared_rule r where r.table_name = t.table_name);
    shared text := case
      when rule is not null and place = 'public' then rule
      when rule is not null then format('exists (select from public.%I today where %s)', t.table_name,
        governance.key_match(governance.key_columns(t.oid), 'today', quote_ident(t.table_name)))
      when t.is_partly_shared then 'committee_id is null' end;
    signature text := md5(concat_ws('/', t.is_of_committee, own, shared));
  begin
    if governance.is_secured(secured, signature) then return; end if;
    execute format('alter table %s enable row level security, force row level security', secured);
    call governance.policy(secured, 'maintenance', 'to golden_thread_owner
      using ((select governance.in_maintenance())) with check ((select governance.in_maintenance()))');
    call governance.policy(secured, 'committee', case when t.is_of_committee then format('using (%1$s) with check (%1$s)', own)
      else format('for select using (%s)', own) end);
    call governance.policy(secured, 'shared', 'for select using (' || shared || ')');
    execute format('grant select on %s to golden_thread_app', secured);
    if place = 'public' and t.is_of_committee then
      execute format('grant insert, update, delete on %s to golden_thread_app', secured);
    end if;
    execute format('comment on policy maintenance on %s is %L', secured, signature);
  end $$;
`;

const govern = `
  -- A role that could switch row security off would make it worthless.
  create procedure governance.check_role() language plpgsql as $$
  begin
    if exists (select from pg_roles where rolname = 'golden_thread_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb))
      or pg_has_role('golden_thread_app', 'golden_thread_owner', 'MEMBER')
      or exists (select from pg_class where relowner = 'golden_thread_app'::regrole) then
      raise exception 'The role golden_thread_app must own nothing and have no powers of its own.';
    end if;
  end $$;

  -- The service makes no tables, not even temporary ones. Only whoever owns the database can see to that.
  create procedure governance.close_database() language plpgsql as $$
  begin
    if has_database_privilege('public', current_database(), 'TEMPORARY') and governance.owns_database() then
      execute format('revoke temporary on database %I from public', current_database());
    end if;
  end $$;

  -- Without the views through which texts are read: they are put on again when the last migration is done.
  create function governance.govern_tables() returns void language plpgsql as $$
  declare
    t governance.governed_table;
  begin
    call governance.check_role();
    call governance.close_database();
    for t in select * from governance.governed_table order by table_name loop
      call governance.secure(t, 'public');
    end loop;
    -- Later migrations add these.
    if to_regprocedure('governance.keep_histories()') is not null then
      execute 'call governance.keep_histories()';
    end if;
    if to_regprocedure('governance.keep_tiers()') is not null then
      execute 'select governance.keep_tiers()';
    end if;
  end $$;

  create function governance.govern() returns void language plpgsql as $$
  begin
    perform governance.govern_tables();
    if to_regprocedure('governance.mask()') is not null then
      execute 'select governance.mask()';
    end if;
  end $$;
  revoke execute on all functions in schema governance from public;
  revoke execute on all procedures in schema governance from public;
  grant execute on function governance.committee(), governance.in_maintenance() to golden_thread_app, golden_thread_owner;
`;
