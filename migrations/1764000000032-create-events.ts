import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each change leaves one event: who, when, which verb, and each row before and after. Triggers write it, so that neither
 * a verb nor somebody's own SQL can leave it out, and it is closed at the commit with a hash over itself and the hash
 * before it, so that nothing can be taken out or rewritten unseen. One chain for each committee.
 */
export class CreateEvents1764000000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [tables, guards, opening, noting, sealing, triggers, renewal]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      declare
        t record;
      begin
        for t in select table_name as name from governance.kept_table loop
          execute format('drop trigger if exists history_kept on public.%I', t.name);
        end loop;
      end $$;
      drop view as_at.event;
      drop table event_subject, event_change, event, chain_head;
      drop function governance.refuse_rewriting(), governance.seal_event(), governance.event_text(uuid), governance.event_of(uuid),
        governance.open_event(text, text, text), governance.begin_event(uuid),
        governance.note_change(uuid, text, uuid[], jsonb, jsonb), governance.parent_column(governance.governed_table), governance.key_uuids(oid, text);
    `);
  }
}

const tables = `
  create table chain_head (
    committee_id uuid primary key references committee,
    seq int not null,
    moment timestamptz not null,
    hash text not null
  );
  create table event (
    id uuid primary key,
    committee_id uuid not null references committee,
    seq int not null check (seq > 0),
    moment timestamptz not null,
    actor_kind text not null check (actor_kind in ('PERSON', 'SERVICE_ACCOUNT', 'DATABASE')),
    actor_id uuid,
    verb text not null,
    request_key text,
    hash text check (hash ~ '^[0-9a-f]{64}$'),
    unique (committee_id, id),
    unique (committee_id, seq)
  );
  create index event_verb_idx on event (committee_id, verb, seq);
  create index event_actor_idx on event (committee_id, actor_id, seq);
  create index event_moment_idx on event (committee_id, moment, id);
  create table event_change (
    id uuid primary key,
    committee_id uuid not null references committee,
    event_id uuid not null,
    position int not null,
    kind text not null,
    row_id uuid not null,
    other_id uuid,
    row_version int,
    before jsonb,
    after jsonb,
    foreign key (committee_id, event_id) references event (committee_id, id)
  );
  create unique index event_change_position_key on event_change (event_id, position);
  create unique index event_change_row_key on event_change (event_id, row_id, kind, coalesce(other_id, row_id));
  -- What an event is about: the rows themselves, what they belong to, and both ends of a tie.
  create table event_subject (
    committee_id uuid not null references committee,
    event_id uuid not null,
    subject_id uuid not null,
    primary key (subject_id, event_id),
    foreign key (committee_id, event_id) references event (committee_id, id)
  );
  create index event_subject_event_idx on event_subject (event_id);
  ${['chain_head', 'event', 'event_change', 'event_subject']
    .map(
      (table) => `
  comment on table ${table} is 'governance: kept by the database';
  alter table ${table} enable row level security, force row level security;
  create policy committee on ${table} using (committee_id = (select governance.committee())) with check (committee_id = (select governance.committee()));
  create policy maintenance on ${table} to golden_thread_owner using ((select governance.in_maintenance())) with check ((select governance.in_maintenance()));
  grant select on ${table} to golden_thread_app;`,
    )
    .join('')}
  create view as_at.event with (security_invoker = true) as select * from public.event where moment <= (select governance.as_at());
  grant select on as_at.event to golden_thread_app;
`;

/** Whoever owns the tables can take these off; the chain then shows what was done. */
const guards = `
  create function governance.refuse_rewriting() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'TRUNCATE' then
      if tg_table_name = 'event' then
        if old.hash is null then return case when tg_op = 'DELETE' then old else new end; end if;
      elsif exists (select from public.event e where e.id = old.event_id and e.hash is null) then
        return case when tg_op = 'DELETE' then old else new end;
      end if;
    end if;
    raise exception using errcode = 'P0001', constraint = 'history.kept', message = 'What happened is never changed or removed.';
  end $$;
  ${['event', 'event_change', 'event_subject']
    .map(
      (table) => `
  create trigger ${table}_kept before update or delete on ${table} for each row execute function governance.refuse_rewriting();
  create trigger ${table}_not_emptied before truncate on ${table} for each statement execute function governance.refuse_rewriting();
  alter table ${table} enable always trigger ${table}_kept, enable always trigger ${table}_not_emptied;`,
    )
    .join('')}
