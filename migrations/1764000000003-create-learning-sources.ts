import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLearningSources1764000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table learning_source (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        ref text not null check (ref <> ''),
        kind text not null check (kind in ('LEARNING_REVIEW', 'SIGNIFICANT_CASE_REVIEW', 'INITIAL_CASE_REVIEW', 'ALTERNATIVE_REVIEW',
          'JOINT_INSPECTION', 'PROGRESS_REVIEW', 'THEMATIC_INSPECTION', 'SERVICE_INSPECTION', 'MULTI_AGENCY_AUDIT',
          'SINGLE_AGENCY_AUDIT', 'SELF_EVALUATION', 'USER_FEEDBACK', 'STAFF_SURVEY', 'PERFORMANCE_INFORMATION', 'PROCESS_REVIEW',
          'COMPLAINT', 'NATIONAL_REPORT', 'OTHER_AREA_REVIEW', 'FATAL_ACCIDENT_INQUIRY', 'CHILD_DEATH_REVIEW')),
        title text not null check (title <> ''),
        status text not null check (status in ('NOTIFIED', 'INFORMATION_GATHERING', 'RECOMMENDED', 'PROCEEDING', 'NOT_PROCEEDING',
          'ALTERNATIVE_REVIEW', 'ON_HOLD', 'REPORTED', 'ACCEPTED_BY_CPC', 'CONSIDERED_BY_COG', 'PUBLISHED', 'NOT_PUBLISHED', 'CLOSED')),
        status_reason text,
        publisher text,
        period_covered text,
        published_year int check (published_year between 1990 and 2100),
        published_on date,
        marking text not null check (marking in ('OFFICIAL', 'OFFICIAL_SENSITIVE')),
        url text check (url ~ '^https?://'),
        attribution text,
        unique (committee_id, id),
        unique (committee_id, id, kind),
        unique (committee_id, ref),
        constraint learning_source_review_dated_by_year check (published_on is null or kind not in
          ('LEARNING_REVIEW', 'SIGNIFICANT_CASE_REVIEW', 'INITIAL_CASE_REVIEW', 'ALTERNATIVE_REVIEW'))
      );
      create index learning_source_recorded_idx on learning_source (committee_id, recorded_at, id);
      create table review_facts (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        source_id uuid not null unique,
        source_kind text not null check (source_kind in ('LEARNING_REVIEW', 'SIGNIFICANT_CASE_REVIEW', 'INITIAL_CASE_REVIEW', 'ALTERNATIVE_REVIEW')),
        methodology text check (methodology in ('SCIE_LEARNING_TOGETHER', 'SYSTEMS_APPROACH', 'ROOT_CAUSE_ANALYSIS', 'CHRONOLOGY_CASE_REVIEW',
          'WELSH_CHILD_PRACTICE_REVIEW', 'APPRECIATIVE_INQUIRY', 'THEMATIC', 'MULTI_AGENCY_REFLECTIVE_DISCUSSION', 'OTHER')),
        decision text check (decision in ('PROCEED', 'NOT_PROCEED', 'ALTERNATIVE_REVIEW')),
        decision_reason text,
        decision_year int check (decision_year between 1990 and 2100),
        subject_year int check (subject_year between 1990 and 2100),
        target_on date,
        timescale_rule text,
        decision_notified_on date,
        report_notified_on date,
        unique (committee_id, id),
        foreign key (committee_id, source_id, source_kind) references learning_source (committee_id, id, kind)
      );
      create table inspection_facts (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        source_id uuid not null unique,
        source_kind text not null check (source_kind in ('JOINT_INSPECTION', 'PROGRESS_REVIEW', 'THEMATIC_INSPECTION', 'SERVICE_INSPECTION')),
        body text not null,
        programme text,
        framework_id uuid references quality_framework,
        unique (committee_id, id),
        foreign key (committee_id, source_id, source_kind) references learning_source (committee_id, id, kind)
      );
      create table audit_facts (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        source_id uuid not null unique,
        source_kind text not null check (source_kind in ('MULTI_AGENCY_AUDIT', 'SINGLE_AGENCY_AUDIT', 'SELF_EVALUATION', 'PROCESS_REVIEW')),
        standard text not null,
        sample_size int not null check (sample_size >= 0),
        compliant_count int check (compliant_count between 0 and sample_size),
        unique (committee_id, id),
        foreign key (committee_id, source_id, source_kind) references learning_source (committee_id, id, kind)
      );
      create table consultation_facts (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        source_id uuid not null unique,
        source_kind text not null check (source_kind in ('USER_FEEDBACK', 'STAFF_SURVEY')),
        method text not null check (method in ('QUESTIONNAIRE', 'INTERVIEW', 'FOCUS_GROUP', 'EVENT', 'MIXED')),
        respondents int not null check (respondents >= 0),
        invited int check (invited >= respondents),
        population text,
        unique (committee_id, id),
        foreign key (committee_id, source_id, source_kind) references learning_source (committee_id, id, kind)
      );
      create table evaluation (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        source_id uuid not null,
        indicator_id uuid references quality_indicator,
        heading text,
        grade int not null check (grade between 1 and 6),
        grade_label text not null,
        indicator_count int not null check (indicator_count > 0),
        unique (committee_id, id),
        unique (source_id, indicator_id),
        foreign key (committee_id, source_id) references learning_source (committee_id, id)
      );
      create index evaluation_source_idx on evaluation (source_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table evaluation, consultation_facts, audit_facts, inspection_facts, review_facts, learning_source');
  }
}
