import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecommendations1764000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table recommendation (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        source_id uuid not null,
        ref text not null check (ref <> ''),
        published_ref text,
        text text not null check (text <> ''),
        addressee text,
        scope text not null check (scope in ('SINGLE_AGENCY', 'MULTI_AGENCY', 'NATIONAL')),
        status text not null check (status in ('PROPOSED', 'ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED', 'IN_PROGRESS', 'ON_HOLD',
          'IMPLEMENTED', 'CLOSED', 'REOPENED')),
        status_reason text,
        response_reason text,
        responded_on date,
        progress text check (progress in ('NOT_PROGRESSED', 'IN_PROGRESS', 'SUBSTANTIAL_PROGRESS', 'ACHIEVED')),
        progress_rated_on date,
        unique (committee_id, id),
        unique (committee_id, ref),
        foreign key (committee_id, source_id) references learning_source (committee_id, id),
        constraint recommendation_reason check (status not in ('PARTLY_ACCEPTED', 'NOT_ACCEPTED') or response_reason is not null),
        constraint recommendation_rating_dated check ((progress is null) = (progress_rated_on is null))
      );
      create index recommendation_source_idx on recommendation (source_id, recorded_at, id);
      create index recommendation_recorded_idx on recommendation (committee_id, recorded_at, id);
      create table recommendation_finding (
        committee_id uuid not null references committee,
        recommendation_id uuid not null,
        finding_id uuid not null,
        primary key (recommendation_id, finding_id),
        foreign key (committee_id, recommendation_id) references recommendation (committee_id, id),
        foreign key (committee_id, finding_id) references finding (committee_id, id)
      );
      create index recommendation_finding_finding_idx on recommendation_finding (finding_id, recommendation_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table recommendation_finding, recommendation');
  }
}
