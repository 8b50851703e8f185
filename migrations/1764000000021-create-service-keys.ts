import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys of service accounts: only their hashes are here. The day of last use stands beside the key and not in it, so that
 * reading makes no new version of anything.
 */
export class CreateServiceKeys1764000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table service_key (
        id uuid primary key,
        committee_id uuid not null references committee,
        version int not null,
        recorded_at timestamptz not null,
        service_account_id uuid not null,
        key_id text not null unique check (key_id ~ '^[0-9a-f]{32}$'),
        purpose text not null check (btrim(purpose) <> ''),
        key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
        expires_on date not null,
        trusted_documents text[],
        revoked_at timestamptz,
        revoked_reason text,
        unique (committee_id, id),
        foreign key (committee_id, service_account_id) references service_account (committee_id, id),
        constraint "serviceKey.expiry" check (expires_on <= (recorded_at at time zone 'Europe/London')::date + interval '2 years'),
        constraint service_key_documents check (cardinality(trusted_documents) between 1 and 500
          and array_to_string(trusted_documents, ',', '') ~ '^[0-9a-f]{64}(,[0-9a-f]{64})*$'),
        constraint service_key_revocation check ((revoked_at is null) = (revoked_reason is null))
      );
      create index service_key_account_idx on service_key (service_account_id, recorded_at, id);

      create table service_key_use (
        id uuid primary key,
        committee_id uuid not null references committee,
        last_used_on date not null,
        foreign key (committee_id, id) references service_key (committee_id, id)
      );

      create function keep_service_key() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.revoked_at is null
          and (old.id, old.committee_id, old.service_account_id, old.key_id, old.purpose, old.key_hash, old.expires_on)
            = (new.id, new.committee_id, new.service_account_id, new.key_id, new.purpose, new.key_hash, new.expires_on)
          and old.trusted_documents is not distinct from new.trusted_documents then
          return new;
        end if;
        raise exception using errcode = 'P0001', constraint = 'serviceKey.kept',
          message = 'A key stays as it was issued; it can only be revoked, once.';
      end $$;
      create trigger service_key_kept before update or delete on service_key for each row execute function keep_service_key();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table service_key_use, service_key; drop function keep_service_key();');
  }
}
