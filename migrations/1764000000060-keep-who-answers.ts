import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What policies ask of a row: who said that an action was done, which agency a recommendation is addressed to, and whether
 * the committee has delegated decisions on actions to the chairs of its subgroups.
 */
export class KeepWhoAnswers1764000000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table action add column completed_by_id uuid,
        add constraint action_completed_by_fkey foreign key (committee_id, completed_by_id) references member (committee_id, id);
      alter table recommendation add column addressee_agency_id uuid,
        add constraint recommendation_addressee_agency_fkey foreign key (committee_id, addressee_agency_id)
          references committee_agency (committee_id, agency_id),
        add constraint recommendation_one_addressee check (addressee_agency_id is null or scope = 'SINGLE_AGENCY');
      create index recommendation_addressee_agency_idx on recommendation (committee_id, addressee_agency_id)
        where addressee_agency_id is not null;
      alter table committee_settings add column subgroups_decide boolean not null default false;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table committee_settings drop column subgroups_decide;
      alter table recommendation drop column addressee_agency_id;
      alter table action drop column completed_by_id;
    `);
  }
}
