import type { MigrationInterface, QueryRunner } from 'typeorm';
import { refuseRewriting } from './1764000000032-create-events';
import { altered, chains } from './1764000000033-verify-history';

/**
 * A privacy steward withholds a text at once, and it can be shown again; what must not be kept at all is erased by two
 * people. Then it is taken out of its row, all versions of it and what events tell of it; the chain of events still
 * holds, since it has only salted hashes of what was changed, and the record of the erasure has a hash of what was left.
 */
export class QuarantineTexts1764000000046 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [erasures, quarantine, withheld, texts, corrections, silently, erasing, copies, seals])
      await db.query(part);
    await db.query(refuseRewriting.replace('{unless}', erasingOf));
    await db.query(chains.replace('{changes}', alteredOrErased));
    await db.query(
      'revoke execute on all functions in schema governance from public; revoke execute on all procedures in schema governance from public',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(chains.replace('{changes}', altered));
    await db.query(refuseRewriting.replace('{unless}', ''));
    await db.query(`
      drop trigger event_shows_correction on event;
      drop function governance.note_corrections(), governance.withhold(uuid), governance.holds_copy(text, text, text),
        governance.erase_quarantined(uuid, uuid), governance.erase_texts(uuid, text, uuid[], text[], timestamptz),
        governance.erase_changes(uuid, text, uuid[], text[], timestamptz), governance.free_texts_of(text), governance.blotted(jsonb, text[]);
      drop procedure governance.withhold_new_copies(event), governance.tell_erased(uuid, text, uuid[], text[], timestamptz),
        governance.erase_rows(text, uuid[], text[], timestamptz), governance.update_silently(text, text, uuid[]);
      drop table withheld_text, quarantine, erased_change, erased_text, erasure;
      drop function keep_erasure();
      alter table plan_seal drop constraint plan_seal_hash,
        add constraint plan_seal_hash check (sha256 = encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex'));
      delete from governance.shared_rule where table_name = 'withheld_text';
    `);
  }
}

const common = `
  id uuid primary key,
  committee_id uuid not null references committee,
  version int not null,
  recorded_at timestamptz not null,
  unique (committee_id, id)`;

const erasures = `
  create table erasure (${common},
    ground text not null check (ground in ('NEVER_ALLOWED', 'PERSONS_REQUEST', 'RETENTION', 'COURT_ORDER')),
    note text,
    asked_by_id uuid not null,
    confirmed_by_id uuid not null,
    foreign key (committee_id, asked_by_id) references member (committee_id, id),
    foreign key (committee_id, confirmed_by_id) references member (committee_id, id),
    constraint "erasure.twoPeople" check (asked_by_id <> confirmed_by_id)
  );
  create table erased_text (${common},
    erasure_id uuid not null,
    kind text not null,
    row_id uuid not null,
    columns text[] not null check (cardinality(columns) > 0),
    foreign key (committee_id, erasure_id) references erasure (committee_id, id)
  );
  create index erased_text_erasure_idx on erased_text (erasure_id);
  create index erased_text_row_idx on erased_text (row_id);
  -- What was left of a change, as a hash: the event of the erasure has it, so that this too cannot be altered unseen.
  create table erased_change (${common},
    erasure_id uuid not null,
    change_id uuid not null,
    kept_hash text not null,
    foreign key (committee_id, erasure_id) references erasure (committee_id, id),
    foreign key (committee_id, change_id) references event_change (committee_id, id)
  );
  create index erased_change_change_idx on erased_change (change_id, recorded_at);
  create index erased_change_erasure_idx on erased_change (erasure_id);
  create function keep_erasure() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = 'P0001', constraint = 'erasure.kept', message = 'That a text was erased is never changed or removed.';
  end $$;
  ${['erasure', 'erased_text', 'erased_change']
    .map(
      (table) => `
  create trigger ${table}_kept before update or delete on ${table} for each row execute function keep_erasure();
  create trigger ${table}_not_emptied before truncate on ${table} for each statement execute function keep_erasure();`,
    )
    .join('')}
`;

