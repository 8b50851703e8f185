import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one door through which an agency sees its own actions in other committees. Row security of the actions themselves stays
 * shut: a function of the owner answers, for the agency of whoever is asking, with what agreements in force cover and no more.
 */
export class ShareAgencyActions1764000000051 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [
      rules,
      rows('agency_actions', 'public'),
      rows('agency_actions_as_at', 'as_at'),
      doors,
      uses,
      noting,
      grants,
    ])
      await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view governance.agency_action;
      drop view if exists as_at.sharing_use;
      drop table if exists history.sharing_use;
      drop table sharing_use;
      drop function if exists history.keep_sharing_use();
      drop function governance.note_sharing(uuid[], int[]), governance.agency_actions_as_at(), governance.agency_actions(),
        governance.shareable_text(text, uuid, text, text), governance.may_be_shared(uuid), governance.is_in_force(sharing_agreement, date);
    `);
  }
}

const rules = `
  create function governance.is_in_force(agreement public.sharing_agreement, on_day date) returns boolean language sql immutable as $$
    select agreement.agreed_on is not null and agreement.revoked_at is null
      and greatest(agreement.starts_on, agreement.agreed_on) <= on_day
      and coalesce(least(agreement.ends_on, agreement.ended_on), on_day) >= on_day
  $$;

  -- Whether an action may be known of outside its committee at all, whatever an agreement covers: never where a group alone may read it.
  create function governance.may_be_shared(action uuid) returns boolean language sql stable as $$
    select exists (select from public.item_tier t where t.row_id = action and t.tier <= governance.tier_number('COMMITTEE'))
  $$;

  -- A text as it may leave its committee; null where it may not, because it is for the committee only.
  create function governance.shareable_text(kind text, row_id uuid, column_name text, words text) returns text language sql stable as $$
    select words where exists (select from public.item_tier t
      where t.row_id = shareable_text.row_id and t.tier <= governance.tier_number('PARTNERSHIP'))
      and not exists (select from public.withheld_text w where w.kind = shareable_text.kind and w.row_id = shareable_text.row_id
        and w.column_name = shareable_text.column_name and (w.corrected_at is null or w.corrected_at > (select governance.as_at())))
  $$;
`;

/**
 * Whether an agreement is in force is judged today, also when one looks back; the rows are read from where the past is.
 * Nothing that is still a draft or a proposal is shown: it binds nobody yet. Own rows name their action instead of its texts, so that
 * these are read where everything else of the committee is.
 */
const rows = (name: string, schema: string): string => `
  create function governance.${name}() returns table (id uuid, committee_id uuid, own_action_id uuid, agreement_id uuid, committee_name text,
    ref text, title text, status text, original_due_on date, due_on date, part text, contribution text, contribution_state text,
    started_on date, completed_on date, confidence text, confidence_as_at_on date, milestones jsonb)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    before text := coalesce(current_setting('app.maintenance', true), '');
    own uuid := governance.committee();
    agency uuid := governance.agency_of_actor();
  begin
    if agency is null then return; end if;
    perform set_config('app.maintenance', 'on', true);
    return query
    with covered as (
      select c.id as committee_id, null::uuid as agreement_id, c.name as committee_name, true as covers_led, true as covers_contributed,
        false as shows_titles, true as shows_progress, false as shows_milestones
      from public.committee c where c.id = own
      union all
      select g.committee_id, g.id, g.committee_name, g.covers_led, g.covers_contributed, g.shows_titles, g.shows_progress, g.shows_milestones
      from public.sharing_agreement g
      where g.agency_id = agency and g.committee_id <> own and governance.is_in_force(g, governance.today())
    )
    select md5(concat_ws('/', k.agreement_id, a.id))::uuid, k.committee_id, case when k.agreement_id is null then a.id end, k.agreement_id,
      k.committee_name, a.ref, case when k.shows_titles then governance.shareable_text('action', a.id, 'title', a.title) end, a.status, a.original_due_on, a.due_on,
      case when k.covers_led and a.lead_agency_id = agency then 'LEAD' else 'CONTRIBUTES' end,
      case when k.shows_titles and k.covers_contributed then governance.shareable_text('contribution', c.id, 'part', c.part) end, case when k.covers_contributed then c.state end,
      case when k.shows_progress then a.started_on end, case when k.shows_progress then a.completed_on end, u.confidence, u.as_at_on,
      coalesce(m.steps, '[]')
    from covered k
      join ${schema}.action a on a.committee_id = k.committee_id and a.status not in ('DRAFT', 'PROPOSED')
      left join ${schema}.contribution c on c.committee_id = a.committee_id and c.action_id = a.id and c.agency_id = agency
      left join lateral (select p.confidence, p.as_at_on from ${schema}.progress_update p
        where k.shows_progress and p.action_id = a.id and p.confidence is not null order by p.as_at_on desc, p.recorded_at desc, p.id limit 1) u on true
      left join lateral (select jsonb_agg(jsonb_build_object('position', p.position,
        'title', case when k.shows_titles then governance.shareable_text('milestone', p.id, 'title', p.title) end, 'dueOn', p.due_on, 'reachedOn', p.reached_on) order by p.position) as steps from ${schema}.milestone p
        where k.shows_milestones and p.action_id = a.id) m on true
    where (k.agreement_id is null or governance.may_be_shared(a.id)) and ((k.covers_led and a.lead_agency_id = agency) or (k.covers_contributed and c.id is not null));
    perform set_config('app.maintenance', before, true);
  end $$;
