import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chains } from './1764000000033-verify-history';
import { alteredOrErased } from './1764000000047-erase-texts';

/** A change can lose words several times in one moment: the check goes by the last, which from now on has the highest number. */
export class NumberErasures1764000000085 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table erased_change add column number int not null default 1 check (number > 0);
      create function number_erased_change() returns trigger language plpgsql as $$
      begin
        new.number := 1 + (select count(*) from public.erased_change k where k.change_id = new.change_id);
        return new;
      end $$;
      create trigger erased_change_numbered before insert on erased_change for each row execute function number_erased_change();
    `);
    await db.query(chains.replace('{changes}', alteredOrErased.replace('{lastFirst}', 'number desc, recorded_at desc')));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(chains.replace('{changes}', alteredOrErased.replace('{lastFirst}', 'recorded_at desc')));
    await db.query(`
      drop trigger erased_change_numbered on erased_change;
      drop function number_erased_change();
      alter table erased_change drop column number;
    `);
  }
}
