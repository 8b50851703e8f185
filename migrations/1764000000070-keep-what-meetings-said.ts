import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a meeting said of something goes with it: it is kept as long, held with it, and destroyed with it. It belongs to the
 * meeting too, and each table has one parent only, so what it is about is named here.
 */
export class KeepWhatMeetingsSaid1764000000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [abouts, belonging(isAlsoChild), sources(parentsAndAbouts)]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const part of [belonging(''), sources(parentOnly), 'drop table governance.about_column']) await db.query(part);
  }
}

const subjects = ['action_id', 'finding_id', 'recommendation_id', 'cycle_id', 'measure_id', 'plan_id'];
const onAgendas = [...subjects, 'ramp_id', 'redate_request_id', 'escalation_id'];

const rowsOf = (table: string, columns: readonly string[]): string =>
  columns.map((column) => `('${table}', '${column}')`).join(', ');

const abouts = `
  create table governance.about_column (table_name text, column_name text, primary key (table_name, column_name));
  insert into governance.about_column values ${rowsOf('meeting_decision', subjects)}, ${rowsOf('agenda_item', onAgendas)};
`;

const isAlsoChild = `
            or exists (select from governance.about_column b where b.table_name = g.table_name and b.column_name = a.attname)`;

/** A record and all that belongs to it, but no other record that has a time of its own. A table that belongs in two ways is looked through in both. */
const belonging = (orAbout: string): string => `
  create or replace function governance.rows_of(t text, of_row uuid) returns table (kind text, ids uuid[]) language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
  declare
    maintained text := coalesce(current_setting('app.maintenance', true), '');
    records constant text[] := array['learning_source', 'action', 'plan', 'pdsa_cycle', 'member', 'change_idea', 'measure', 'aim'];
    kinds text[] := array[t];
    found jsonb[] := array[jsonb_build_array(of_row)];
    known uuid[] := array[of_row];
    place int := 1;
    child record;
    own uuid[];
  begin
    perform set_config('app.maintenance', 'on', true);
    while place <= cardinality(kinds) loop
      kind := kinds[place];
      ids := array(select x::uuid from jsonb_array_elements_text(found[place]) x);
      return next;
      for child in
        select g.table_name as name, a.attname as key from governance.governed_table g
          join pg_attribute a on a.attrelid = g.oid and (a.attname = coalesce((select p.parent from governance.kept p where p.table_name = g.table_name), case when kind = 'member' then 'member_id' end)${orAbout})
          join pg_constraint o on o.conrelid = g.oid and o.contype = 'f' and a.attnum = any(o.conkey) and o.confrelid = format('public.%I', kind)::regclass
          where g.is_of_committee and g.table_name <> all(records) and g.table_name <> kind
            and exists (select from pg_attribute i where i.attrelid = g.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype) order by 1
      loop
        execute format('select array_agg(id) from public.%I where committee_id = $1 and %I = any($2) and id <> all($3)', child.name, child.key)
          into own using governance.committee(), ids, known;
        if own is not null then
          kinds := array_append(kinds, child.name::text);
          found := array_append(found, to_jsonb(own));
          known := known || own;
        end if;
      end loop;
      place := place + 1;
    end loop;
    perform set_config('app.maintenance', maintained, true);
  end $$;
`;

const parentOnly = `select a.attname as key, o.confrelid::regclass::text as name from governance.governed_table g
        join pg_attribute a on a.attrelid = g.oid and a.attname = (select p.parent from governance.kept p where p.table_name = g.table_name)
        join pg_constraint o on o.conrelid = g.oid and o.contype = 'f' and a.attnum = any(o.conkey) where g.table_name = at_kind`;

/** What a row is about comes before what it belongs to; of several keys the one that leads somewhere. */
const parentsAndAbouts = `select a.attname as key, o.confrelid::regclass::text as name from governance.governed_table g
        join pg_attribute a on a.attrelid = g.oid and a.attname in (
          select b.column_name from governance.about_column b where b.table_name = g.table_name
          union all select p.parent from governance.kept p where p.table_name = g.table_name
            and not exists (select from governance.about_column b where b.table_name = g.table_name))
        join pg_constraint o on o.conrelid = g.oid and o.contype = 'f' and a.attnum = any(o.conkey) where g.table_name = at_kind`;

/** The sources a row goes back to: what is kept for one of them is kept along its whole thread. */
const sources = (parents: string): string => `
  create or replace function governance.sources_of(t text, of_row uuid) returns uuid[] language plpgsql stable as $$
  declare
    at_kind text := t;
    at_id uuid := of_row;
    upper_id uuid;
    parent record;
  begin
    while at_kind not in ('learning_source', 'action', 'plan', 'change_idea', 'measure') loop
      upper_id := null;
      for parent in ${parents} loop
        execute format('select %I from %I where id = $1', parent.key, at_kind) into upper_id using at_id;
        exit when upper_id is not null;
      end loop;
      if upper_id is null then return '{}'; end if;
      at_id := upper_id;
      at_kind := replace(parent.name, 'public.', '');
    end loop;
    if at_kind = 'learning_source' then return array[at_id]; end if;
    return array(select f.source_id from action_finding l join finding f on f.id = l.finding_id where l.action_id = any(governance.actions_of(at_kind, at_id))
      union select r.source_id from action_recommendation l join recommendation r on r.id = l.recommendation_id
        where l.action_id = any(governance.actions_of(at_kind, at_id)));
  end $$;
`;
