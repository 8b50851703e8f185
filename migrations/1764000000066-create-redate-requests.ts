import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for a new due date: they wait for a decision, and once decided they stay as they are. */
export class CreateRedateRequests1764000000066 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table redate_request (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        action_id uuid not null,
        requested_by_id uuid not null,
        wanted_on date not null,
        reason text not null check (btrim(reason) <> ''),
        status text not null check (status in ('WAITING', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
        settled_on date,
        settled_by_id uuid,
        settled_reason text check (btrim(settled_reason) <> ''),
        due_date_change_id uuid,
        unique (committee_id, id),
        foreign key (committee_id, action_id) references action (committee_id, id),
        foreign key (committee_id, requested_by_id) references member (committee_id, id),
        foreign key (committee_id, settled_by_id) references member (committee_id, id),
        foreign key (committee_id, due_date_change_id) references due_date_change (committee_id, id),
        constraint redate_request_settled check ((status = 'WAITING') = (settled_on is null) and (settled_on is null) = (settled_by_id is null)),
        constraint redate_request_granted check ((status = 'GRANTED') = (due_date_change_id is not null)),
        constraint redate_request_refused check (status <> 'REFUSED' or settled_reason is not null)
      );
      create unique index "redateRequest.one" on redate_request (action_id) where status = 'WAITING';
      create index redate_request_action_idx on redate_request (action_id, recorded_at, id);
      create index redate_request_status_idx on redate_request (committee_id, status, recorded_at, id);

      create function keep_redate_request() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.status = 'WAITING' and (old.action_id, old.requested_by_id, old.wanted_on, old.reason)
          = (new.action_id, new.requested_by_id, new.wanted_on, new.reason) then
          return new;
        end if;
        raise exception using errcode = 'P0001', constraint = 'redateRequest.settled',
          message = 'A request for a new date is kept as it was made, and is decided once.';
      end $$;
      create trigger redate_request_kept before update or delete on redate_request for each row execute function keep_redate_request();

      -- What is asked for and not decided is between the committee and its leads, whatever the tier of the action.
      insert into governance.tier_rule values ('redate_request', '2', 'null::uuid');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from governance.tier_rule where table_name = 'redate_request';
      drop table redate_request;
      drop function keep_redate_request();
    `);
  }
}
