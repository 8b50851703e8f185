import type { TestApi } from '../support/api';

/** Words that nobody writes, one for what is restricted to a group and one for what is the committee's. */
export const RESTRICTED_CANARY = 'qzrestrictedxw';
export const COMMITTEE_CANARY = 'qzcommitteexw';

/** Puts a canary into every text of a committee's thread, as its administrator of the database could, and gives the columns that bear one. */
export async function plantCanaries(api: TestApi, committeeId: string): Promise<string[]> {
  const tables = await api.sql('select table_name as name, columns from governance.masked_table where columns <> $1', [[]]);
  const guards = await api.sql(
    `select c.relname as "table", g.tgname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
    where not g.tgisinternal and g.tgtype & 2 = 2 and c.relname = any($1)`,
    [tables.map(({ name }) => name)],
  );
  const each = (how: 'disable' | 'enable') =>
    guards.map(({ table, name }) => `alter table ${String(table)} ${how} trigger ${String(name)}`).join('; ');
  await api.sql(each('disable'));
  const planted: string[] = [];
  try {
    for (const { name, columns } of tables) {
      const table = String(name);
      const canary = table.startsWith('restricted_group') ? COMMITTEE_CANARY : RESTRICTED_CANARY;
      const texts = (columns as string[]).map((column) => `${column} = ${wordsFor(column, `${canary} ${table}.${column}`)}`);
      const hash =
        table === 'plan_seal'
          ? [`sha256 = encode(sha256(convert_to('${canary} ${table}.canonical_text ' || canonical_text, 'UTF8')), 'hex')`]
          : [];
      await api.sql(`update ${table} set ${[...texts, ...hash].join(', ')} where committee_id = $1`, [committeeId]);
      for (const column of columns as string[]) {
        const [bears] = await api.sql(`select 1 from ${table} where committee_id = $1 and ${column} like '%${canary}%' limit 1`, [
          committeeId,
        ]);
        if (bears) planted.push(`${table}.${column}`);
      }
    }
  } finally {
    await api.sql(each('enable'));
  }
  return planted;
}

/** Beside what was written, so that nothing else about the row changes; an address stays one. */
const wordsFor = (column: string, canary: string): string =>
  column === 'url'
    ? `case when url is not null then 'https://example.org/${canary.replaceAll(/[ .]/g, '-')}' end`
    : `case when ${column} is not null then '${canary} ' || ${column} end`;

const OPAQUE = /[A-Za-z0-9_-]{16,}/g;

/** Whether a canary is in a text, or in one of the opaque ids and cursors in it. */
export function bears(text: string, canary: string): boolean {
  if (text.includes(canary)) return true;
  return [...text.matchAll(OPAQUE)].some(([opaque]) => Buffer.from(opaque, 'base64url').toString().includes(canary));
}
