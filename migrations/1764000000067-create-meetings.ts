import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Meetings of a committee and of its subgroups. What was a day and a line in the minutes at a sign-off or an assurance
 * becomes a meeting of the committee on that day.
 */
export class CreateMeetings1764000000067 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(meetings);
    await db.query(kept);
    for (const part of earlierMeetings) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table sign_off drop column meeting_id;
      alter table finding_assurance drop column meeting_id;
      alter table due_date_change drop column meeting_id;
      drop table attendance, meeting, subgroup;
      drop function keep_meeting();
    `);
  }
}

const common = `
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    unique (committee_id, id)`;

const decisions = `'NOTE', 'CONTINUE', 'ACCEPT_COMPLETION', 'REQUEST_EVIDENCE', 'REVISE_DATE', 'ESCALATE_TO_COG', 'REASSIGN', 'MERGE',
      'STOP', 'REOPEN'`;

const meetings = `
  create table subgroup (${common},
    name text not null check (btrim(name) <> ''),
    remit text not null check (btrim(remit) <> ''),
    chair_id uuid,
    delegated text[] not null check (delegated <@ array[${decisions}]),
    ended_on date,
    foreign key (committee_id, chair_id) references member (committee_id, id)
  );
  create unique index "subgroup.name" on subgroup (committee_id, lower(name)) where ended_on is null;
  create table meeting (${common},
    subgroup_id uuid,
    kind text not null check (kind in ('ORDINARY', 'EXTRAORDINARY', 'DEVELOPMENT')),
    meets_on date not null,
    meets_at text check (meets_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    place text,
    chair_id uuid,
    status text not null check (status in ('PLANNED', 'HELD', 'MINUTES_AGREED', 'CANCELLED')),
    status_reason text,
    held_at timestamptz,
    minutes_agreed_on date,
    foreign key (committee_id, subgroup_id) references subgroup (committee_id, id),
    foreign key (committee_id, chair_id) references member (committee_id, id),
    constraint meeting_held check ((status in ('HELD', 'MINUTES_AGREED')) = (held_at is not null)),
    constraint meeting_minutes check ((status = 'MINUTES_AGREED') = (minutes_agreed_on is not null)),
    constraint meeting_cancelled check (status <> 'CANCELLED' or status_reason is not null)
  );
  create unique index "meeting.twice" on meeting
    (committee_id, coalesce(subgroup_id, committee_id), meets_on, coalesce(meets_at, '')) where status <> 'CANCELLED';
  create index meeting_day_idx on meeting (committee_id, meets_on, id);
  create table attendance (${common},
    meeting_id uuid not null,
    member_id uuid,
    agency_id uuid,
    presence text not null check (presence in ('PRESENT', 'APOLOGIES', 'ABSENT')),
    foreign key (committee_id, meeting_id) references meeting (committee_id, id),
    foreign key (committee_id, member_id) references member (committee_id, id),
    foreign key (committee_id, agency_id) references committee_agency (committee_id, agency_id),
    constraint attendance_whose check (member_id is not null or agency_id is not null)
  );
  create unique index "attendance.twice" on attendance (meeting_id, coalesce(member_id, agency_id));
`;

/**
 * What was held stays held, on its day and of its body. When that was recorded is the moment of the event, in the milliseconds that
 * clients are told, so that a query as at it sees the meeting held.
 */
const kept = `
  create function keep_meeting() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    if tg_relid <> 'public.meeting'::regclass then
      raise exception using errcode = '42501', message = 'This keeps meetings, and nothing else.';
    end if;
    if tg_op = 'UPDATE' and old.status = 'PLANNED' and new.status = 'HELD' then
      new.held_at := (select date_trunc('milliseconds', e.moment + interval '999 microseconds') from governance.event_of(new.committee_id) e);
    end if;
    if tg_op = 'UPDATE' and (old.status = 'PLANNED' or (old.subgroup_id, old.kind, old.meets_on, old.meets_at, old.place, old.chair_id, old.held_at)
      is not distinct from (new.subgroup_id, new.kind, new.meets_on, new.meets_at, new.place, new.chair_id, new.held_at)) then
      return new;
    end if;
    raise exception using errcode = 'P0001', constraint = 'meeting.kept', message = 'A meeting that was held or cancelled stays as it was.';
  end $$;
  revoke execute on function keep_meeting() from public;
  create trigger meeting_kept before update or delete on meeting for each row execute function keep_meeting();
`;

/** A column that is given its values while its type is set, because what was signed off is never updated. */
const filled = (table: string): string => `
  alter table ${table} add column meeting_id uuid;
  alter table ${table} alter column meeting_id type uuid using meeting_on_day(committee_id, meeting_on);
  alter table ${table} alter column meeting_id set not null;
  alter table ${table} add foreign key (committee_id, meeting_id) references meeting (committee_id, id);
  create index ${table}_meeting_idx on ${table} (meeting_id);`;

const earlierMeetings = [
  `insert into meeting (id, committee_id, version, recorded_at, kind, meets_on, status, held_at)
    select gen_random_uuid(), committee_id, 1, min(recorded_at), 'ORDINARY', meeting_on, 'HELD', min(recorded_at)
    from (select committee_id, meeting_on, recorded_at from sign_off
      union all select committee_id, meeting_on, recorded_at from finding_assurance) decided
    group by committee_id, meeting_on`,
  `create function meeting_on_day(committee uuid, day date) returns uuid language sql stable as
    $$ select id from meeting where committee_id = committee and meets_on = day $$`,
  filled('sign_off'),
  filled('finding_assurance'),
  'drop function meeting_on_day(uuid, date)',
  `alter table due_date_change add column meeting_id uuid;
   alter table due_date_change add foreign key (committee_id, meeting_id) references meeting (committee_id, id);
   create index due_date_change_meeting_idx on due_date_change (meeting_id) where meeting_id is not null`,
];
