import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a privacy steward withholds does not come out of an old pack either, and what is erased for good is erased there too. The hash
 * of the pack stays: it shows that the text is not whole any more.
 */
export class WithholdWordsOfPacks1764000000076 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [words, reading, erasing]) await db.query(part);
    await db.query(kept(erasure));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger withheld_text_leaves_packs on withheld_text;
      drop function governance.erase_words_of_packs(), governance.pack_texts(uuid[]), governance.without_words(text, text[], text),
        governance.words_of(withheld_text);
    `);
    await db.query(kept(''));
  }
}

const words = `
  -- All that a withheld field has ever said, or said until it was corrected.
  create function governance.words_of(w withheld_text) returns setof text language sql stable as $$
    select distinct s.words from public.event_change c join public.event e on e.id = c.event_id
      cross join lateral (values (c.before, false), (c.after, true)) v(facts, is_after)
      cross join lateral (select v.facts ->> w.column_name as words where jsonb_typeof(v.facts -> w.column_name) = 'string') s
    where c.committee_id = w.committee_id and c.kind = w.kind and c.row_id = w.row_id and s.words <> ''
      and (w.corrected_at is null or e.moment < w.corrected_at or (e.moment = w.corrected_at and not v.is_after))
  $$;

  -- A short text is taken out where it is a whole value, a longer one also within a sentence, and where a sentence shows its beginning.
  create function governance.without_words(said text, words text[], instead text) returns text language plpgsql immutable as $$
  declare
    w text;
    escaped text;
  begin
    foreach w in array words loop
      escaped := substr(to_json(w)::text, 2, length(to_json(w)::text) - 2);
      said := replace(said, '"' || escaped || '"', '"' || instead || '"');
      if length(w) >= 12 then said := replace(said, escaped, instead); end if;
      if length(w) > 119 then
        escaped := left(w, 119);
        said := replace(said, substr(to_json(escaped)::text, 2, length(to_json(escaped)::text) - 2) || '…', instead);
      end if;
    end loop;
    return said;
  end $$;
`;

const reading = `
  -- The texts of packs as they may be read today.
  create function governance.pack_texts(ids uuid[]) returns table (pack_id uuid, canonical_text text) language sql stable security definer
    set search_path = pg_catalog, pg_temp as $$
    with withheld as (
      select coalesce(array_agg(distinct s.words order by s.words), '{}') as words
        from public.withheld_text w cross join lateral governance.words_of(w) s(words) where w.committee_id = governance.committee() and w.reason <> 'ERASED'
    )
    select t.pack_id, governance.without_words(t.canonical_text, withheld.words, '[withheld]')
      from public.pack_text t cross join withheld where t.committee_id = governance.committee() and t.pack_id = any(ids)
  $$;
  revoke execute on function governance.words_of(withheld_text), governance.without_words(text, text[], text), governance.pack_texts(uuid[]) from public;
  grant execute on function governance.pack_texts(uuid[]) to golden_thread_app, golden_thread_owner;
`;

/** A field is told to be erased while its words are still there. */
const erasing = `
  create function governance.erase_words_of_packs() returns trigger language plpgsql as $$
  declare
    gone text[] := array(select governance.words_of(new));
  begin
    if cardinality(gone) > 0 then
      update public.pack_text t set canonical_text = governance.without_words(t.canonical_text, gone, '[erased]')
        where t.committee_id = new.committee_id and t.canonical_text <> governance.without_words(t.canonical_text, gone, '[erased]');
    end if;
    return null;
  end $$;
  revoke execute on function governance.erase_words_of_packs() from public;
  create trigger withheld_text_leaves_packs after insert or update on withheld_text for each row
    when (new.reason = 'ERASED') execute function governance.erase_words_of_packs();
`;

/** The service's own role is refused, whatever it says of itself: only functions of the owner erase. */
const erasure = `
    if tg_op = 'UPDATE' and tg_table_name = 'pack_text' and current_setting('app.erasing', true) = 'on' and current_user <> 'golden_thread_app'
        and to_jsonb(new) - 'canonical_text' = to_jsonb(old) - 'canonical_text' then
      return new;
    end if;`;

const kept = (exception: string): string => `
  create or replace function keep_pack() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      if exists (select from public.pack p where p.id = new.pack_id and p.sha256 = encode(sha256(convert_to(new.canonical_text, 'UTF8')), 'hex')) then
        return new;
      end if;
      raise exception using errcode = 'P0001', constraint = 'pack.hash', message = 'The text of a pack has the hash of the pack.';
    end if;${exception}
    raise exception using errcode = 'P0001', constraint = 'pack.sealed', message = 'A sealed pack is neither changed nor removed.';
  end $$;
`;
