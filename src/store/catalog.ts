import { openDatabase } from './database';
import { migrateUp } from './migrate';
import { loadMigrations } from './migrations';

export type CatalogQuery = (sql: string) => Promise<{ line: string }[]>;

const OURS = `n.nspname = current_schema() and c.relname not in ('migration', 'typeorm_metadata')`;
const NOT_OF_AN_EXTENSION = (oid: string): string =>
  `not exists (select from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`;

/** TypeORM compares constraints, indexes and triggers by name only, if at all; this is what they say, as PostgreSQL prints it. */
const sections: readonly (readonly [string, string])[] = [
  [
    'columns',
    `select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
       case when a.attnotnull then ' not null' else '' end,
       case when a.attgenerated <> '' then ' generated ' || pg_get_expr(e.adbin, e.adrelid)
            when a.attidentity <> '' then ' identity'
            when e.adbin is not null then ' default ' || pg_get_expr(e.adbin, e.adrelid) else '' end) as line
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       left join pg_attrdef e on e.adrelid = a.attrelid and e.adnum = a.attnum
     where ${OURS} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
  ],
  [
    // PostgreSQL 18 lists "not null" as a constraint too; older ones only mark the column.
    'constraints',
    `select format('%s.%s %s', c.relname, o.conname, pg_get_constraintdef(o.oid)) as line
     from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and o.contype in ('p', 'u', 'f', 'c', 'x')`,
  ],
  [
    'indexes',
    `select pg_get_indexdef(i.indexrelid) as line
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and not exists (select from pg_constraint o where o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x'))`,
  ],
  [
    'row security',
    `select format('%s%s', c.relname, case when c.relforcerowsecurity then ' forced' else '' end) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relrowsecurity`,
  ],
  [
    'policies',
    `select format('%s.%s %s %s to %s using (%s) check (%s)', tablename, policyname, permissive, cmd, roles, qual, with_check) as line
     from pg_policies where schemaname = current_schema()`,
  ],
  [
    'triggers',
    `select format('%s %s', pg_get_triggerdef(t.oid), t.tgenabled) as line
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and not t.tgisinternal`,
  ],
  [
    'views',
    `select format('%s %s as %s', c.relname, array_to_string(c.reloptions, ','), pg_get_viewdef(c.oid)) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind in ('v', 'm')`,
  ],
  [
    'functions',
    `select pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = current_schema() and p.prokind in ('f', 'p') and ${NOT_OF_AN_EXTENSION('p.oid')}`,
  ],
  [
    'types',
    `select format('%s %s %s', t.typname, format_type(t.typbasetype, t.typtypmod),
       (select string_agg(v.enumlabel, ', ' order by v.enumsortorder) from pg_enum v where v.enumtypid = t.oid)) as line
     from pg_type t join pg_namespace n on n.oid = t.typnamespace
     where n.nspname = current_schema() and t.typtype in ('e', 'd') and ${NOT_OF_AN_EXTENSION('t.oid')}`,
  ],
  [
    'sequences',
    `select c.relname as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and c.relkind = 'S' and c.relname not like 'migration%'`,
  ],
];

/** Everything the migrations made, the same text on every supported PostgreSQL; empty for an empty database. */
export async function catalogText(query: CatalogQuery): Promise<string> {
  const parts: string[] = [];
  for (const [title, sql] of sections) {
    const lines = (await query(sql)).map(({ line }) => line.trimEnd()).sort();
    if (lines.length > 0) parts.push(`-- ${title}\n${lines.join('\n')}\n`);
  }
  return parts.join('\n');
}

/** What the migrations make of an empty embedded database: the text that is kept in schema/catalog.txt. */
export async function migratedCatalog(): Promise<string> {
  const database = await openDatabase({ dataDir: 'memory://', entities: [], migrations: loadMigrations() });
  try {
    await migrateUp(database);
    return await catalogText((sql) => database.dataSource.query(sql));
  } finally {
    await database.close();
  }
}