`;

/** One name for now and for the past, whatever a session calls its tables, so that whoever asks need not know which it is. */
const doors = `
  create view governance.agency_action with (security_invoker = true) as
    select * from governance.agency_actions() where governance.as_at() is null
    union all
    select * from governance.agency_actions_as_at() where governance.as_at() is not null;
`;

/** Written by the owner's function only; the committee reads what its agreements are used for and cannot alter it. */
const uses = `
  create table sharing_use (
    id uuid primary key,
    committee_id uuid not null references committee,
    agreement_id uuid not null,
    used_on date not null,
    reader_id uuid not null,
    reader_kind text not null check (reader_kind in ('PERSON', 'SERVICE_ACCOUNT')),
    reader_committee_name text not null,
    reads int not null check (reads > 0),
    rows_given int not null check (rows_given >= 0),
    unique (agreement_id, used_on, reader_id),
    foreign key (committee_id, agreement_id) references sharing_agreement (committee_id, id)
  );
  comment on table sharing_use is 'governance: no events';
  alter table sharing_use enable row level security, force row level security;
  create policy committee on sharing_use for select using (committee_id = (select governance.committee()));
  create policy maintenance on sharing_use to golden_thread_owner
    using ((select governance.in_maintenance())) with check ((select governance.in_maintenance()));
`;

/** Each agreement that was asked under is noted, also when it gave nothing; one that was revoked since the reading is noted too. */
const noting = `
  create function governance.note_sharing(agreements uuid[], counts int[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    before text := coalesce(current_setting('app.maintenance', true), '');
    own uuid := governance.committee();
    agency uuid := governance.agency_of_actor();
    reader uuid := nullif(current_setting('app.actor', true), '')::uuid;
  begin
    perform set_config('app.maintenance', 'on', true);
    insert into public.sharing_use as u
      (id, committee_id, agreement_id, used_on, reader_id, reader_kind, reader_committee_name, reads, rows_given)
    select gen_random_uuid(), g.committee_id, g.id, governance.today(), reader,
      case when exists (select from public.member m where m.id = reader) then 'PERSON' else 'SERVICE_ACCOUNT' end,
      (select c.name from public.committee c where c.id = own), 1, coalesce(n.given, 0)
    from public.sharing_agreement g left join unnest(agreements, counts) as n(id, given) on n.id = g.id
    where g.agency_id = agency and g.committee_id <> own and (n.id is not null or governance.is_in_force(g, governance.today()))
    on conflict (agreement_id, used_on, reader_id) do update set reads = u.reads + 1, rows_given = u.rows_given + excluded.rows_given;
    perform set_config('app.maintenance', before, true);
  end $$;
`;

const grants = `
  revoke execute on function governance.is_in_force(sharing_agreement, date), governance.may_be_shared(uuid), governance.shareable_text(text, uuid, text, text), governance.agency_actions(),
    governance.agency_actions_as_at(), governance.note_sharing(uuid[], int[]) from public;
  grant execute on function governance.agency_actions(), governance.agency_actions_as_at(), governance.note_sharing(uuid[], int[])
    to golden_thread_app, golden_thread_owner;
  grant execute on function governance.is_in_force(sharing_agreement, date), governance.may_be_shared(uuid), governance.shareable_text(text, uuid, text, text) to golden_thread_owner;
  grant select on governance.agency_action, public.sharing_use to golden_thread_app;
`;
