import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a member lets see how their own cycles keep to the method: kept as it was said, and withdrawn at most once. */
export class CreatePracticeSharing1764000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table practice_sharing (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        owner_member_id uuid not null,
        with_member_id uuid not null,
        withdrawn_at timestamptz,
        unique (committee_id, id),
        foreign key (committee_id, owner_member_id) references member (committee_id, id),
        foreign key (committee_id, with_member_id) references member (committee_id, id),
        constraint "practice.ownEyes" check (owner_member_id <> with_member_id),
        constraint practice_sharing_order check (withdrawn_at >= recorded_at)
      );
      create unique index "practice.once" on practice_sharing (owner_member_id, with_member_id) where withdrawn_at is null;
      create index practice_sharing_owner_idx on practice_sharing (owner_member_id, recorded_at, id);

      create function keep_practice_sharing() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
          and (old.id, old.committee_id, old.recorded_at, old.owner_member_id, old.with_member_id)
            = (new.id, new.committee_id, new.recorded_at, new.owner_member_id, new.with_member_id) then
          return new;
        end if;
        raise exception using errcode = 'P0001', constraint = 'practice.kept',
          message = 'A sharing is kept as it was made; it can only be withdrawn, once.';
      end $$;
      create trigger practice_sharing_kept before update or delete on practice_sharing
        for each row execute function keep_practice_sharing();
      create trigger practice_sharing_not_emptied before truncate on practice_sharing
        for each statement execute function keep_practice_sharing();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table practice_sharing; drop function keep_practice_sharing();');
  }
}
