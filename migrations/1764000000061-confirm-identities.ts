import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever links an account to a member does not alone decide whom it signs in as: somebody else confirms it. Links that are
 * there, and those of a founding, were settled by the operator.
 */
export class ConfirmIdentities1764000000061 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table member_identity
        add column linked_by_id uuid,
        add column confirmed_at timestamptz default now(),
        add column confirmed_by_id uuid,
        add constraint member_identity_linked_by_fkey foreign key (committee_id, linked_by_id) references member (committee_id, id),
        add constraint member_identity_confirmed_by_fkey foreign key (committee_id, confirmed_by_id)
          references member (committee_id, id),
        add constraint "identity.anothersWord" check (confirmed_by_id <> linked_by_id and confirmed_by_id <> member_id);
    `);
    await db.query(keepIdentity([...facts, 'linked_by_id'], isConfirmedOnce));
    await db.query(membershipsOf('and i.confirmed_at is not null'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(membershipsOf(''));
    await db.query(keepIdentity(facts, ''));
    await db.query(`
      alter table member_identity drop column linked_by_id, drop column confirmed_at, drop column confirmed_by_id;
    `);
  }
}

const facts = ['id', 'committee_id', 'member_id', 'issuer', 'subject'];

/** Of a link only its end changes, once; with confirmations, also that it was confirmed, once. */
function keepIdentity(kept: readonly string[], confirmed: string): string {
  const of = (row: string): string => `(${kept.map((fact) => `${row}.${fact}`).join(', ')})`;
  return `
    create or replace function keep_member_identity() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.ended_at is null and ${of('old')} is not distinct from ${of('new')} ${confirmed} then
        return new;
      end if;
      raise exception using errcode = 'P0001', constraint = 'identity.kept',
        message = 'An identity stays linked as it was; the link can only be ended, once.';
    end $$;
  `;
}

const isConfirmedOnce = `and (old.confirmed_at is null
  or (old.confirmed_at, old.confirmed_by_id) is not distinct from (new.confirmed_at, new.confirmed_by_id))`;

const membershipsOf = (confirmed: string): string => `
  create or replace function governance.memberships_of(of_issuer text, of_subject text, on_day date)
    returns table ("id" uuid, "committeeId" uuid, "role" text, "committeeName" text)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    before text := coalesce(current_setting('app.maintenance', true), '');
  begin
    perform set_config('app.maintenance', 'on', true);
    return query
      select m.id, m.committee_id, m.role, c.name
      from public.member_identity i join public.member m on m.committee_id = i.committee_id and m.id = i.member_id
        join public.committee c on c.id = m.committee_id
      where i.issuer = of_issuer and i.subject = of_subject and i.ended_at is null ${confirmed}
        and (m.ended_on is null or m.ended_on >= on_day)
      order by c.name, c.id;
    perform set_config('app.maintenance', before, true);
  end $$;
`;
