import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was published of a committee's counts to readers below analyst, kept as it came out: two answers for one day would tell
 * their difference. It is of no use as history, since it never changes, and tells nothing that events should repeat.
 */
export class CreatePublications1764000000056 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table publication (
        id uuid primary key,
        committee_id uuid not null references committee,
        recorded_at timestamptz not null,
        published_on date not null,
        smallest_count_shown int not null check (smallest_count_shown between 2 and 10),
        -- Null where the total had hardly changed, so that the publication before stands.
        numbers jsonb,
        labels jsonb not null,
        unique (committee_id, id),
        unique (committee_id, published_on)
      );
      comment on table publication is 'governance: no history';
      create function keep_publication() returns trigger language plpgsql as $$
      begin
        raise exception using errcode = 'P0001', constraint = 'publication.kept', message = 'A publication stays as it came out.';
      end $$;
      create trigger publication_kept before update or delete on publication for each row execute function keep_publication();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table publication; drop function keep_publication()');
  }
}
