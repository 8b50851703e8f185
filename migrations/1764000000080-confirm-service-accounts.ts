import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever manages access has no say over content, so they may not make themselves a program that has one either. A program that
 * acts as more than any partner signs in only with keys that the chair has confirmed; those that are there wait for that too.
 */
export class ConfirmServiceAccounts1764000000080 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [columns, kept, keepKey('confirmed_at'), usableKey(needsNoWordOrHasIt)]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(usableKey(''));
    await db.query(keepKey());
    await db.query(`
      drop trigger service_account_kept on service_account;
      drop function keep_service_account();
      alter table service_key drop column issued_by_id, drop column confirmed_at;
      alter table service_account drop column added_by_id, drop column confirmed_at, drop column confirmed_by_id;
    `);
  }
}

const columns = `
  alter table service_account
    add column added_by_id uuid,
    add column confirmed_at timestamptz,
    add column confirmed_by_id uuid,
    add constraint service_account_added_by_fkey foreign key (committee_id, added_by_id) references member (committee_id, id),
    add constraint service_account_confirmed_by_fkey foreign key (committee_id, confirmed_by_id)
      references member (committee_id, id),
    add constraint service_account_confirmation check ((confirmed_at is null) = (confirmed_by_id is null)),
    add constraint "serviceAccount.anothersWord" check (confirmed_by_id <> added_by_id);
  alter table service_key
    add column issued_by_id uuid,
    add column confirmed_at timestamptz,
    add constraint service_key_issued_by_fkey foreign key (committee_id, issued_by_id) references member (committee_id, id);
`;

const kept = `
  create function keep_service_account() returns trigger language plpgsql as $$
  begin
    if (old.role, old.agency_id, old.added_by_id) is not distinct from (new.role, new.agency_id, new.added_by_id) then
      return new;
    end if;
    raise exception using errcode = 'P0001', constraint = 'serviceAccount.kept',
      message = 'What a service account may do stays as it was confirmed: for anything else another one is added.';
  end $$;
  create trigger service_account_kept before update on service_account for each row execute function keep_service_account();
`;

/** @param once what is written once, while the key is in use */
function keepKey(once?: 'confirmed_at'): string {
  const issued = ['id', 'committee_id', 'service_account_id', 'key_id', 'purpose', 'key_hash', 'expires_on', 'trusted_documents'];
  const of = (row: string): string => [...issued, ...(once ? ['issued_by_id'] : [])].map((fact) => `${row}.${fact}`).join(', ');
  const settled = once ? `and (old.${once} is null or old.${once} is not distinct from new.${once})` : '';
  return `
    create or replace function keep_service_key() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.revoked_at is null and (${of('old')}) is not distinct from (${of('new')}) ${settled} then
        return new;
      end if;
      raise exception using errcode = 'P0001', constraint = 'serviceKey.kept',
        message = 'A key stays as it was issued; it can only be revoked, once.';
    end $$;
  `;
}

const needsNoWordOrHasIt = `and (a.role = 'PARTNER_VIEWER' and a.agency_id is null or k.confirmed_at is not null)`;

const usableKey = (confirmed: string): string => `
  create or replace function governance.usable_key(of_key text, on_day date)
    returns table ("rowId" uuid, "keyHash" text, "trustedDocuments" text[], "lastUsedOn" text, "id" uuid, "committeeId" uuid, "role" text,
      "committeeName" text)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    before text := coalesce(current_setting('app.maintenance', true), '');
  begin
    perform set_config('app.maintenance', 'on', true);
    return query
      select k.id, k.key_hash, k.trusted_documents, to_char(u.last_used_on, 'YYYY-MM-DD'), a.id, a.committee_id, a.role, c.name
      from public.service_key k join public.service_account a on a.committee_id = k.committee_id and a.id = k.service_account_id
        join public.committee c on c.id = a.committee_id left join public.service_key_use u on u.id = k.id
      where k.key_id = of_key and k.revoked_at is null and k.expires_on >= on_day and (a.ended_on is null or a.ended_on >= on_day)
        ${confirmed};
    perform set_config('app.maintenance', before, true);
  end $$;
`;
