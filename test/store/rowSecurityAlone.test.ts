import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { DataSource, QueryRunner } from 'typeorm';
import { entities } from '../../src/entities';
import { makeSchema } from '../../src/graphql/schema';
import type { RowType } from '../../src/store/row';
import { verbs } from '../../src/verbs';
import { startApi, type Answer, type TestApi, type TestCommittee } from '../support/api';
import { everyList } from '../support/everyField';
import { idFields } from '../support/idFields';
import { oneOfEach, type OneOfEach } from '../support/oneOfEach';
import { makeStrathfinella } from '../support/strathfinella';
import { canaryIn, textPlaces, unguarded } from '../tiers/canary';

/*
 * The second lock alone. Once the service's own filter lets everything through; once it is for the wrong committee altogether,
 * in what is read and in what is written. Two whole committees, one with a canary in its texts.
 */
const CANARY = 'qzforeignxw';

let api: TestApi;
let schema: GraphQLSchema;
let mine: TestCommittee;
let theirs: TestCommittee;
let theirIds: ReadonlySet<string>;
let planted: number;

beforeAll(async () => {
  api = await startApi({ log: () => undefined });
  schema = await makeSchema();
  mine = await makeStrathfinella(api);
  theirs = await makeStrathfinella(api);
  planted = await plantForeign();
  theirIds = await idsOf(theirs.id);
}, 240_000);
afterAll(() => api.close());
afterEach(() => jest.restoreAllMocks());

/** What committees share on purpose is seen by others. */
const sharedTables = async (): Promise<string[]> =>
  (await api.sql('select table_name as name from governance.shared_rule')).map(({ name }) => String(name));

/** @returns how many columns bear the canary */
async function plantForeign(): Promise<number> {
  const shared = await sharedTables();
  const places = (await textPlaces(api)).filter(({ table }) => !shared.includes(table));
  let bearing = 0;
  await unguarded(api, places, async () => {
    for (const { table, column } of places) {
      const text = column === 'url' ? `'https://example.org/${CANARY}'` : `concat('${CANARY} ', ${column})`;
      const change = `with changed as (update ${table} set ${column} = ${text} where committee_id = $1 and ${column} is not null returning 1)
        select count(*)::int as rows from changed`;
      // What is sealed by a hash, or chosen from a list, bears none.
      const [changed] = await api.sql(change, [theirs.id]).catch(() => [{ rows: 0 }]);
      bearing += Number(changed?.rows) > 0 ? 1 : 0;
    }
  });
  return bearing;
}

const ofCommittees = async (withId: boolean): Promise<string[]> => {
  const tables = await api.sql(
    `select g.table_name as name from governance.governed_table g where g.is_of_committee
    and ($1 = false or exists (select from pg_attribute a where a.attrelid = g.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype))
    and exists (select from pg_attribute a where a.attrelid = g.oid and a.attname = 'committee_id' and not a.attisdropped)`,
    [withId],
  );
  const shared = await sharedTables();
  return tables.map(({ name }) => String(name)).filter((name) => !shared.includes(name));
};

async function idsOf(committeeId: string): Promise<Set<string>> {
  const each = (await ofCommittees(true)).map((name) => `select id::text from ${name} where committee_id = $1`);
  return new Set((await api.sql(each.join(' union all '), [committeeId])).map(({ id }) => String(id)));
}

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const OPAQUE = /[A-Za-z0-9_-]{16,}/g;

/** Every id of the other committee in an answer, written out or within an opaque id or a cursor. */
function foreignIn(text: string): string[] {
  const opened = [...text.matchAll(OPAQUE)].map(([opaque]) => Buffer.from(opaque, 'base64url').toString());
  return [text, ...opened].flatMap((each) => each.match(UUID) ?? []).filter((id) => theirIds.has(id));
}

/** Asks for every list with all its fields. @returns what came, by its document */
async function askEverything(ask: (document: string) => Promise<Answer>): Promise<{ document: string; text: string }[]> {
  const answers = [];
  for (const document of everyList(schema)) {
    const { data, errors } = await ask(document);
    expect([document, errors]).toEqual([document, []]);
    answers.push({ document, text: JSON.stringify(data) });
  }
  return answers;
}

const leaks = (answers: readonly { document: string; text: string }[]) =>
  answers
    .map(({ document, text }) => ({
      list: document.slice(2, 30),
      ids: foreignIn(text).slice(0, 3),
      canary: canaryIn(text, CANARY),
    }))
    .filter(({ ids, canary }) => ids.length > 0 || canary !== null);