/** A decision on one text: withheld until it is released, or erased when a second person agrees. */
const quarantine = `
  create table quarantine (${common},
    kind text not null,
    row_id uuid not null,
    column_name text not null,
    reason text not null check (reason in ('CHILD', 'FAMILY', 'WORKER', 'CASE_NARRATIVE', 'SENSITIVE', 'OTHER')),
    note text,
    status text not null check (status in ('WITHHELD', 'RELEASED', 'ERASURE_ASKED', 'ERASED')),
    withheld_by_id uuid not null,
    released_by_id uuid,
    released_at timestamptz,
    release_note text,
    erasure_ground text check (erasure_ground in ('NEVER_ALLOWED', 'PERSONS_REQUEST', 'COURT_ORDER')),
    erasure_note text,
    erasure_asked_by_id uuid,
    erasure_id uuid,
    foreign key (committee_id, withheld_by_id) references member (committee_id, id),
    foreign key (committee_id, released_by_id) references member (committee_id, id),
    foreign key (committee_id, erasure_asked_by_id) references member (committee_id, id),
    foreign key (committee_id, erasure_id) references erasure (committee_id, id),
    check (reason <> 'OTHER' or note is not null),
    check ((status = 'RELEASED') = (released_at is not null) and (released_at is null) = (released_by_id is null)),
    check ((status in ('ERASURE_ASKED', 'ERASED')) = (erasure_asked_by_id is not null) and (erasure_asked_by_id is null) = (erasure_ground is null)),
    check ((status = 'ERASED') = (erasure_id is not null))
  );
  create index quarantine_row_idx on quarantine (row_id);
  create index quarantine_status_idx on quarantine (committee_id, status, recorded_at, id);
`;

/** What readers do not see of it: the text that is meant and its copies elsewhere, up to when its author corrected it. */
const withheld = `
  create table withheld_text (
    id uuid primary key,
    committee_id uuid not null references committee,
    kind text not null,
    row_id uuid not null,
    column_name text not null,
    reason text not null check (reason in ('QUARANTINED', 'ERASED')),
    quarantine_id uuid,
    erasure_id uuid,
    corrected_at timestamptz,
    unique (committee_id, id),
    foreign key (committee_id, quarantine_id) references quarantine (committee_id, id),
    foreign key (committee_id, erasure_id) references erasure (committee_id, id),
    check (num_nonnulls(quarantine_id, erasure_id) > 0)
  );
  comment on table withheld_text is 'governance: no history';
  create index withheld_text_row_idx on withheld_text (row_id, kind, column_name);
  create index withheld_text_quarantine_idx on withheld_text (quarantine_id);
  insert into governance.shared_rule (table_name, rule) values ('withheld_text', $$kind in ('shared_idea', 'idea_uptake')$$);
`;

/**
 * From when another text stands in its place, that one is shown: the event says so, whoever changed it. What copies a
 * withheld text anew, such as the next version of a theory, is withheld with it.
 */
const corrections = `
  create procedure governance.withhold_new_copies(of_event public.event) language plpgsql as $$
  declare
    w record;
    words text;
  begin
    for w in select x.* from public.withheld_text x join public.quarantine q on q.id = x.quarantine_id
        and (q.kind, q.row_id, q.column_name) = (x.kind, x.row_id, x.column_name)
        where x.committee_id = of_event.committee_id and x.reason = 'QUARANTINED' and x.corrected_at is null loop
      execute format('select %I from public.%I where id = $1', w.column_name, w.kind) into words using w.row_id;
      insert into public.withheld_text (id, committee_id, kind, row_id, column_name, reason, quarantine_id)
        select gen_random_uuid(), w.committee_id, c.kind, c.row_id, f.key, 'QUARANTINED', w.quarantine_id
        from public.event_change c cross join lateral jsonb_each_text(c.after) f
        where c.event_id = of_event.id and f.key = any(governance.free_texts_of(c.kind)) and governance.holds_copy(c.kind, f.value, words)
          and not exists (select from public.withheld_text k where (k.kind, k.row_id, k.column_name) = (c.kind, c.row_id, f.key)
            and k.quarantine_id = w.quarantine_id and k.corrected_at is null);
    end loop;
  end $$;

  create function governance.note_corrections() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    maintained text := coalesce(current_setting('app.maintenance', true), '');
  begin
    perform set_config('app.maintenance', 'on', true);
    if exists (select from public.withheld_text w where w.committee_id = new.committee_id and w.corrected_at is null) then
      update public.withheld_text w set corrected_at = new.moment from public.event_change c
        where c.event_id = new.id and c.row_id = w.row_id and c.kind = w.kind and w.corrected_at is null
          and c.before ? w.column_name and c.after ? w.column_name;
      call governance.withhold_new_copies(new);
    end if;
    perform set_config('app.maintenance', maintained, true);
    return null;
  end $$;
  -- Triggers of one moment go by their names: this one comes when the event is sealed and holds what differs.
  create constraint trigger event_shows_correction after insert on event deferrable initially deferred
    for each row execute function governance.note_corrections();
  alter table event enable always trigger event_shows_correction;
`;

