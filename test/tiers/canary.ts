import type { TestApi } from '../support/api';

/** Words that nobody writes, one for what is restricted to a group and one for what is the committee's. */
export const RESTRICTED_CANARY = 'qzrestrictedxw';
export const COMMITTEE_CANARY = 'qzcommitteexw';

export interface Place {
  readonly table: string;
  readonly column: string;
}

/**
 * Puts a canary into every text of a committee's thread that is restricted, and into the texts of its groups, as an
 * administrator of the database could. @returns the columns that bear one now, and those that bear none
 */
export async function plantCanaries(api: TestApi, committeeId: string): Promise<{ planted: string[]; bare: string[] }> {
  const places = await textPlaces(api);
  await unguarded(api, places, async () => {
    for (const place of places) await plant(api, committeeId, place);
  });
  const bears = await Promise.all(places.map((place) => isPlanted(api, committeeId, place)));
  const named = places.map(({ table, column }) => `${table}.${column}`);
  return { planted: named.filter((_, i) => bears[i]), bare: named.filter((_, i) => !bears[i]) };
}

/** Every column in which people write. */
export async function textPlaces(api: TestApi): Promise<Place[]> {
  const tables = await api.sql('select table_name as "table", columns from governance.masked_table');
  return tables.flatMap(({ table, columns }) => (columns as string[]).map((column) => ({ table: String(table), column })));
}

/** Does something to texts that may not be changed any more. */
export async function unguarded(api: TestApi, places: readonly Place[], work: () => Promise<void>): Promise<void> {
  const guards = await guardsOf(api, places);
  const each = (how: 'disable' | 'enable') =>
    guards.map(({ table, name }) => `alter table ${String(table)} ${how} trigger ${String(name)}`).join('; ');
  await api.sql(each('disable'));
  try {
    await work();
  } finally {
    await api.sql(each('enable'));
  }
}

/** What refuses a change of what was sealed or is only added to; history and tiers go on as ever. */
const guardsOf = (api: TestApi, places: readonly Place[]): Promise<Record<string, unknown>[]> =>
  api.sql(
    `select c.relname as "table", g.tgname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
     where not g.tgisinternal and g.tgtype & 2 = 2 and c.relname = any($1)`,
    [places.map(({ table }) => table)],
  );

const canaryOf = (table: string): string => (table.startsWith('restricted_group') ? COMMITTEE_CANARY : RESTRICTED_CANARY);

/** Beside what was written, so that nothing else about the row changes; where nothing was, as far as the rules of the table allow. */
async function plant(api: TestApi, committeeId: string, { table, column }: Place): Promise<void> {
  const words = `${canaryOf(table)} ${table}.${column} `;
  const text =
    column === 'url' ? `'https://example.org/${words.trim().replaceAll(/[ .]/g, '-')}'` : `concat('${words}', ${column})`;
  const hash = table === 'plan_seal' ? `, sha256 = encode(sha256(convert_to(${text}, 'UTF8')), 'hex')` : '';
  const tier = canaryOf(table) === RESTRICTED_CANARY ? 3 : 2;
  const change = (which: string) =>
    api.sql(
      `update ${table} set ${column} = ${text}${hash} where committee_id = $1 and ${column} ${which}
       and exists (select from item_tier t where t.row_id = ${table}.id and t.tier = $2)`,
      [committeeId, tier],
    );
  await change('is not null');
  await change('is null').catch(() => undefined);
}

async function isPlanted(api: TestApi, committeeId: string, { table, column }: Place): Promise<boolean> {
  const found = await api.sql(
    `select 1 from ${table} where committee_id = $1 and ${column} like '%${canaryOf(table)}%' limit 1`,
    [committeeId],
  );
  return found.length > 0;
}

const OPAQUE = /[A-Za-z0-9_-]{16,}/g;

/** The first place where a canary is in a text, or in one of the opaque ids and cursors in it; null where there is none. */
export function canaryIn(text: string, canary: string): string | null {
  const at = text.indexOf(canary);
  if (at >= 0) return text.slice(Math.max(0, at - 300), at + 80);
  const hidden = [...text.matchAll(OPAQUE)].map(([opaque]) => Buffer.from(opaque, 'base64url').toString());
  return hidden.find((opened) => opened.includes(canary)) ?? null;
}
