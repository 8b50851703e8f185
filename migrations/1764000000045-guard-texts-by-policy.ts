import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a committee refuses in a text and what it only warns of; what was kept with a warning or a confirmation. */
export class GuardTextsByPolicy1764000000045 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(settings);
    await db.query(checks);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table text_check;
      drop function keep_text_check();
      alter table committee_settings drop column asks_confirmation, drop column warned_identifiers;
    `);
  }
}

/** What identifies for certain is refused; what is often harmless, such as the mailbox of a team, is warned of. */
const WARNED = `array['EMAIL', 'PHONE', 'ADDRESS', 'PSEUDONYM', 'FULL_DATE']`;
const KINDS = `array['DATE_OF_BIRTH', 'CASE_NUMBER', 'POSTCODE', 'EMAIL', 'PHONE', 'ADDRESS', 'PSEUDONYM', 'FULL_DATE']`;

/** A new committee begins with the same as those that are there. */
const settings = `
  alter table committee_settings
    add column asks_confirmation text not null default 'WHEN_WARNED' check (asks_confirmation in ('NEVER', 'WHEN_WARNED', 'ALWAYS')),
    add column warned_identifiers text[] not null default ${WARNED},
    add constraint "textGuard.chiNumber" check (warned_identifiers <@ ${KINDS});
`;

const checks = `
  create table text_check (
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    verb text not null,
    warnings jsonb not null,
    is_confirmed boolean not null,
    reason text,
    member_id uuid,
    service_account_id uuid,
    unique (committee_id, id),
    foreign key (committee_id, member_id) references member (committee_id, id),
    foreign key (committee_id, service_account_id) references service_account (committee_id, id),
    check (num_nonnulls(member_id, service_account_id) = 1),
    check (is_confirmed or jsonb_array_length(warnings) > 0)
  );
  create index text_check_member_idx on text_check (committee_id, member_id, recorded_at, id);
  create function keep_text_check() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = 'P0001', constraint = 'textCheck.kept', message = 'What was checked of a text stays as it was noted.';
  end $$;
  create trigger text_check_kept before update or delete on text_check for each row execute function keep_text_check();
  create trigger text_check_not_emptied before truncate on text_check for each statement execute function keep_text_check();
`;
