import type { MigrationInterface, QueryRunner } from 'typeorm';

/** NaN sorts above Infinity in PostgreSQL, so one bound on each side keeps all three out. */
const finite = (column: string): string => `(${column} > '-Infinity'::float8 and ${column} < 'Infinity'::float8)`;

export class CreateAims1764000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table aim (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        ref text not null check (ref <> ''),
        statement text not null check (statement <> ''),
        population text,
        system_boundary text,
        baseline_value double precision check ${finite('baseline_value')},
        baseline_period text,
        target_value double precision check ${finite('target_value')},
        unit text,
        target_on date,
        owner_member_id uuid,
        unique (committee_id, id),
        unique (committee_id, ref),
        foreign key (committee_id, owner_member_id) references member (committee_id, id)
      );
      create index aim_recorded_idx on aim (committee_id, recorded_at, id);
      create index aim_owner_idx on aim (owner_member_id) where owner_member_id is not null;
      create table driver (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        aim_id uuid not null,
        kind text not null check (kind in ('PRIMARY', 'SECONDARY')),
        statement text not null check (statement <> ''),
        position int not null check (position > 0),
        unique (committee_id, id),
        unique (committee_id, aim_id, id, kind),
        unique (aim_id, kind, position),
        foreign key (committee_id, aim_id) references aim (committee_id, id)
      );
      -- The kinds are written out so that the keys can say: from a primary to a secondary driver of one aim.
      create table driver_link (
        committee_id uuid not null references committee,
        aim_id uuid not null,
        parent_driver_id uuid not null,
        parent_kind text not null check (parent_kind = 'PRIMARY'),
        child_driver_id uuid not null,
        child_kind text not null check (child_kind = 'SECONDARY'),
        primary key (parent_driver_id, child_driver_id),
        foreign key (committee_id, aim_id, parent_driver_id, parent_kind) references driver (committee_id, aim_id, id, kind),
        foreign key (committee_id, aim_id, child_driver_id, child_kind) references driver (committee_id, aim_id, id, kind)
      );
      create index driver_link_child_idx on driver_link (child_driver_id, parent_driver_id);
      create table change_idea (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        ref text not null check (ref <> ''),
        statement text not null check (statement <> ''),
        status text not null check (status in ('PROPOSED', 'TESTING', 'READY_TO_IMPLEMENT', 'IMPLEMENTING', 'SPREADING', 'SUSTAINED',
          'ABANDONED')),
        status_reason text,
        degree_of_belief text check (degree_of_belief in ('LOW', 'HIGH')),
        learning text,
        unique (committee_id, id),
        unique (committee_id, ref),
        constraint change_idea_learning check (status <> 'ABANDONED' or btrim(coalesce(learning, '')) <> ''),
        constraint change_idea_belief check (degree_of_belief is not null or status in ('PROPOSED', 'TESTING', 'ABANDONED')),
        constraint change_idea_held check (status <> 'SUSTAINED' or btrim(coalesce(status_reason, '')) <> '')
      );
      create index change_idea_recorded_idx on change_idea (committee_id, recorded_at, id);
      create table change_idea_driver (
        committee_id uuid not null references committee,
        change_idea_id uuid not null,
        driver_id uuid not null,
        primary key (change_idea_id, driver_id),
        foreign key (committee_id, change_idea_id) references change_idea (committee_id, id),
        foreign key (committee_id, driver_id) references driver (committee_id, id)
      );
      create index change_idea_driver_driver_idx on change_idea_driver (driver_id, change_idea_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table change_idea_driver, change_idea, driver_link, driver, aim');
  }
}