const texts = `
  -- The columns in which people write in their own words: texts that are neither confined to a list or a pattern nor a name by
  -- which the service finds something.
  create function governance.free_texts_of(t text) returns text[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(array_agg(a.attname::text order by a.attnum), '{}') from pg_attribute a
    join governance.governed_table g on g.oid = a.attrelid and g.is_of_committee and not g.is_partly_shared
    where g.table_name = t and t not in ('event', 'receipt', 'erasure', 'erased_text')
      and exists (select from pg_attribute i where i.attrelid = g.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype) and a.attnum > 0 and not a.attisdropped
      and a.atttypid = 'text'::regtype
      and a.attname not in ('ref', 'sha256', 'recipe', 'issuer', 'key_id', 'key_hash', 'kind', 'source_kind', 'verb', 'column_name')
      and not exists (select from pg_constraint o where o.conrelid = a.attrelid and o.contype = 'c' and o.conkey = array[a.attnum]
        and pg_get_constraintdef(o.oid) ~ '= ANY|~')
  $$;

  create function governance.blotted(facts jsonb, columns text[]) returns jsonb language sql immutable as $$
    select case when facts is not null then coalesce((select jsonb_object_agg(key, case when key = any(columns) and jsonb_typeof(value) = 'string'
      then to_jsonb('[erased]'::text) else value end) from jsonb_each(facts)), '{}') end
  $$;
`;

/** Past the guards of a table and of its history: what is erased must not be kept by the erasing. */
const silently = `
  create procedure governance.update_silently(t text, assignments text, ids uuid[]) language plpgsql as $$
  declare
    guards jsonb := (select jsonb_object_agg(tgname, tgenabled) from pg_trigger where tgrelid = format('public.%I', t)::regclass and not tgisinternal);
    g record;
  begin
    execute format('alter table public.%I disable trigger user', t);
    execute format('update public.%I set %s where committee_id = $1 and id = any($2)', t, assignments) using governance.committee(), ids;
    for g in select key as name, value as state from jsonb_each_text(guards) loop
      execute format('alter table public.%I %s trigger %I', t,
        case g.state when 'A' then 'enable always' when 'R' then 'enable replica' when 'D' then 'disable' else 'enable' end, g.name);
    end loop;
  end $$;
`;

