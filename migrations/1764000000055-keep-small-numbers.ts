import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which count on numbers are told to readers below analyst, and which of its own roles a committee counts among them. */
export class KeepSmallNumbers1764000000055 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table committee_settings
        add column smallest_count_shown int not null default 5 check (smallest_count_shown between 2 and 10),
        add column protected_roles text[] not null default '{}' check (protected_roles <@ ${protectable});
      alter table committee_settings alter column smallest_count_shown drop default, alter column protected_roles drop default;
      ${giveSettings(', smallest_count_shown, protected_roles', ", 5, '{}'")}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${giveSettings('', '')}
      alter table committee_settings drop column smallest_count_shown, drop column protected_roles;
    `);
  }
}

const protectable = `array['MEMBER', 'SUBGROUP_CHAIR', 'ACTION_LEAD', 'IMPROVEMENT_ADVISER', 'CHIEF_OFFICER']`;

const giveSettings = (columns: string, values: string): string => `
  create or replace function give_committee_settings() returns trigger language plpgsql as $$
  begin
    insert into committee_settings
      (id, committee_id, version, recorded_at, sustain_months, ladder_tests, adapt_days, data_days, guards_bind${columns})
      values (gen_random_uuid(), new.id, 1, now(), 12, 3, 28, 56, false${values});
    return null;
  end $$;
`;
