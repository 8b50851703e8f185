import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlans1764000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table plan (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        ref text not null check (ref <> ''),
        title text not null check (title <> ''),
        starts_on date not null,
        ends_on date not null,
        status text not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED_BY_CPC', 'RATIFIED_BY_COG', 'ACTIVE',
          'UNDER_REVIEW', 'CLOSED')),
        edition int not null check (edition > 0),
        unique (committee_id, id),
        unique (committee_id, ref),
        constraint plan_period check (ends_on >= starts_on)
      );
      create table outcome (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        plan_id uuid not null,
        position int not null check (position > 0),
        statement text not null check (statement <> ''),
        unique (committee_id, id),
        unique (plan_id, position),
        foreign key (committee_id, plan_id) references plan (committee_id, id)
      );
      create table plan_decision (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        plan_id uuid not null,
        edition int not null check (edition > 0),
        plan_version int not null,
        kind text not null check (kind in ('APPROVED', 'RATIFIED', 'RETURNED', 'RENEWED')),
        reason text,
        decided_by_id uuid,
        unique (committee_id, id),
        foreign key (committee_id, plan_id) references plan (committee_id, id),
        foreign key (committee_id, decided_by_id) references member (committee_id, id),
        constraint plan_decision_reason check (kind <> 'RETURNED' or reason is not null)
      );
      create index plan_decision_plan_idx on plan_decision (plan_id, recorded_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table plan_decision, outcome, plan');
  }
}
