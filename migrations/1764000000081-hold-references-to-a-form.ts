import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A reference is told of what is withheld, and to other committees, and cannot be quarantined: so nothing may be written in one. A
 * reference of another form that is there is replaced by a number; what it was stays in the history of its row.
 */
export class HoldReferencesToAForm1764000000081 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('app.maintenance', 'on', true), set_config('app.verb', 'holdReferencesToAForm', true)`);
    for (const table of referred) await db.query(renumber(table));
    await db.query(`select set_config('app.maintenance', '', true), set_config('app.verb', '', true)`);
    for (const table of referred) await db.query(`alter table ${table} add constraint "reference.form" check (${hasForm})`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of referred) await db.query(`alter table ${table} drop constraint "reference.form"`);
  }
}

const referred = ['learning_source', 'finding', 'recommendation', 'plan', 'action', 'aim', 'change_idea', 'measure'];

/** What people type is shorter: references are also made up from those of the thing above. */
const hasForm = `ref ~ '^[A-Za-z0-9./()_-]{1,60}$' and ref ~ '[0-9]' and ref !~ '[A-Za-z]{5}'
  and length(regexp_replace(ref, '[^A-Za-z]', '', 'g')) <= 16`;

const renumber = (table: string): string => `
  update ${table} t set ref = x.number from (
    select id, 'REF-' || row_number() over (partition by committee_id order by recorded_at, id) as number
    from ${table} where not (${hasForm})
  ) x where x.id = t.id
`;
