import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From which count on numbers are told to readers below analyst, and which of its own roles a committee counts among them. A new
 * committee begins with the same as those that are there.
 */
export class KeepSmallNumbers1764000000055 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table committee_settings
        add column smallest_count_shown int not null default 5 check (smallest_count_shown between 2 and 10),
        add column protected_roles text[] not null default '{}' check (protected_roles <@ ${protectable});
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table committee_settings drop column smallest_count_shown, drop column protected_roles');
  }
}

const protectable = `array['MEMBER', 'SUBGROUP_CHAIR', 'ACTION_LEAD', 'IMPROVEMENT_ADVISER', 'CHIEF_OFFICER']`;
