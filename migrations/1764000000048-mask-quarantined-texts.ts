import type { MigrationInterface, QueryRunner } from 'typeorm';
import { events, making, masks } from './1764000000041-mask-texts';

/** The views of migration 41 withhold for a second reason: not for whom a text is, but that it is for nobody. */
export class MaskQuarantinedTexts1764000000048 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(masking);
    await db.query(maskedEvents);
    await db.query(
      'revoke execute on all functions in schema governance from public; revoke execute on all procedures in schema governance from public',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const part of [masks, events, making]) await db.query(part);
    await db.query(`
      drop function governance.quarantine_join(text), governance.quarantined_select(text, text), governance.quarantined_facts(text, text, text);
    `);
  }
}

/** In the past, a text is withheld up to when its author corrected it. */
const masking = `
  create function governance.quarantine_join(t text) returns text language sql stable as $$
    select format('left join (select w.row_id, jsonb_object_agg(w.column_name, w.reason order by w.reason desc) as texts from public.withheld_text w
      where w.kind = %L and (w.corrected_at is null or w.corrected_at > (select governance.as_at())) group by w.row_id) quarantined on quarantined.row_id = x.id', t)
  $$;

  create or replace function governance.mask_joins(t text) returns text language sql stable as
    $$ select 'left join public.item_tier tiered on tiered.row_id = x.id ' || governance.quarantine_join(t) $$;

  create or replace function governance.is_shown(t text, column_name text) returns text language sql stable as
    $$ select format('governance.is_cleared(tiered.tier, tiered.group_ids) and not coalesce(quarantined.texts ? %L, false)', column_name) $$;

  create or replace function governance.masked_select(t text, source text) returns text language sql stable as $$
    with texts as materialized (select governance.free_texts(t) as free)
    select format('select %s, tiered.tier as row_tier, %s as row_withheld, quarantined.texts as row_quarantined from %I.%I x %s',
      string_agg(case when a.attname = any(texts.free)
        then format('case when %s then x.%I end as %2$I', governance.is_shown(t, a.attname), a.attname)
        else format('x.%I', a.attname) end, ', ' order by a.attnum),
      governance.why_withheld(t), source, t, governance.mask_joins(t))
    from pg_attribute a cross join texts where a.attrelid = format('public.%I', t)::regclass and a.attnum > 0 and not a.attisdropped
  $$;

  -- A table without a tier. Where there always is a text, it is told that there was one.
  create function governance.quarantined_select(t text, source text) returns text language sql stable as $$
    with texts as materialized (select governance.free_texts_of(t) as free)
    select format('select %s, quarantined.texts as row_quarantined from %I.%I x %s',
      string_agg(case when a.attname = any(texts.free) then format('case when quarantined.texts ? %1$L then %2$s else x.%1$I end as %1$I', a.attname,
          case when a.attnotnull then format('case quarantined.texts ->> %L when ''ERASED'' then ''[erased]'' else ''[withheld]'' end', a.attname) else 'null' end)
        else format('x.%I', a.attname) end, ', ' order by a.attnum), source, t, governance.quarantine_join(t))
    from pg_attribute a cross join texts where a.attrelid = format('public.%I', t)::regclass and a.attnum > 0 and not a.attisdropped
  $$;

  create or replace function governance.masked_view(t text, source text) returns text language sql stable as $$
    select case when t = 'event_change' then governance.masked_changes()
      when governance.is_masked(t) then governance.masked_select(t, source)
      when governance.is_withholdable(t) then governance.quarantined_select(t, source)
      else format('select %s from %I.%I x', governance.columns_of(t, 'x.'), source, t) end
  $$;
`;

/** What an event tells of a text that was written before its correction; the event that corrected it tells the new one. */
const maskedEvents = `
  create function governance.quarantined_facts(facts text, compare text, value text) returns text language sql stable as $$
    select format('(select jsonb_object_agg(w.column_name, %3$s order by w.reason desc) from public.withheld_text w where w.row_id = x.row_id and w.kind = x.kind
      and %1$s ? w.column_name and (w.corrected_at is null or (select e.moment from public.event e where e.id = x.event_id) %2$s w.corrected_at))', facts, compare, value)
  $$;

  create or replace function governance.told(facts text) returns text language sql stable as $$
    select format('case when %1$s then %2$s || coalesce(%3$s, ''{}''::jsonb) when %2$s is not null then coalesce(
      (select jsonb_object_agg(f.key, f.value) from jsonb_each(%2$s) f where f.key = any(m.plain_columns)), ''{}''::jsonb) end', governance.is_told(), facts,
      governance.quarantined_facts(facts, case facts when 'x.before' then '<=' else '<' end, 'null::text'))
  $$;

  -- The salt is told to nobody: with it a text that is withheld could be guessed.
  create or replace function governance.masked_changes() returns text language sql stable as $$
    select format('select x.id, x.committee_id, x.event_id, x.position, x.kind, x.row_id, x.other_id, x.row_version, %1$s as before, %2$s as after,
      null::text as salt, x.body_hash, tiered.tier as row_tier, case when %3$s then null else ''REDACTED'' end as row_withheld,
      coalesce(%4$s || %5$s, %4$s, %5$s) as row_quarantined from public.event_change x %6$s',
      governance.told('x.before'), governance.told('x.after'), governance.is_told(),
      governance.quarantined_facts('x.before', '<=', 'w.reason'), governance.quarantined_facts('x.after', '<', 'w.reason'), governance.event_joins())
  $$;
`;
