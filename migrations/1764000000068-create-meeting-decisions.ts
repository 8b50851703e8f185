import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What meetings decide, each on one version of one thing, and what they put before the chief officers' body. */
export class CreateMeetingDecisions1764000000068 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(decisions);
    await db.query(escalations);
    await db.query(subjects);
    await db.query(tiers);
    await db.query(earlierDecisions);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from governance.tier_rule where table_name in ('meeting_decision', 'escalation');
      drop table escalation, meeting_decision;
      drop function keep_escalation();
      drop function governance.note_decision_subjects();
    `);
  }
}

const common = `
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    unique (committee_id, id)`;

const kinds: readonly (readonly [string, string])[] = [
  ['action_id', 'action'],
  ['finding_id', 'finding'],
  ['recommendation_id', 'recommendation'],
  ['cycle_id', 'pdsa_cycle'],
  ['measure_id', 'measure'],
  ['plan_id', 'plan'],
];

const decisions = `
  create table meeting_decision (${common},
    meeting_id uuid not null,
    kind text not null check (kind in ('NOTE', 'CONTINUE', 'ACCEPT_COMPLETION', 'REQUEST_EVIDENCE', 'REVISE_DATE', 'ESCALATE_TO_COG',
      'REASSIGN', 'MERGE', 'STOP', 'REOPEN')),
    ${kinds.map(([key]) => `${key} uuid,`).join(' ')}
    subject_version int not null,
    minute_ref text not null check (btrim(minute_ref) <> ''),
    reason text check (btrim(reason) <> ''),
    new_due_on date,
    recorded_by_id uuid not null,
    supersedes_id uuid,
    foreign key (committee_id, meeting_id) references meeting (committee_id, id),
    ${kinds.map(([key, table]) => `foreign key (committee_id, ${key}) references ${table} (committee_id, id),`).join(' ')}
    foreign key (committee_id, recorded_by_id) references member (committee_id, id),
    foreign key (committee_id, supersedes_id) references meeting_decision (committee_id, id),
    constraint meeting_decision_subject check (num_nonnulls(${kinds.map(([key]) => key).join(', ')}) = 1),
    constraint meeting_decision_date check ((kind = 'REVISE_DATE') = (new_due_on is not null)),
    constraint meeting_decision_other check (supersedes_id <> id)
  );
  create unique index "decision.superseded" on meeting_decision (supersedes_id) where supersedes_id is not null;
  create index meeting_decision_meeting_idx on meeting_decision (meeting_id, recorded_at, id);
  ${kinds.map(([key]) => `create index meeting_decision_${key.slice(0, -3)}_idx on meeting_decision (${key}, recorded_at, id) where ${key} is not null;`).join(' ')}
  create trigger meeting_decision_append_only before update or delete on meeting_decision for each row execute function refuse_change();
`;

const escalations = `
  create table escalation (${common},
    decision_id uuid not null,
    question text not null check (btrim(question) <> ''),
    status text not null check (status in ('OPEN', 'ANSWERED', 'WITHDRAWN')),
    answer text check (btrim(answer) <> ''),
    answered_on date,
    answered_by_id uuid,
    unique (decision_id),
    foreign key (committee_id, decision_id) references meeting_decision (committee_id, id),
    foreign key (committee_id, answered_by_id) references member (committee_id, id),
    constraint escalation_answered check (num_nonnulls(answer, answered_on, answered_by_id) = case status when 'ANSWERED' then 3 else 0 end)
  );
  create index escalation_status_idx on escalation (committee_id, status, recorded_at, id);
  create function keep_escalation() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.status = 'OPEN' and (old.decision_id, old.question) = (new.decision_id, new.question) then
      return new;
    end if;
    raise exception using errcode = 'P0001', constraint = 'escalation.answered',
      message = 'What was put before the chief officers’ body stays as it was, and is answered or withdrawn once.';
  end $$;
  create trigger escalation_kept before update or delete on escalation for each row execute function keep_escalation();
`;

/** A decision and an escalation are in the history of what they are about, although they belong to the meeting. */
const subjects = `
  create function governance.note_decision_subjects() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    opened uuid := (select e.id from governance.event_of(new.committee_id) e);
    about record;
  begin
    if tg_relid not in ('public.meeting_decision'::regclass, 'public.escalation'::regclass) then
      raise exception using errcode = '42501', message = 'This notes what meetings decide about, and nothing else.';
    end if;
    select d.meeting_id, d.action_id, d.finding_id, d.recommendation_id, d.cycle_id, d.measure_id, d.plan_id into about from public.meeting_decision d
      where d.committee_id = new.committee_id and d.id = case tg_table_name when 'escalation' then (to_jsonb(new) ->> 'decision_id')::uuid else new.id end;
    insert into public.event_subject (committee_id, event_id, subject_id)
      select new.committee_id, opened, s from unnest(array[about.meeting_id, about.action_id, about.finding_id, about.recommendation_id,
        about.cycle_id, about.measure_id, about.plan_id]) s where s is not null on conflict do nothing;
    return null;
  end $$;
  revoke execute on function governance.note_decision_subjects() from public;
  -- Named so that they come after the trigger that opens the event.
  create trigger subjects_noted after insert on meeting_decision for each row execute function governance.note_decision_subjects();
  create trigger subjects_noted after insert or update on escalation for each row execute function governance.note_decision_subjects();
`;

/** What was said at a meeting is the committee's own at least, whatever it is about. */
const tiers = `
  insert into governance.tier_rule values ('meeting_decision', '2', 'null::uuid'), ('escalation', '2', 'null::uuid');
`;

/** Sign-offs of before were decisions too. */
const earlierDecisions = `
  insert into meeting_decision (id, committee_id, version, recorded_at, meeting_id, kind, action_id, subject_version, minute_ref, recorded_by_id)
    select gen_random_uuid(), committee_id, 1, recorded_at, meeting_id, 'ACCEPT_COMPLETION', action_id, action_version, minute_ref, signed_off_by_id
    from sign_off;
`;
