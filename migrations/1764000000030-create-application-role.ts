import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second lock on a committee's rows. The service works as a role that owns nothing; each table shows it, and takes
 * from it, only rows of the committee that was set for the transaction. govern() runs after the migrations and covers
 * every table there is, so that a new one cannot be forgotten.
 */
export class CreateApplicationRole1764000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(roles);
    await db.query(basics);
    await db.query(secure);
    await db.query(govern);
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
      end $$;
      drop schema governance cascade;
    `);
  }
}

/** Roles belong to the whole server, so another database of it may have made them, or be making them just now. */
const roles = `
  do $$
  declare
    name text;
  begin
    foreach name in array array['golden_thread_owner', 'golden_thread_app'] loop
      begin
        if not exists (select from pg_roles where rolname = name) then
          execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', name);
        end if;
        if not pg_has_role(current_user, name, 'MEMBER') then
          execute format('grant %I to current_user', name);
        end if;
      exception when duplicate_object or unique_violation then null;
      end;
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

  -- Which rows of a table other committees may read as well, in words of today's rows.
  create table governance.shared_rule (table_name text primary key, rule text not null);

  create view governance.governed_table as
    select c.oid, c.relname::text as table_name, c.relrowsecurity and c.relforcerowsecurity as is_secured,
      a.attname is not null as is_of_committee, a.attname is not null and not a.attnotnull as is_partly_shared
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'committee_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not in ('migration', 'typeorm_metadata');
`;

/** What was secured already is left alone: a service that starts must not wait for the readers of a running one. */
const secure = `
  create procedure governance.policy(t text, name text, rule text) language plpgsql as $$
  begin
    execute format('drop policy if exists %I on public.%I', name, t);
    execute format('create policy %I on public.%I %s', name, t, rule);
  end $$;

  create procedure governance.secure(t governance.governed_table) language plpgsql as $$
  declare
    own text := 'committee_id = (select governance.committee())';
    shared text := (select r.rule from governance.shared_rule r where r.table_name = t.table_name);
  begin
    if t.is_secured then return; end if;
    execute format('alter table public.%I enable row level security, force row level security', t.table_name);
    call governance.policy(t.table_name, 'maintenance', 'to golden_thread_owner
      using ((select governance.in_maintenance())) with check ((select governance.in_maintenance()))');
    execute format('grant select on public.%I to golden_thread_app', t.table_name);
    if t.table_name = 'committee' then
      call governance.policy(t.table_name, 'committee', 'for select using (id = (select governance.committee()))');
    elsif t.table_name = 'agency' then
      call governance.policy(t.table_name, 'committee', 'for select using (exists
        (select from public.committee_agency v where v.agency_id = agency.id and v.committee_id = (select governance.committee())))');
    elsif t.is_of_committee then
      call governance.policy(t.table_name, 'committee', format('using (%s) with check (%s)', own, own));
      execute format('grant insert, update, delete on public.%I to golden_thread_app', t.table_name);
    end if;
    if shared is not null then
      call governance.policy(t.table_name, 'shared', format('for select using (%s)', shared));
    elsif t.is_partly_shared then
      call governance.policy(t.table_name, 'shared', 'for select using (committee_id is null)');
    elsif not t.is_of_committee and t.table_name not in ('committee', 'agency') then
      call governance.policy(t.table_name, 'shared', 'for select using (true)');
    end if;
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

  create function governance.govern() returns void language plpgsql as $$
  declare
    t governance.governed_table;
  begin
    call governance.check_role();
    for t in select * from governance.governed_table order by table_name loop
      call governance.secure(t);
    end loop;
  end $$;
  revoke execute on all functions in schema governance from public;
  revoke execute on all procedures in schema governance from public;
  grant execute on function governance.committee(), governance.in_maintenance() to golden_thread_app, golden_thread_owner;
`;
