import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How much of each published number are rows that the readers may not list: what must stay hidden, and what later publications are
 * compared with. What came out before stays as it is.
 */
export class PublishWhatIsWithheld1764000000083 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table publication
        add column withheld jsonb,
        add constraint publication_withheld check (withheld is null or numbers is not null);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table publication drop column withheld');
  }
}