/** In the rows, in all their versions, and in what events tell of them. What came after a correction stays. */
const erasing = `
  create procedure governance.erase_rows(t text, ids uuid[], columns text[], corrected timestamptz) language plpgsql as $$
  declare
    assignments text := (select string_agg(format('%1$I = case when %1$I is not null then ''[erased]'' end', c), ', ') from unnest(columns) c);
  begin
    if corrected is null then call governance.update_silently(t, assignments, ids); end if;
    execute format('update history.%I set %s where committee_id = $1 and id = any($2) and valid_from < $3', t, assignments)
      using governance.committee(), ids, coalesce(corrected, 'infinity');
  end $$;

  create function governance.erase_changes(of_erasure uuid, t text, ids uuid[], columns text[], corrected timestamptz) returns int language sql as $$
    with left_over as (
      select c.id, governance.blotted(c.before, columns) as before,
          case when e.moment = corrected then c.after else governance.blotted(c.after, columns) end as after
        from public.event_change c join public.event e on e.id = c.event_id
        where c.committee_id = governance.committee() and c.kind = t and c.row_id = any(ids) and e.hash is not null
          and (corrected is null or e.moment <= corrected)
    ), gone as (
      update public.event_change c set before = l.before, after = l.after, salt = null from left_over l
        where l.id = c.id and (c.before is distinct from l.before or c.after is distinct from l.after) returning c.id, c.before, c.after
    ), kept as (
      insert into public.erased_change (id, committee_id, version, recorded_at, erasure_id, change_id, kept_hash)
        select gen_random_uuid(), governance.committee(), 1, governance.moment(), of_erasure, g.id, governance.body_hash('', g.before, g.after)
        from gone g returning 1
    )
    select count(*)::int from kept
  $$;

  -- Where there was a text, readers learn that it was erased.
  create procedure governance.tell_erased(of_erasure uuid, t text, ids uuid[], columns text[], corrected timestamptz) language plpgsql as $$
  begin
    update public.withheld_text w set reason = 'ERASED', erasure_id = of_erasure
      where w.kind = t and w.row_id = any(ids) and w.column_name = any(columns) and w.corrected_at is not distinct from corrected;
    execute format($sql$
      insert into public.withheld_text (id, committee_id, kind, row_id, column_name, reason, erasure_id, corrected_at)
        select gen_random_uuid(), $1, %2$L, h.id, c.name, 'ERASED', $2, $4
        from history.%1$I h cross join lateral (values %3$s) c(name, words)
        where h.committee_id = $1 and h.id = any($3) and h.valid_from < coalesce($4, 'infinity') and c.words is not null
          and not exists (select from public.withheld_text w where w.kind = %2$L and w.row_id = h.id and w.column_name = c.name
            and w.corrected_at is not distinct from $4)
        group by h.id, c.name
    $sql$, t, t, (select string_agg(format('(%1$L, h.%1$I)', c), ', ') from unnest(columns) c)) using governance.committee(), of_erasure, ids, corrected;
  end $$;

  -- @param wanted the columns; all free texts when null. Answers how many changes of the past lost words.
  create function governance.erase_texts(of_erasure uuid, t text, ids uuid[], wanted text[], corrected timestamptz) returns int language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
  declare
    maintained text := coalesce(current_setting('app.maintenance', true), '');
    columns text[] := array(select c from unnest(governance.free_texts_of(t)) c where wanted is null or c = any(wanted));
    changed int;
  begin
    if cardinality(columns) = 0 or cardinality(ids) = 0 then return 0; end if;
    perform set_config('app.maintenance', 'on', true), set_config('app.erasing', 'on', true);
    if not exists (select from public.erasure e where e.id = of_erasure and e.committee_id = governance.committee()
      and e.xmin = pg_current_xact_id()::xid) then
      raise exception using errcode = 'P0001', constraint = 'erasure.recorded', message = 'Nothing is erased without a record of it.';
    end if;
    call governance.tell_erased(of_erasure, t, ids, columns, corrected);
    call governance.erase_rows(t, ids, columns, corrected);
    changed := governance.erase_changes(of_erasure, t, ids, columns, corrected);
    insert into public.erased_text (id, committee_id, version, recorded_at, erasure_id, kind, row_id, columns)
      select gen_random_uuid(), governance.committee(), 1, governance.moment(), of_erasure, t, w.row_id, array_agg(w.column_name order by w.column_name)
      from public.withheld_text w where w.erasure_id = of_erasure and w.kind = t and w.row_id = any(ids) and w.column_name = any(columns) group by w.row_id;
    -- The answers kept for repeated requests, and the hash of what was sent, by which a short text could be guessed.
    update public.receipt r set answer = null, request_hash = 'erased' where r.committee_id = governance.committee() and r.answer is not null
      and (exists (select from unnest(ids) i where position(i::text in r.answer::text) > 0)
        or exists (select from public.event e join public.event_subject s on s.event_id = e.id
          where s.subject_id = any(ids) and e.request_key = r.request_key and e.actor_id = r.actor_id and e.committee_id = r.committee_id));
    perform set_config('app.erasing', '', true), set_config('app.maintenance', maintained, true);
    return changed;
  end $$;

  -- Everything that a quarantine withholds.
  create function governance.erase_quarantined(of_erasure uuid, of_quarantine uuid) returns int language sql as $$
    select coalesce(sum(governance.erase_texts(of_erasure, w.kind, w.ids, array[w.column_name], w.corrected_at)), 0)::int from (
      select kind, column_name, corrected_at, array_agg(row_id) as ids from public.withheld_text
        where quarantine_id = of_quarantine group by 1, 2, 3 order by 1, 2, 3) w
  $$;
`;

