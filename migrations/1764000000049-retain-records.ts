import type { MigrationInterface, QueryRunner } from 'typeorm';

const common = `
  id uuid primary key,
  committee_id uuid not null references committee,
  version int not null,
  recorded_at timestamptz not null,
  unique (committee_id, id)`;

/** How long records are kept, what becomes of them then, and what must be kept whatever the rule. */
export class RetainRecords1764000000049 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [rules, holds, disposals, belonging, sources, ownReads, revoked]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop policy own on restricted_read;
      delete from governance.tier_exception where table_name = 'legal_hold';
      drop trigger committee_has_retention on committee;
      drop function give_retention_rules(), governance.holds_on(text, uuid), governance.sources_of(text, uuid), governance.rows_of(text, uuid),
        governance.actions_of(text, uuid);
      drop table disposal, legal_hold, retention_rule;
      drop function keep_legal_hold(), keep_disposal();
    `);
  }
}

const TRIGGERS = ['SOURCE_CLOSED', 'ACTION_SIGNED_OFF', 'ACTION_ENDED', 'PLAN_CLOSED', 'CYCLE_CLOSED', 'MEMBER_ENDED'];
const listed = TRIGGERS.map((name) => `'${name}'`).join(', ');

/** No schedule for these records has been verified, so each committee begins with a review, which destroys nothing. */
const rules = `
  create table retention_rule (${common},
    trigger text not null check (trigger in (${listed})),
    period_months int not null check (period_months between 1 and 1200),
    fate text not null check (fate in ('DESTROY', 'TRANSFER', 'REVIEW', 'KEEP_PERMANENTLY')),
    authority text not null check (btrim(authority) <> ''),
    constraint "retentionRule.once" unique (committee_id, trigger)
  );
  create function give_retention_rules() returns trigger language plpgsql as $$
  begin
    insert into retention_rule (id, committee_id, version, recorded_at, trigger, period_months, fate, authority)
      select gen_random_uuid(), new.id, 1, governance.moment(), t, 60, 'REVIEW',
        'A beginning of this service; the committee’s own schedule is to take its place.' from unnest(array[${listed}]) t;
    return null;
  end $$;
  create trigger committee_has_retention after insert on committee for each row execute function give_retention_rules();
  insert into retention_rule (id, committee_id, version, recorded_at, trigger, period_months, fate, authority)
    select gen_random_uuid(), c.id, 1, now(), t, 60, 'REVIEW', 'A beginning of this service; the committee’s own schedule is to take its place.'
    from committee c, unnest(array[${listed}]) t;
`;

const holds = `
  insert into governance.tier_exception values ('legal_hold', 'source_id', 'A hold says why a source is kept, in words of its own, and tells nothing of it.');
  create table legal_hold (${common},
    name text not null check (btrim(name) <> ''),
    reason text not null check (btrim(reason) <> ''),
    source_id uuid,
    from_on date not null,
    placed_by_id uuid not null,
    released_at timestamptz,
    released_by_id uuid,
    released_reason text,
    foreign key (committee_id, source_id) references learning_source (committee_id, id),
    foreign key (committee_id, placed_by_id) references member (committee_id, id),
    foreign key (committee_id, released_by_id) references member (committee_id, id),
    check ((released_at is null) = (released_by_id is null) and (released_at is null) = (released_reason is null))
  );
  create index legal_hold_source_idx on legal_hold (committee_id, source_id) where released_at is null;
  create function keep_legal_hold() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.released_at is null and (old.name, old.reason, old.source_id, old.from_on, old.placed_by_id)
      is not distinct from (new.name, new.reason, new.source_id, new.from_on, new.placed_by_id) then
      return new;
    end if;
    raise exception using errcode = 'P0001', constraint = 'legalHold.kept', message = 'A legal hold stays as it was placed; it can only be released, once.';
  end $$;
  create trigger legal_hold_kept before update or delete on legal_hold for each row execute function keep_legal_hold();
`;

const disposals = `
  create table disposal (${common},
    rule_id uuid not null,
    kind text not null,
    row_id uuid not null,
    triggered_on date not null,
    due_on date not null,
    decision text not null check (decision in ('DESTROY', 'TRANSFER', 'KEEP')),
    keep_until_on date,
    note text,
    status text not null check (status in ('PROPOSED', 'CARRIED_OUT', 'DECLINED')),
    proposed_by_id uuid not null,
    decided_by_id uuid,
    decided_at timestamptz,
    erasure_id uuid,
    foreign key (committee_id, rule_id) references retention_rule (committee_id, id),
    foreign key (committee_id, proposed_by_id) references member (committee_id, id),
    foreign key (committee_id, decided_by_id) references member (committee_id, id),
    foreign key (committee_id, erasure_id) references erasure (committee_id, id),
    constraint "disposal.twoPeople" check (proposed_by_id <> decided_by_id),
    check ((decision = 'KEEP') = (keep_until_on is not null)),
    check ((status = 'PROPOSED') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)),
    check ((decision = 'DESTROY' and status = 'CARRIED_OUT') = (erasure_id is not null))
  );
  create unique index "disposal.once" on disposal (rule_id, row_id) where status = 'PROPOSED';
  create index disposal_row_idx on disposal (committee_id, row_id, status);
  create function keep_disposal() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.status = 'PROPOSED' and (old.rule_id, old.kind, old.row_id, old.triggered_on, old.due_on, old.decision, old.keep_until_on, old.note)
      is not distinct from (new.rule_id, new.kind, new.row_id, new.triggered_on, new.due_on, new.decision, new.keep_until_on, new.note) then
      return new;
    end if;
    raise exception using errcode = 'P0001', constraint = 'disposal.kept', message = 'What was proposed stays as it was, and what was decided on it.';
  end $$;
  create trigger disposal_kept before update or delete on disposal for each row execute function keep_disposal();
