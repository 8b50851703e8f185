import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The two tables that committees show each other: row security says the same as their `visibleTo`. Only the owner writes. */
export class LetSharedIdeasBeRead1764000000034 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      insert into governance.shared_rule (table_name, rule) values
        ('shared_idea', 'withdrawn_on is null'),
        ('idea_uptake', 'exists (select from public.shared_idea v
          where v.id = idea_uptake.shared_idea_id or v.change_idea_id = idea_uptake.change_idea_id)');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from governance.shared_rule where table_name in ('shared_idea', 'idea_uptake')`);
  }
}
