import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every row of a committee carries its committee, and every key to it does too, so that no link can cross committees. */
export class CreateCommittees1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table committee (
        id uuid primary key,
        name text not null unique check (name <> ''),
        kind text not null check (kind in ('CHILD_PROTECTION', 'PUBLIC_PROTECTION')),
        chief_officers_body text not null,
        is_invented boolean not null
      );
      create table committee_council_area (
        committee_id uuid not null references committee,
        council_area_id uuid not null references council_area,
        primary key (committee_id, council_area_id)
      );
      create table agency (
        id uuid primary key,
        name text not null unique check (name <> ''),
        agency_type_id uuid not null references agency_type
      );
      create table committee_agency (
        committee_id uuid not null references committee,
        agency_id uuid not null references agency,
        primary key (committee_id, agency_id)
      );
      create index committee_agency_agency_idx on committee_agency (agency_id, committee_id);
      create table theme (
        id uuid primary key,
        committee_id uuid references committee,
        code text not null,
        label text not null,
        group_label text not null
      );
      create unique index theme_code_key on theme (code, coalesce(committee_id, '00000000-0000-0000-0000-000000000000'));
      create table member (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        display_name text not null check (display_name <> ''),
        role text not null check (role in ('CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER', 'MEMBER', 'SUBGROUP_CHAIR', 'ACTION_LEAD',
          'IMPROVEMENT_ADVISER', 'DATA_ANALYST', 'CHIEF_OFFICER', 'PARTNER_VIEWER', 'PRIVACY_STEWARD', 'AUDITOR', 'ADMIN')),
        agency_id uuid,
        ended_on date,
        unique (committee_id, id),
        foreign key (committee_id, agency_id) references committee_agency (committee_id, agency_id)
      );
      create table service_account (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        display_name text not null check (display_name <> ''),
        role text not null check (role in ('PARTNER_VIEWER', 'DATA_ANALYST')),
        ended_on date,
        unique (committee_id, id)
      );
      create table receipt (
        committee_id uuid not null references committee,
        actor_id uuid not null,
        request_key text not null,
        verb text not null,
        request_hash text not null,
        recorded_at timestamptz not null,
        answer jsonb,
        primary key (committee_id, actor_id, request_key)
      );
      create table reference_counter (
        committee_id uuid not null references committee,
        series text not null,
        last int not null check (last > 0),
        primary key (committee_id, series)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'drop table reference_counter, receipt, service_account, member, theme, committee_agency, agency, committee_council_area, committee',
    );
  }
}