`;

/** A record and all that belongs to it, but no other record that has a time of its own. */
const belonging = `
  create function governance.rows_of(t text, of_row uuid) returns table (kind text, ids uuid[]) language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
  declare
    maintained text := coalesce(current_setting('app.maintenance', true), '');
    records constant text[] := array['learning_source', 'action', 'plan', 'pdsa_cycle', 'member', 'change_idea', 'measure', 'aim'];
    kinds text[] := array[t];
    found jsonb := jsonb_build_object(t, jsonb_build_array(of_row));
    place int := 1;
    child record;
    own uuid[];
  begin
    perform set_config('app.maintenance', 'on', true);
    while place <= cardinality(kinds) loop
      kind := kinds[place];
      ids := array(select x::uuid from jsonb_array_elements_text(found -> kind) x);
      return next;
      for child in
        select g.table_name as name, a.attname as key from governance.governed_table g
          join pg_attribute a on a.attrelid = g.oid and a.attname = coalesce((select p.parent from governance.kept p where p.table_name = g.table_name), case when kind = 'member' then 'member_id' end)
          join pg_constraint o on o.conrelid = g.oid and o.contype = 'f' and a.attnum = any(o.conkey) and o.confrelid = format('public.%I', kind)::regclass
          where g.is_of_committee and g.table_name <> all(kinds || records)
            and exists (select from pg_attribute i where i.attrelid = g.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype) order by 1
      loop
        execute format('select array_agg(id) from public.%I where committee_id = $1 and %I = any($2)', child.name, child.key)
          into own using governance.committee(), ids;
        if own is not null then
          kinds := kinds || child.name::text;
          found := found || jsonb_build_object(child.name, to_jsonb(own));
        end if;
      end loop;
      place := place + 1;
    end loop;
    perform set_config('app.maintenance', maintained, true);
  end $$;
`;

/** The sources a row goes back to: what is kept for one of them is kept along its whole thread. The tables are found where the caller looks. */
const sources = `
  create function governance.actions_of(t text, of_row uuid) returns uuid[] language sql stable as $$
    select case t when 'action' then array[of_row]
      when 'change_idea' then array(select l.action_id from action_change_idea l where l.change_idea_id = of_row)
      when 'measure' then array(select l.action_id from action_measure l where l.measure_id = of_row)
      when 'plan' then array(select a.id from action a join outcome o on o.id = a.outcome_id where o.plan_id = of_row) end
  $$;

  create function governance.sources_of(t text, of_row uuid) returns uuid[] language plpgsql stable as $$
  declare
    at_kind text := t;
    at_id uuid := of_row;
    parent record;
  begin
    while at_kind not in ('learning_source', 'action', 'plan', 'change_idea', 'measure') loop
      select a.attname as key, o.confrelid::regclass::text as name into parent from governance.governed_table g
        join pg_attribute a on a.attrelid = g.oid and a.attname = (select p.parent from governance.kept p where p.table_name = g.table_name)
        join pg_constraint o on o.conrelid = g.oid and o.contype = 'f' and a.attnum = any(o.conkey) where g.table_name = at_kind limit 1;
      if parent.key is null then return '{}'; end if;
      execute format('select %I from %I where id = $1', parent.key, at_kind) into at_id using at_id;
      at_kind := replace(parent.name, 'public.', '');
      if at_id is null then return '{}'; end if;
    end loop;
    if at_kind = 'learning_source' then return array[at_id]; end if;
    return array(select f.source_id from action_finding l join finding f on f.id = l.finding_id where l.action_id = any(governance.actions_of(at_kind, at_id))
      union select r.source_id from action_recommendation l join recommendation r on r.id = l.recommendation_id
        where l.action_id = any(governance.actions_of(at_kind, at_id)));
  end $$;

  -- The holds that keep a row from being destroyed.
  create function governance.holds_on(t text, of_row uuid) returns uuid[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    maintained text := coalesce(current_setting('app.maintenance', true), '');
    held uuid[];
  begin
    perform set_config('app.maintenance', 'on', true);
    -- As at a moment, by the holds and ties of then.
    perform set_config('search_path', case when governance.as_at() is null then 'pg_catalog, public, pg_temp' else 'pg_catalog, as_at, public, pg_temp' end, true);
    held := array(select h.id from legal_hold h where h.committee_id = governance.committee() and h.released_at is null
      and h.from_on <= (coalesce(governance.as_at(), governance.moment()) at time zone 'Europe/London')::date
      and (h.source_id is null or h.source_id = any(governance.sources_of(t, of_row))) order by h.recorded_at, h.id);
    perform set_config('app.maintenance', maintained, true);
    return held;
  end $$;
  grant execute on function governance.rows_of(text, uuid), governance.holds_on(text, uuid) to golden_thread_app, golden_thread_owner;
`;

/** What is held about somebody includes what they read. */
const ownReads = `
  create policy own on restricted_read for select to golden_thread_app using (
    committee_id = (select governance.committee()) and actor_id = nullif(current_setting('app.actor', true), '')::uuid);
`;

const revoked =
  'revoke execute on all functions in schema governance from public; revoke execute on all procedures in schema governance from public';
