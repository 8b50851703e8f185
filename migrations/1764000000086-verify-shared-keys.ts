import type { MigrationInterface, QueryRunner } from 'typeorm';
import { versions } from './1764000000033-verify-history';

/** What ties an agency to two committees has two histories: the check goes through the versions of each committee's by themselves. */
export class VerifySharedKeys1764000000086 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(replaced.replace('partition by v.ids', 'partition by v.committee, v.ids'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(replaced);
  }
}

const replaced = versions.replace('create function', 'create or replace function');