test('with the filter in place the other committee sees its own canary, so that there is something to find', async () => {
  expect(planted).toBeGreaterThan(50);
  const own = await askEverything(theirs.as('AUDITOR'));
  expect(leaks(own).length).toBeGreaterThan(15);
}, 240_000);

test('with the filter taken out, no list shows an id or a word of the other committee in any of its fields', async () => {
  for (const type of entities as readonly RowType[]) {
    jest.spyOn(type, 'visibleTo').mockImplementation((_alias, committee) => `${committee} is not null`);
  }
  const answers = await askEverything(mine.as('AUDITOR'));
  expect(answers.length).toBeGreaterThan(30);
  expect(leaks(answers)).toEqual([]);
  const shown = answers.map(({ text }) => text).join();
  const own = await oneOfEach(api.database.dataSource, mine.id);
  expect(Object.values(own).filter((id) => shown.includes(id)).length).toBeGreaterThan(20);
}, 240_000);

/** The service believes that it is the other committee's; the database is told the truth. */
function mistakeTheCommittee(): void {
  const { dataSource } = api.database as { dataSource: DataSource };
  const make = dataSource.createQueryRunner.bind(dataSource);
  jest.spyOn(dataSource, 'createQueryRunner').mockImplementation((mode) => {
    const runner: QueryRunner = make(mode);
    const query = runner.query.bind(runner) as (sql: string, parameters?: unknown[], structured?: boolean) => Promise<unknown>;
    const truthful = (sql: string, parameters?: unknown[], structured?: boolean) =>
      query(
        sql.replace(`SET LOCAL app.committee = '${theirs.id}'`, `SET LOCAL app.committee = '${mine.id}'`),
        parameters,
        structured,
      );
    return Object.assign(runner, { query: truthful });
  });
}

test('with the filter for the wrong committee, no list shows anything of it either', async () => {
  mistakeTheCommittee();
  expect(leaks(await askEverything(theirs.as('AUDITOR')))).toEqual([]);
}, 240_000);

/** All that both committees have, as one text for each table. */
async function everythingKept(): Promise<Record<string, unknown>[]> {
  const each = (await ofCommittees(false)).map(
    (name) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from ${name} t where committee_id = any($1::uuid[])`,
  );
  return api.sql(each.join(' union all '), [[mine.id, theirs.id]]);
}

/** An input that is right in form, with ids of the other committee wherever one is wanted. */
function foreignInput(type: GraphQLInputType, { verb, at, ids }: { verb: string; at: string; ids: OneOfEach }): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [foreignInput(bare.ofType, { verb, at, ids })];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter(
      ({ type: each }) => isNonNullType(each) || getNullableType(each).toString() === 'ID',
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, foreignInput(field.type, { verb, at: at ? `${at}.${field.name}` : field.name, ids })]),
    );
  }
  if (bare.name === 'ID') return ids[idFields[`${verb} ${at}`] ?? ''] ?? theirs.globalId;
  return { String: 'Words', LocalDate: '2026-01-01', Int: 1, Float: 0.5, Boolean: false }[bare.name];
}

test('with the filter for the wrong committee, no mutation changes anything of it, whatever it is said of', async () => {
  const ids = await oneOfEach(api.database.dataSource, theirs.id);
  const before = await everythingKept();
  mistakeTheCommittee();
  const answers: { name: string; code: unknown }[] = [];
  for (const { name, by } of verbs) {
    const type = schema.getMutationType()?.getFields()[name]?.args[0]?.type as GraphQLInputType;
    const document = `mutation($input: ${String(type)}) { ${name}(input: $input) { clientMutationId } }`;
    const { errors } = await theirs.as(by[0] ?? 'CHAIR')(document, { input: foreignInput(type, { verb: name, at: '', ids }) });
    answers.push({ name, code: errors[0]?.extensions.code });
  }
  expect(answers.filter(({ code }) => code === undefined)).toEqual([]);
  // What a verb is said of is not there; what is made anew is refused, or fails for want of the committee's settings.
  expect(answers.filter(({ code }) => code === 'NOT_FOUND').length).toBeGreaterThan(80);
  jest.restoreAllMocks();
  expect(await everythingKept()).toEqual(before);
}, 240_000);
