import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who had the text of something RESTRICTED before them, and when. It is only added to, and shown to those who look after it. */
export class LogRestrictedReads1764000000042 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table restricted_read (
        id uuid primary key,
        committee_id uuid not null references committee,
        actor_kind text not null check (actor_kind in ('PERSON', 'SERVICE_ACCOUNT')),
        actor_id uuid not null,
        moment timestamptz not null,
        operation text not null,
        kind text not null,
        row_id uuid not null
      );
      create index restricted_read_moment_idx on restricted_read (committee_id, moment, id);
      create index restricted_read_actor_idx on restricted_read (committee_id, actor_id, moment);
      create index restricted_read_row_idx on restricted_read (row_id, moment);
      comment on table restricted_read is 'governance: kept by the database';
      alter table restricted_read enable row level security, force row level security;
      create policy maintenance on restricted_read to golden_thread_owner
        using ((select governance.in_maintenance())) with check ((select governance.in_maintenance()));
      create policy added on restricted_read for insert to golden_thread_app with check (
        committee_id = (select governance.committee()) and actor_id = nullif(current_setting('app.actor', true), '')::uuid);
      create policy overseen on restricted_read for select to golden_thread_app using (
        committee_id = (select governance.committee()) and (select governance.clearance()) = 3);
      grant select, insert on restricted_read to golden_thread_app;

      create function governance.keep_reads() returns trigger language plpgsql as $$
      begin
        raise exception using errcode = 'P0001', constraint = 'reads.kept', message = 'What was read stays on record.';
      end $$;
      create trigger restricted_read_kept before update or delete on restricted_read for each row execute function governance.keep_reads();
      create trigger restricted_read_not_emptied before truncate on restricted_read for each statement execute function governance.keep_reads();
      alter table restricted_read enable always trigger restricted_read_kept, enable always trigger restricted_read_not_emptied;

      create view as_at.restricted_read with (security_invoker = true) as
        select * from public.restricted_read where moment <= (select governance.as_at());
      grant select on as_at.restricted_read to golden_thread_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'drop view as_at.restricted_read cascade; drop table restricted_read cascade; drop function governance.keep_reads()',
    );
  }
}
