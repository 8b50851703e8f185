import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was on the agenda of a meeting, kept when it is held, and what was put on it by hand or deferred to it before. */
export class CreateAgendas1764000000069 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(items);
    await db.query(kept);
    await db.query(`insert into governance.tier_rule values ('agenda_item', '2', 'null::uuid')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from governance.tier_rule where table_name = 'agenda_item';
      drop table agenda_item;
      drop function keep_agenda();
    `);
  }
}

const subjects: readonly (readonly [string, string])[] = [
  ['action_id', 'action'],
  ['finding_id', 'finding'],
  ['recommendation_id', 'recommendation'],
  ['cycle_id', 'pdsa_cycle'],
  ['measure_id', 'measure'],
  ['plan_id', 'plan'],
  ['ramp_id', 'pdsa_ramp'],
  ['redate_request_id', 'redate_request'],
  ['escalation_id', 'escalation'],
];

const keys = subjects.map(([key]) => key).join(', ');

const items = `
  create table agenda_item (
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    meeting_id uuid not null,
    kind text not null check (kind in ('AWAITING_SIGN_OFF', 'DATE_CHANGE_REQUESTED', 'ESCALATED', 'OVERDUE', 'RATED_RED', 'CONFIDENCE_RED', 'RATED_AMBER',
      'HOLD_REVIEW_PASSED', 'REDATED_OFTEN', 'BETTER_BY_REDATING', 'NO_RESPONSE', 'STALLED', 'SIGNAL', 'DEFERRED', 'ADDED')),
    position int not null check (position > 0),
    ${subjects.map(([key]) => `${key} uuid,`).join(' ')}
    subject_version int,
    why text not null check (btrim(why) <> ''),
    since_on date,
    added_by_id uuid,
    deferred_from_id uuid,
    deferred_item_id uuid,
    unique (committee_id, id),
    foreign key (committee_id, meeting_id) references meeting (committee_id, id),
    ${subjects.map(([key, table]) => `foreign key (committee_id, ${key}) references ${table} (committee_id, id),`).join(' ')}
    foreign key (committee_id, added_by_id) references member (committee_id, id),
    foreign key (committee_id, deferred_from_id) references meeting (committee_id, id),
    foreign key (committee_id, deferred_item_id) references agenda_item (committee_id, id),
    constraint agenda_item_subject check (num_nonnulls(${keys}) = 1 or (num_nonnulls(${keys}) = 0 and kind in ('ADDED', 'DEFERRED'))),
    constraint agenda_item_by_hand check ((kind in ('ADDED', 'DEFERRED')) = (added_by_id is not null)),
    constraint agenda_item_deferred check ((kind = 'DEFERRED') = (deferred_from_id is not null) and deferred_from_id <> meeting_id)
  );
  create unique index agenda_item_position_key on agenda_item (meeting_id, position);
  create index agenda_item_deferred_idx on agenda_item (deferred_from_id) where deferred_from_id is not null;
`;

const kept = `
  create function keep_agenda() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'DELETE' and exists (select from meeting m where m.id = new.meeting_id and m.status = 'PLANNED')
      and (tg_op = 'INSERT' or (old.meeting_id, old.kind, old.why, old.position) = (new.meeting_id, new.kind, new.why, new.position)) then
      return new;
    end if;
    raise exception using errcode = 'P0001', constraint = 'agenda.kept', message = 'The agenda of a meeting that was held stays as it was.';
  end $$;
  create trigger agenda_item_kept before insert or update or delete on agenda_item for each row execute function keep_agenda();
`;
