import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who a member is to the issuers that sign people in. One person may be linked in several committees, once in each. */
export class CreateMemberIdentities1764000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table member_identity (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        member_id uuid not null,
        issuer text not null check (issuer <> ''),
        subject text not null check (subject <> ''),
        ended_at timestamptz,
        unique (committee_id, id),
        foreign key (committee_id, member_id) references member (committee_id, id)
      );
      create unique index "identity.linked" on member_identity (issuer, subject, committee_id) where ended_at is null;
      create index member_identity_member_idx on member_identity (member_id, recorded_at, id);

      create function keep_member_identity() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.ended_at is null and (old.id, old.committee_id, old.member_id, old.issuer, old.subject)
          = (new.id, new.committee_id, new.member_id, new.issuer, new.subject) then
          return new;
        end if;
        raise exception using errcode = 'P0001', constraint = 'identity.kept',
          message = 'An identity stays linked as it was; the link can only be ended, once.';
      end $$;
      create trigger member_identity_kept before update or delete on member_identity
        for each row execute function keep_member_identity();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table member_identity; drop function keep_member_identity();');
  }
}