`;

/**
 * The head of the chain is locked from here to the commit: changes of one committee are made one after the other, so
 * the order of the events, of their moments and of the commits is the same. Clocks may differ; moments only grow.
 */
const opening = `
  create function governance.begin_event(committee uuid) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    head record;
    opened uuid := gen_random_uuid();
  begin
    insert into public.chain_head (committee_id, seq, moment, hash) values (committee, 0, '-infinity', repeat('0', 64)) on conflict do nothing;
    select h.seq + 1 as seq, greatest(governance.moment(), h.moment + interval '1 millisecond') as moment into head
      from public.chain_head h where h.committee_id = committee for update;
    perform set_config('app.now', head.moment::text, true), set_config('app.event', opened::text, true),
      set_config('app.event_seq', head.seq::text, true), set_config('app.event_of', committee::text, true);
    insert into public.event (id, committee_id, seq, moment, actor_kind, actor_id, verb, request_key) values (opened, committee, head.seq, head.moment,
      coalesce(nullif(current_setting('app.actor_kind', true), ''), 'DATABASE'), nullif(current_setting('app.actor', true), '')::uuid,
      coalesce(nullif(current_setting('app.verb', true), ''), 'SQL'), nullif(current_setting('app.request', true), ''));
    return head.seq;
  end $$;

  -- For the service, at the beginning of a verb.
  create function governance.open_event(verb text, actor_kind text, request_key text) returns int language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
  begin
    perform set_config('app.verb', verb, true), set_config('app.actor_kind', actor_kind, true), set_config('app.request', request_key, true);
    return governance.begin_event(governance.committee());
  end $$;

  -- The number of the event that a change of this committee belongs to; whoever changes rows by hand gets one as well.
  create function governance.event_of(committee uuid) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    if committee is null then return null; end if;
    if coalesce(current_setting('app.event', true), '') <> '' and current_setting('app.event_of', true) = committee::text then
      return current_setting('app.event_seq', true)::int;
    end if;
    return governance.begin_event(committee);
  end $$;
`;

const noting = `
  create function governance.note_change(committee uuid, kind text, ids uuid[], before jsonb, after jsonb) returns void language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
  #variable_conflict use_column
  declare
    opened uuid := nullif(current_setting('app.event', true), '')::uuid;
    -- The last two are nobody's business: what is kept of a key, and a person's account at work.
    hidden text[] := array['id', 'committee_id', 'version', 'key_hash', 'subject'];
    is_tie boolean := coalesce(after, before) -> 'id' is null;
  begin
    if committee is null then return; end if;
    insert into public.event_change as c (id, committee_id, event_id, position, kind, row_id, other_id, row_version, before, after)
      values (gen_random_uuid(), committee, opened, coalesce((select max(p.position) from public.event_change p where p.event_id = opened), 0) + 1,
        kind, ids[1], case when is_tie then ids[2] end, (coalesce(after, before) ->> 'version')::int, before - hidden, after - hidden)
      on conflict (event_id, row_id, kind, (coalesce(other_id, row_id))) do update set after = excluded.after, row_version = excluded.row_version;
    insert into public.event_subject (committee_id, event_id, subject_id)
      select committee, opened, s from unnest(ids) s where s is not null on conflict do nothing;
  end $$;
