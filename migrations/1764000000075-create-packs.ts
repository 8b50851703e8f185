import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sealed packs of meetings. What a pack says is kept once, beside it: its hash stands in the pack and so in the chain of events,
 * which would otherwise hold the whole text again.
 */
export class CreatePacks1764000000075 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(packs);
    await db.query(kept);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table pack_text, pack; drop function keep_pack();');
  }
}

const packs = `
  create table pack (
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    meeting_id uuid not null,
    number int not null check (number > 0),
    as_at timestamptz not null,
    format text not null check (btrim(format) <> ''),
    marking text not null check (marking in ('OFFICIAL', 'OFFICIAL_SENSITIVE')),
    since_id uuid,
    head_seq int not null check (head_seq > 0),
    head_hash text not null check (head_hash ~ '^[0-9a-f]{64}$'),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    sealed_by_id uuid not null,
    unique (committee_id, id),
    constraint "pack.number" unique (committee_id, number),
    foreign key (committee_id, meeting_id) references meeting (committee_id, id),
    foreign key (committee_id, since_id) references pack (committee_id, id),
    foreign key (committee_id, sealed_by_id) references member (committee_id, id)
  );
  create index pack_meeting_idx on pack (meeting_id, number);
  create table pack_text (
    id uuid primary key,
    committee_id uuid not null references committee,
    pack_id uuid not null unique,
    canonical_text text not null,
    foreign key (committee_id, pack_id) references pack (committee_id, id)
  );
  comment on table pack_text is 'governance: no history';
`;

/** A text is kept with the pack whose hash it has, and then neither is changed. */
const kept = `
  create function keep_pack() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      if exists (select from public.pack p where p.id = new.pack_id and p.sha256 = encode(sha256(convert_to(new.canonical_text, 'UTF8')), 'hex')) then
        return new;
      end if;
      raise exception using errcode = 'P0001', constraint = 'pack.hash', message = 'The text of a pack has the hash of the pack.';
    end if;
    raise exception using errcode = 'P0001', constraint = 'pack.sealed', message = 'A sealed pack is neither changed nor removed.';
  end $$;
  ${['pack', 'pack_text']
    .map(
      (table) => `
  create trigger ${table}_kept before update or delete on ${table} for each row execute function keep_pack();
  create trigger ${table}_not_emptied before truncate on ${table} for each statement execute function keep_pack();`,
    )
    .join('')}
  create trigger pack_text_fits before insert on pack_text for each row execute function keep_pack();
`;
