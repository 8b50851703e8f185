import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each change leaves one event: who, when, which verb, and each row before and after. Triggers write it, so that neither
 * a verb nor somebody's own SQL can leave it out, and it is closed at the commit with a hash over itself and the hash
 * before it, so that nothing can be taken out or rewritten unseen. One chain for each committee.
 */
export class CreateEvents1764000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [clock, tables, guards, opening, noting, sealing, grants]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table event_subject, event_change, event, chain_head;
      drop function governance.refuse_rewriting(), governance.seal_event(), governance.event_text(uuid), governance.event_of(uuid),
        governance.open_event(text, text, text), governance.begin_event(uuid), governance.forget_change(uuid, text, uuid[]),
        governance.note_change(uuid, uuid, text, uuid[], uuid[], jsonb, jsonb), governance.differing(jsonb, jsonb), governance.body_hash(text, jsonb, jsonb), governance.moment();
      drop table governance.clock_rule;
    `);
  }
}

/** The service says what time it is; a clock that runs far ahead would put every later event into the future with it. */
const clock = `
  create table governance.clock_rule (most_ahead interval not null);
  create unique index on governance.clock_rule ((true));
  insert into governance.clock_rule values ('1 hour');
  grant select on governance.clock_rule to golden_thread_app;

  -- When what happens now is said to happen: the service's clock, or the database's for what is done by hand.
  create function governance.moment() returns timestamptz language plpgsql volatile as $$
  declare
    said timestamptz := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp());
  begin
    if said > clock_timestamp() + (select r.most_ahead from governance.clock_rule r)
      and (current_setting('role') = 'golden_thread_app' or not pg_has_role(session_user, 'golden_thread_owner', 'MEMBER')) then
      raise exception using errcode = '55000', message = format('The service says it is %s, which is too far ahead of the database''s clock.', said);
    end if;
    return said;
  end $$;
`;

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
    moment timestamptz not null check (isfinite(moment)),
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
    -- The chain holds the hash of salt, before and after; without the salt nobody can guess what they were.
    salt text,
    body_hash text check (body_hash ~ '^[0-9a-f]{64}$'),
    unique (committee_id, id),
    foreign key (committee_id, event_id) references event (committee_id, id)
  );
  create unique index event_change_position_key on event_change (event_id, position);
  create unique index event_change_row_key on event_change (event_id, row_id, kind, coalesce(other_id, row_id));
  create index event_change_kind_idx on event_change (committee_id, kind, event_id);
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
`;

/** Until its transaction ends an event is open. {unless} stands for what may be done to a change after all; a later migration has something. */
export const refuseRewriting = `
  create or replace function governance.refuse_rewriting() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
  declare
    is_open boolean := false;
  begin
    if tg_op <> 'TRUNCATE' and tg_table_name = 'event' then
      is_open := case tg_op when 'INSERT' then new.hash else old.hash end is null;
    elsif tg_op <> 'TRUNCATE' then
      is_open := not exists (select from public.event e where e.id in (old.event_id, new.event_id) and e.hash is not null);
    end if;
    if is_open then return case tg_op when 'DELETE' then old else new end; end if;{unless}
    raise exception using errcode = 'P0001', constraint = 'history.kept', message = 'What happened is never changed or removed.';
  end $$;
`;

/** Whoever owns the tables can take these guards off; the chain then shows what was done. */
const guards = `
  ${refuseRewriting.replace('{unless}', '')}
  ${['event', 'event_change', 'event_subject']
    .map(
      (table) => `
  create trigger ${table}_kept before insert or update or delete on ${table} for each row execute function governance.refuse_rewriting();
  create trigger ${table}_not_emptied before truncate on ${table} for each statement execute function governance.refuse_rewriting();
  alter table ${table} enable always trigger ${table}_kept, enable always trigger ${table}_not_emptied;`,
    )
    .join('')}
`;

/**
 * The head of the chain is locked from here to the commit: changes of one committee are made one after the other, so
 * the order of the events, of their moments and of the commits is the same. Clocks may differ; moments only grow. An
 * open event that can be seen is this transaction's own, so nothing about it has to be remembered in a setting.
 */
const opening = `
  create function governance.begin_event(committee uuid) returns table (id uuid, seq int, moment timestamptz) language plpgsql as $$
  #variable_conflict use_column
  declare
    head record;
  begin
    insert into public.chain_head (committee_id, seq, moment, hash) values (committee, 0, '-infinity', repeat('0', 64)) on conflict do nothing;
    select h.seq + 1 as seq, greatest(governance.moment(), h.moment + interval '1 millisecond') as moment into head
      from public.chain_head h where h.committee_id = committee for update;
    return query insert into public.event as e (id, committee_id, seq, moment, actor_kind, actor_id, verb, request_key)
      values (gen_random_uuid(), committee, head.seq, head.moment, coalesce(nullif(current_setting('app.actor_kind', true), ''), 'DATABASE'),
        nullif(current_setting('app.actor', true), '')::uuid, coalesce(nullif(current_setting('app.verb', true), ''), 'SQL'),
        nullif(current_setting('app.request', true), ''))
      returning e.id, e.seq, e.moment;
  end $$;

  -- The event that a change of this committee belongs to; whoever changes rows by hand gets one as well. Without a committee only when.
  create function governance.event_of(committee uuid) returns table (id uuid, seq int, moment timestamptz) language plpgsql as $$
  #variable_conflict use_column
  begin
    if committee is null then
      return query select null::uuid, null::int, governance.moment();
      return;
    end if;
    return query select e.id, e.seq, e.moment
      from (select * from public.event v where v.committee_id = committee order by v.seq desc limit 1) e where e.hash is null;
    if not found then return query select * from governance.begin_event(committee); end if;
  end $$;

  -- For the service, at the beginning of a verb.
  create function governance.open_event(verb text, actor_kind text, request_key text) returns int language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
  begin
    perform set_config('app.verb', verb, true), set_config('app.actor_kind', actor_kind, true), set_config('app.request', request_key, true);
    return (select e.seq from governance.event_of(governance.committee()) e);
  end $$;
`;