`;

/** At the commit: only what differs is kept of a changed row, and an event that changed nothing is none. */
const sealing = `
  create function governance.event_text(event uuid) returns text language sql stable as $$
    select concat_ws(E'\\n', 'golden thread event 1', e.committee_id, e.seq, to_char(e.moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      e.actor_kind, coalesce(e.actor_id::text, '-'), e.verb, coalesce(to_json(e.request_key)::text, '-'),
      (select string_agg(concat_ws(' ', c.kind, c.row_id, coalesce(c.other_id::text, '-'), coalesce(c.row_version::text, '-'),
        coalesce(c.before::text, '-'), coalesce(c.after::text, '-')), E'\\n' order by c.position) from public.event_change c where c.event_id = e.id))
    from public.event e where e.id = event
  $$;

  create function governance.seal_event() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    sealed text;
  begin
    delete from public.event_change c where c.event_id = new.id and c.before is not distinct from c.after;
    if not exists (select from public.event_change c where c.event_id = new.id) then
      delete from public.event_subject s where s.event_id = new.id;
      delete from public.event e where e.id = new.id;
    else
      update public.event_change c set
        before = (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(c.before) where value is distinct from c.after -> key),
        after = (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(c.after) where value is distinct from c.before -> key)
        where c.event_id = new.id and c.before is not null and c.after is not null;
      update public.event_change c set before = jsonb_strip_nulls(c.before), after = jsonb_strip_nulls(c.after)
        where c.event_id = new.id and (c.before is null or c.after is null);
      sealed := encode(sha256(convert_to((select h.hash from public.chain_head h where h.committee_id = new.committee_id) || E'\\n'
        || governance.event_text(new.id), 'UTF8')), 'hex');
      update public.event e set hash = sealed where e.id = new.id;
      update public.chain_head h set seq = new.seq, moment = new.moment, hash = sealed where h.committee_id = new.committee_id;
    end if;
    if current_setting('app.event', true) = new.id::text then perform set_config('app.event', '', true); end if;
    return null;
  end $$;
  create constraint trigger event_sealed after insert on event deferrable initially deferred for each row execute function governance.seal_event();
  alter table event enable always trigger event_sealed;
`;

/** The trigger of migration 31, which now also notes the change; a change of shared reference data belongs to no committee. */
const triggers = `
  -- The column by which a row belongs to another one: a figure to its measure, a piece of evidence to its action.
  create function governance.parent_column(t governance.governed_table) returns text language sql stable as $$
    select a.attname from pg_constraint o join pg_attribute a on a.attrelid = o.conrelid and a.attnum = any(o.conkey)
    where o.conrelid = t.oid and o.contype = 'f' and o.confrelid <> t.oid and a.attname not in ('id', 'committee_id') and a.atttypid = 'uuid'::regtype
      and o.confrelid in (select oid from governance.governed_table g where g.is_of_committee and g.table_name not in ('member', 'committee_agency', 'theme'))
    order by a.attnum limit 1
  $$;

  -- The uuids of a key without an id of its own, such as both ends of a tie; of any other key one that is made of it.
  create function governance.key_uuids(t oid, prefix text) returns text language sql stable as $$
    select coalesce(string_agg(prefix || quote_ident(attname), ', ' order by attnum) filter (where attname <> 'committee_id' and atttypid = 'uuid'::regtype),
      format('md5(concat_ws(%L, %s))::uuid', '/', string_agg(prefix || quote_ident(attname), ', ' order by attnum)))
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = t and i.indisprimary
  $$;

  create or replace procedure governance.make_trigger(t governance.governed_table) language plpgsql as $$
  declare
    has_id boolean := exists (select from pg_attribute where attrelid = t.oid and attname = 'id' and atttypid = 'uuid'::regtype and not attisdropped);
    committee text := case when obj_description(t.oid, 'pg_class') = 'governance: no events' then null
      when t.table_name = 'committee' then 'id' when t.is_of_committee then 'committee_id' end;
    keys text := case when has_id then concat_ws(', ', 'subject.id', 'subject.' || quote_ident(governance.parent_column(t)))
      else governance.key_uuids(t.oid, 'subject.') end;
    noted text := case when committee is null then '' else format($sql$
        perform governance.note_change(subject.%I, %L, array[%s], case when tg_op <> 'INSERT' then to_jsonb(old) end,
          case when tg_op <> 'DELETE' then to_jsonb(new) end);$sql$, committee, t.table_name, keys) end;
  begin
    execute format($sql$
      create or replace function history.%1$I() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
      declare
        subject public.%2$I := case when tg_op = 'DELETE' then old else new end;
        seq int;
        moment timestamptz;
        opened record;
      begin
        if tg_relid <> 'public.%2$I'::regclass then
          raise exception using errcode = '42501', message = 'This keeps the history of another table.';
        end if;
        seq := governance.event_of(%7$s);
        if tg_op = 'UPDATE' and old is not distinct from new then
          return null;
        end if;
        moment := governance.moment();
        if tg_op = 'INSERT' then
          moment := greatest(moment, (select max(h.valid_to) from history.%2$I h where %4$s and h.valid_to < 'infinity'));
        else
          select h.valid_from as moment, h.event_seq as seq into opened from history.%2$I h where %3$s order by h.valid_from desc limit 1;
          if opened.seq = seq and opened.moment = moment then
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
        end if;%8$s
        return null;
      end $body$
    $sql$, 'keep_' || t.table_name, t.table_name, governance.key_match(t.table_name, 'h', 'old'), governance.key_match(t.table_name, 'h', 'new'),
      governance.column_list(t.table_name, ''), governance.column_list(t.table_name, 'new.'),
      coalesce('subject.' || quote_ident(committee), 'null'), noted);
    -- A trigger needs nobody's leave to run it; whoever could would keep a history of what never happened.
    execute format('revoke execute on function history.%I() from public', 'keep_' || t.table_name);
    execute format('create or replace trigger history_kept after insert or update or delete on public.%I
      for each row execute function history.%I()', t.table_name, 'keep_' || t.table_name);
    execute format('alter table public.%I enable always trigger history_kept', t.table_name);
  end $$;
`;

/** Histories that were made before are made again with the new trigger when the migrations are done. */
const renewal = `
  do $$
  declare
    t record;
  begin
    for t in select relname as name from pg_class where relnamespace = 'history'::regnamespace and relkind = 'r' loop
      execute format('comment on table history.%I is null', t.name);
    end loop;
  end $$;
  revoke execute on all functions in schema governance from public;
  grant execute on function governance.open_event(text, text, text), governance.event_text(uuid) to golden_thread_app, golden_thread_owner;
`;
