import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Before someone is signed in there is no committee, so row security shows nothing. Two functions of the owner answer for one
 * credential each, and for nothing else: whom an account signs in as, and whether a key may be used.
 */
export class SignInUnderRowSecurity1764000000035 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(functions);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function governance.memberships_of(text, text, date), governance.usable_key(text, date)');
  }
}

const ofOwner = (body: string): string => `language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    before text := coalesce(current_setting('app.maintenance', true), '');
  begin
    perform set_config('app.maintenance', 'on', true);
    return query ${body};
    perform set_config('app.maintenance', before, true);
  end $$;`;

const functions = `
  create function governance.memberships_of(of_issuer text, of_subject text, on_day date)
    returns table ("id" uuid, "committeeId" uuid, "role" text, "committeeName" text) ${ofOwner(`
      select m.id, m.committee_id, m.role, c.name
      from public.member_identity i join public.member m on m.committee_id = i.committee_id and m.id = i.member_id
        join public.committee c on c.id = m.committee_id
      where i.issuer = of_issuer and i.subject = of_subject and i.ended_at is null and (m.ended_on is null or m.ended_on >= on_day)
      order by c.name, c.id`)}

  create function governance.usable_key(of_key text, on_day date)
    returns table ("rowId" uuid, "keyHash" text, "trustedDocuments" text[], "lastUsedOn" text, "id" uuid, "committeeId" uuid, "role" text,
      "committeeName" text) ${ofOwner(`
      select k.id, k.key_hash, k.trusted_documents, to_char(u.last_used_on, 'YYYY-MM-DD'), a.id, a.committee_id, a.role, c.name
      from public.service_key k join public.service_account a on a.committee_id = k.committee_id and a.id = k.service_account_id
        join public.committee c on c.id = a.committee_id left join public.service_key_use u on u.id = k.id
      where k.key_id = of_key and k.revoked_at is null and k.expires_on >= on_day and (a.ended_on is null or a.ended_on >= on_day)`)}

  revoke execute on function governance.memberships_of(text, text, date), governance.usable_key(text, date) from public;
  grant execute on function governance.memberships_of(text, text, date), governance.usable_key(text, date)
    to golden_thread_app, golden_thread_owner;
`;
