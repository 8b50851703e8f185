import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFindings1764000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table finding (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        source_id uuid not null,
        ref text not null check (ref <> ''),
        kind text not null check (kind in ('FINDING', 'ISSUE_FOR_CONSIDERATION', 'LEARNING_POINT', 'PRIORITY_AREA_FOR_IMPROVEMENT',
          'AREA_FOR_IMPROVEMENT', 'REQUIREMENT', 'GOOD_PRACTICE', 'KEY_MESSAGE')),
        polarity text not null check (polarity in ('CONCERN', 'STRENGTH', 'MIXED')),
        level text not null check (level in ('SINGLE_AGENCY', 'MULTI_AGENCY', 'NATIONAL')),
        statement text not null check (statement <> ''),
        why text,
        reach text,
        status text not null check (status in ('DRAFT', 'RECORDED', 'ACCEPTED', 'NOT_ACCEPTED', 'REFERRED_ELSEWHERE', 'RESPONSE_AGREED',
          'ADDRESSED', 'ASSURED', 'REOPENED', 'SUPERSEDED')),
        status_reason text,
        referred_to text,
        no_action_reason text,
        primary_theme_id uuid references theme,
        repeat_of_id uuid,
        superseded_by_id uuid,
        unique (committee_id, id),
        unique (committee_id, ref),
        foreign key (committee_id, source_id) references learning_source (committee_id, id),
        foreign key (committee_id, repeat_of_id) references finding (committee_id, id),
        foreign key (committee_id, superseded_by_id) references finding (committee_id, id),
        constraint finding_reason check (status not in ('NOT_ACCEPTED', 'REOPENED') or status_reason is not null),
        constraint finding_forum check (status <> 'REFERRED_ELSEWHERE' or referred_to is not null),
        constraint finding_successor check (status <> 'SUPERSEDED' or superseded_by_id is not null),
        constraint finding_not_its_own_repeat check (repeat_of_id <> id and superseded_by_id <> id)
      );
      create index finding_source_idx on finding (source_id, recorded_at, id);
      create index finding_recorded_idx on finding (committee_id, recorded_at, id);
      create index finding_repeat_idx on finding (repeat_of_id) where repeat_of_id is not null;
      create table finding_theme (
        committee_id uuid not null references committee,
        finding_id uuid not null,
        theme_id uuid not null references theme,
        primary key (finding_id, theme_id),
        foreign key (committee_id, finding_id) references finding (committee_id, id)
      );
      create index finding_theme_theme_idx on finding_theme (theme_id, finding_id);
      create table finding_indicator (
        committee_id uuid not null references committee,
        finding_id uuid not null,
        indicator_id uuid not null references quality_indicator,
        primary key (finding_id, indicator_id),
        foreign key (committee_id, finding_id) references finding (committee_id, id)
      );
      create index finding_indicator_indicator_idx on finding_indicator (indicator_id, finding_id);

      -- A committee's own theme may tag only that committee's findings; a foreign key cannot say "national or mine".
      create function require_own_theme() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from theme t where t.id = new.theme_id and t.committee_id is not null and t.committee_id <> new.committee_id) then
          raise exception using errcode = 'P0001', message = 'A theme of another committee cannot be used.', constraint = 'theme.own';
        end if;
        return new;
      end $$;
      create trigger finding_theme_own before insert or update on finding_theme for each row execute function require_own_theme();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table finding_indicator, finding_theme, finding; drop function require_own_theme()');
  }
}
