import type { MigrationInterface, QueryRunner } from 'typeorm';
import { refuseRewriting } from './1764000000031-create-events';
import { altered, chains } from './1764000000033-verify-history';

/**
 * What must not be kept at all is taken out of its row, all versions of it and what events tell of it. The chain of events
 * still holds, since it has only salted hashes of what was changed; the record of the erasure has a hash of what was left.
 */
export class EraseTexts1764000000047 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [silently, erasing, seals]) await db.query(part);
    await db.query(refuseRewriting.replace('{unless}', erasingOf));
    await db.query(chains.replace('{changes}', alteredOrErased.replace('{lastFirst}', 'recorded_at desc')));
    await db.query(
      'revoke execute on all functions in schema governance from public; revoke execute on all procedures in schema governance from public',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(chains.replace('{changes}', altered));
    await db.query(refuseRewriting.replace('{unless}', ''));
    await db.query(`
      drop function governance.erase_quarantined(uuid, uuid), governance.erase_texts(uuid, text, uuid[], text[], timestamptz),
        governance.erase_changes(uuid, text, uuid[], text[], timestamptz), governance.blotted(jsonb, text[]);
      drop procedure governance.tell_erased(uuid, text, uuid[], text[], timestamptz), governance.erase_rows(text, uuid[], text[], timestamptz),
        governance.update_silently(text, text, uuid[]);
      alter table plan_seal drop constraint plan_seal_hash,
        add constraint plan_seal_hash check (sha256 = encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex'));
    `);
  }
}

/** Past the guards of a table and of its history: what is erased must not be kept by the erasing. */
const silently = `
  create function governance.blotted(facts jsonb, columns text[]) returns jsonb language sql immutable as $$
    select case when facts is not null then coalesce((select jsonb_object_agg(key, case when key = any(columns) and jsonb_typeof(value) = 'string'
      then to_jsonb('[erased]'::text) else value end) from jsonb_each(facts)), '{}') end
  $$;
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
  grant execute on function governance.erase_texts(uuid, text, uuid[], text[], timestamptz), governance.erase_quarantined(uuid, uuid)
    to golden_thread_app, golden_thread_owner;
`;

/** The hash of a seal stays when its text is erased. */
const seals = `
  alter table plan_seal drop constraint plan_seal_hash, add constraint plan_seal_hash
    check (canonical_text = '[erased]' or sha256 = encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex'));
`;

/** The service's own role is refused, whatever it says of itself: only functions of the owner erase. */
const erasingOf = `
    if tg_table_name = 'event_change' and tg_op = 'UPDATE' and current_setting('app.erasing', true) = 'on'
        and current_user <> 'golden_thread_app' and to_jsonb(new) ->> 'salt' is null
        and to_jsonb(new) - array['before', 'after', 'salt'] = to_jsonb(old) - array['before', 'after', 'salt'] then
      return new;
    end if;`;

/** A change whose words were erased is as it was left last; an erasure that nobody recorded shows. {lastFirst} stands for how those are ordered. */
export const alteredOrErased = `
    select c.committee_id, e.seq, case when c.salt is null and kept.hash is null then 'its words are gone, and no erasure says so'
        else 'what it changed is not what was written when it happened' end
      from event_change c join event e on e.id = c.event_id
        left join lateral (select k.kept_hash as hash from erased_change k where k.change_id = c.id order by {lastFirst} limit 1) kept on true
      where (only_committee is null or c.committee_id = only_committee)
        and case when c.salt is null then kept.hash is distinct from governance.body_hash('', c.before, c.after)
          else c.body_hash is distinct from governance.body_hash(c.salt, c.before, c.after) end`;