/** Triggers call these, with what a row was before the event and what it is now: of a changed row only what differs is kept. */
const noting = `
  create function governance.differing(one jsonb, other jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(one) where value is distinct from other -> key
  $$;

  create function governance.note_change(opened uuid, committee uuid, kind text, ids uuid[], subjects uuid[], was jsonb, is_now jsonb)
    returns void language plpgsql as $$
  #variable_conflict use_column
  declare
    -- The last two are nobody's business: what is kept of a key, and a person's account at work.
    hidden text[] := array['id', 'committee_id', 'version', 'key_hash', 'subject'];
    is_changed boolean := was is not null and is_now is not null;
    before jsonb := case when is_changed then governance.differing(was, is_now) else jsonb_strip_nulls(was) end - hidden;
    after jsonb := case when is_changed then governance.differing(is_now, was) else jsonb_strip_nulls(is_now) end - hidden;
  begin
    if opened is null then return; end if;
    insert into public.event_change as c (id, committee_id, event_id, position, kind, row_id, other_id, row_version, before, after)
      values (gen_random_uuid(), committee, opened, coalesce((select max(p.position) from public.event_change p where p.event_id = opened), 0) + 1,
        kind, ids[1], ids[2], (coalesce(is_now, was) ->> 'version')::int, before, after)
      on conflict (event_id, row_id, kind, (coalesce(other_id, row_id))) do update
        set before = excluded.before, after = excluded.after, row_version = excluded.row_version;
    insert into public.event_subject (committee_id, event_id, subject_id)
      select committee, opened, s from unnest(subjects) s where s is not null on conflict do nothing;
  end $$;

  -- For a row that is, at the end, as it was before the event.
  create function governance.forget_change(opened uuid, of_kind text, ids uuid[]) returns void language sql as $$
    delete from public.event_change c where c.event_id = opened and c.kind = of_kind and c.row_id = ids[1] and c.other_id is not distinct from ids[2]
  $$;
`;

/** At the commit; an event that changed nothing is none. */
const sealing = `
  create function governance.body_hash(salt text, before jsonb, after jsonb) returns text language sql immutable as $$
    select encode(sha256(convert_to(concat_ws(E'\\n', salt, coalesce(before::text, '-'), coalesce(after::text, '-')), 'UTF8')), 'hex')
  $$;

  create function governance.event_text(event uuid) returns text language sql stable as $$
    select concat_ws(E'\\n', 'golden thread event 1', e.committee_id, e.seq, to_char(e.moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      e.actor_kind, coalesce(e.actor_id::text, '-'), e.verb, coalesce(to_json(e.request_key)::text, '-'),
      coalesce((select string_agg(s.subject_id::text, ' ' order by s.subject_id) from public.event_subject s where s.event_id = e.id), '-'),
      (select string_agg(concat_ws(' ', c.kind, c.row_id, coalesce(c.other_id::text, '-'), coalesce(c.row_version::text, '-'),
        c.body_hash), E'\\n' order by c.position) from public.event_change c where c.event_id = e.id))
    from public.event e where e.id = event
  $$;

  create function governance.seal_event() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    sealed text;
  begin
    if not exists (select from public.event_change c where c.event_id = new.id) then
      delete from public.event_subject s where s.event_id = new.id;
      delete from public.event e where e.id = new.id;
      return null;
    end if;
    update public.event_change c set salt = n.salt, body_hash = governance.body_hash(n.salt, c.before, c.after)
      from (select k.id, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') as salt from public.event_change k where k.event_id = new.id) n
      where n.id = c.id;
    sealed := encode(sha256(convert_to((select h.hash from public.chain_head h where h.committee_id = new.committee_id) || E'\\n'
      || governance.event_text(new.id), 'UTF8')), 'hex');
    update public.event e set hash = sealed where e.id = new.id;
    update public.chain_head h set seq = new.seq, moment = new.moment, hash = sealed where h.committee_id = new.committee_id;
    return null;
  end $$;
  create constraint trigger event_sealed after insert on event deferrable initially deferred for each row execute function governance.seal_event();
  alter table event enable always trigger event_sealed;
`;

const grants = `
  revoke execute on all functions in schema governance from public;
  grant execute on function governance.moment(), governance.open_event(text, text, text), governance.event_text(uuid)
    to golden_thread_app, golden_thread_owner;
`;