/** A text is often said again elsewhere: in a seal, in the versions of a theory, in an idea that is shared. */
const copies = `
  create function governance.holds_copy(t text, whole text, words text) returns boolean language sql immutable as $$
    select case when t = 'plan_seal' then position(to_json(words)::text in whole) > 0
      when char_length(words) < 20 then t in ('theory_part', 'shared_idea', 'idea_uptake') and whole = words
      else position(words in whole) > 0 end
  $$;

  create function governance.withhold(of_quarantine uuid) returns int language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
  declare
    maintained text := coalesce(current_setting('app.maintenance', true), '');
    q public.quarantine;
    words text;
    t record;
  begin
    perform set_config('app.maintenance', 'on', true);
    select * into q from public.quarantine x where x.id = of_quarantine and x.committee_id = governance.committee() and x.status = 'WITHHELD';
    execute format('select %I from public.%I where id = $1 and committee_id = $2', q.column_name, q.kind) into words using q.row_id, q.committee_id;
    insert into public.withheld_text (id, committee_id, kind, row_id, column_name, reason, quarantine_id)
      values (gen_random_uuid(), q.committee_id, q.kind, q.row_id, q.column_name, 'QUARANTINED', q.id);
    for t in select k.table_name as name, governance.free_texts_of(k.table_name) as columns from governance.kept_table k
      where cardinality(governance.free_texts_of(k.table_name)) > 0 and k.table_name <> 'quarantine' loop
      execute format($sql$
        insert into public.withheld_text (id, committee_id, kind, row_id, column_name, reason, quarantine_id)
          select gen_random_uuid(), $1, %2$L, h.id, c.name, 'QUARANTINED', $2
          from history.%1$I h cross join lateral (values %3$s) c(name, whole)
          where h.committee_id = $1 and governance.holds_copy(%2$L, c.whole, $3) and (h.id, %2$L, c.name) <> ($4, $5, $6)
          group by h.id, c.name
      $sql$, t.name, t.name, (select string_agg(format('(%1$L, h.%1$I)', c), ', ') from unnest(t.columns) c))
        using q.committee_id, q.id, words, q.row_id, q.kind, q.column_name;
    end loop;
    perform set_config('app.maintenance', maintained, true);
    return (select count(*)::int from public.withheld_text w where w.quarantine_id = q.id);
  end $$;
  grant execute on function governance.free_texts_of(text), governance.erase_texts(uuid, text, uuid[], text[], timestamptz),
    governance.erase_quarantined(uuid, uuid), governance.withhold(uuid) to golden_thread_app, golden_thread_owner;
`;

/** The hash of a seal stays when its text is erased. */
const seals = `
  alter table plan_seal drop constraint plan_seal_hash, add constraint plan_seal_hash
    check (canonical_text = '[erased]' or sha256 = encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex'));
`;

/** The service's own role is refused, whatever it says of itself: only functions of the owner erase. */
const erasingOf = `
      elsif tg_table_name = 'event_change' and tg_op = 'UPDATE' and current_setting('app.erasing', true) = 'on'
        and current_user <> 'golden_thread_app' and to_jsonb(new) ->> 'salt' is null
        and to_jsonb(new) - array['before', 'after', 'salt'] = to_jsonb(old) - array['before', 'after', 'salt'] then
        return new;`;

/** A change whose words were erased is as it was left; an erasure that nobody recorded shows. */
const alteredOrErased = `
    select c.committee_id, e.seq, case when c.salt is null and kept.hash is null then 'its words are gone, and no erasure says so'
        else 'what it changed is not what was written when it happened' end
      from event_change c join event e on e.id = c.event_id
        left join lateral (select k.kept_hash as hash from erased_change k where k.change_id = c.id order by k.recorded_at desc limit 1) kept on true
      where (only_committee is null or c.committee_id = only_committee)
        and case when c.salt is null then kept.hash is distinct from governance.body_hash('', c.before, c.after)
          else c.body_hash is distinct from governance.body_hash(c.salt, c.before, c.after) end`;
