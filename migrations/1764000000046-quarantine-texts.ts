import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A privacy steward withholds a text at once; it can be shown again, or erased when a second person agrees. What is
 * withheld stands beside the rows, so that no row and no history changes by it.
 */
export class QuarantineTexts1764000000046 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [erasures, quarantine, withheld, texts, copies, corrections]) await db.query(part);
    await db.query(
      'revoke execute on all functions in schema governance from public; revoke execute on all procedures in schema governance from public',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger event_shows_correction on event;
      drop function governance.note_corrections(), governance.withhold(uuid), governance.holds_copy(text, text, text), governance.plainly(text),
        governance.free_texts_of(text), governance.is_withholdable(text);
      drop procedure governance.withhold_new_copies(event);
      delete from governance.plain_column where column_name in (${plainColumns.map(([name]) => `'${name}'`).join(', ')});
      drop table withheld_text, quarantine, erased_change, erased_text, erasure;
      drop function keep_erasure();
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

/** That texts were erased is never changed or removed. */
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

/** Not written in anybody's own words, beside those that migration 41 names. */
const plainColumns = [
  ['issuer', 'The address of an issuer, by which people sign in.'],
  ['key_id', 'By it a key is found.'],
  ['key_hash', 'Says nothing of the key.'],
  ['kind', 'The name of a table, where no list confines it.'],
  ['verb', 'The name of a mutation.'],
  ['column_name', 'The name of a column.'],
] as const;

const texts = `
  insert into governance.plain_column values ${plainColumns.map(([name, reason]) => `('${name}', '${reason}')`).join(', ')};

  create function governance.is_withholdable(t text) returns boolean language sql stable as $$
    select exists (select from governance.governed_table g where g.table_name = t and g.is_of_committee and not g.is_partly_shared
      and exists (select from pg_attribute a where a.attrelid = g.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype and not a.attisdropped)
      and exists (select from pg_attribute a where a.attrelid = g.oid and a.attname = 'version' and not a.attisdropped))
  $$;

  -- The columns in which people write in their own words.
  create function governance.free_texts_of(t text) returns text[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with texts as materialized (select governance.free_texts(t) as free, governance.is_withholdable(t) as is_withholdable)
    select coalesce(array_agg(a.attname::text order by a.attnum), '{}') from pg_attribute a
    join governance.governed_table g on g.oid = a.attrelid cross join texts
    where g.table_name = t and texts.is_withholdable and t not in ('event', 'erasure', 'erased_text')
      and a.attname = any(texts.free) and a.atttypid = 'text'::regtype
      and not exists (select from pg_constraint o where o.conrelid = a.attrelid and o.contype = 'c' and o.conkey = array[a.attnum]
        and pg_get_constraintdef(o.oid) like '%~%')
  $$;
`;

/**
 * A text is often said again elsewhere: in a seal, in the versions of a theory, in an idea that is shared. Capitals and blanks make
 * no other text of it. A few words may stand in a sentence by chance, so a short text is a copy only where it is all there is.
 */
const copies = `
  create function governance.plainly(words text) returns text language sql immutable as
    $$ select lower(btrim(regexp_replace(words, '\\s+', ' ', 'g'))) $$;

  create function governance.holds_copy(t text, whole text, words text) returns boolean language sql immutable as $$
    select case when t = 'plan_seal' then position(to_json(words)::text in whole) > 0
      when char_length(words) < 20 then governance.plainly(whole) = governance.plainly(words)
      else position(governance.plainly(words) in governance.plainly(whole)) > 0 end
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
  grant execute on function governance.free_texts_of(text), governance.withhold(uuid) to golden_thread_app, golden_thread_owner;
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
