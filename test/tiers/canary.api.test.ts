import { getNamedType, isObjectType, type GraphQLInputObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Role } from '../../src/access/roles';
import { entities } from '../../src/entities';
import { makeSchema } from '../../src/graphql/schema';
import { toGlobalId } from '../../src/kernel/globalId';
import { Node, type RowType } from '../../src/store/row';
import { verbs } from '../../src/verbs';
import { startApi, type Ask, type TestApi, type TestCommittee } from '../support/api';
import { everyList } from '../support/everyField';
import { everything } from '../support/everything';
import { RandomVerbs, randomly } from '../support/randomVerbs';
import { makeStrathfinella } from '../support/strathfinella';
import { canaryIn, COMMITTEE_CANARY, plantCanaries, RESTRICTED_CANARY } from './canary';
import { makeGroup } from './tierMaking';

/*
 * A canary in every text of a whole committee's thread, all of it restricted to two people. Nobody else meets one, whatever
 * they ask: each type's every field, lists, searches, history, the past, pictures, what verbs answer and refuse.
 */
let api: TestApi;
let schema: GraphQLSchema;
let committee: TestCommittee;
let ids: Readonly<Record<string, readonly string[]>>;
let planted: readonly string[];
let bare: readonly string[];
const logged: string[] = [];

const insiders: readonly Role[] = ['CHIEF_OFFICER', 'DATA_ANALYST'];
/** One who works with the committee, and the two who stand outside. */
const shutOut: readonly Role[] = ['MEMBER', 'PARTNER_VIEWER', 'ADMIN'];

beforeAll(async () => {
  api = await startApi({ log: (line) => logged.push(JSON.stringify(line)) });
  schema = await makeSchema();
  committee = await makeStrathfinella(api);
  const group = await makeGroup(committee, 'The two who know', ...insiders);
  const groupId = Buffer.from(group, 'base64url').toString().split(':')[1];
  for (const table of ['learning_source', 'finding', 'action', 'change_idea'])
    await api.sql(`update ${table} set visibility = 'RESTRICTED', restricted_group_id = $2 where committee_id = $1`, [
      committee.id,
      groupId,
    ]);
  ({ planted, bare } = await plantCanaries(api, committee.id));
  ids = await idsOfEachType();
}, 180_000);
afterAll(() => api.close());

/** Some rows of each type, the newest and the oldest. */
async function idsOfEachType(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const type of (entities as readonly RowType[]).filter(({ prototype }) => prototype instanceof Node)) {
    const { tableName, columns } = api.database.dataSource.getMetadata(type);
    if (!columns.some(({ databaseName }) => databaseName === 'committee_id')) continue;
    const rows = await api.sql(
      `(select id from ${tableName} where committee_id = $1 order by id limit 2) union (select id from ${tableName} where committee_id = $1 order by id desc limit 1)`,
      [committee.id],
    );
    found[type.name] = rows.map(({ id }) => toGlobalId(type.name, String(id)));
  }
  return found;
}

const nodeQuery = (typeName: string, head = ''): string =>
  `query($id: ID!)${head} { node(id: $id) { ... on ${typeName} { ${everything(schema.getType(typeName) as GraphQLObjectType)} } } }`;

/** All that can be read of some rows of every type, and of every list; answers and errors alike. */
async function readAll(role: Role, head = '', most = 2): Promise<string> {
  const ask: Ask = committee.as(role);
  const answers: unknown[] = [];
  for (const [typeName, all] of Object.entries(ids))
    for (const id of all.slice(0, most)) {
      const { data, errors } = await ask(nodeQuery(typeName, head), { id });
      answers.push(data, errors);
    }
  // What was changed is refused to partners, which would leave nothing of an answer.
  for (const document of everyList(schema, role === 'PARTNER_VIEWER' ? ['changes', 'sentence'] : [])) {
    const { data, errors } = await ask(head ? `query${head} ${document}` : document);
    answers.push(data, errors);
  }
  return JSON.stringify(answers);
}

/** Texts that the story of the demonstration has no room for: a state that none of its rows is in. */
const noRoom: readonly string[] = ['pdsa_cycle.cancelled_reason'];

test('every text of the thread bears a canary', () => {
  expect(bare).toEqual(noRoom);
  expect(planted.length).toBeGreaterThan(60);
});

test.each(['CHIEF_OFFICER', 'AUDITOR'] as const)(
  'the canaries are there: %s meets them on the same walk',
  async (role) => {
    const seen = await readAll(role, '', 1);
    const met = planted.filter(
      (column) => seen.includes(`${RESTRICTED_CANARY} ${column}`) || seen.includes(column.replace('.', '-')),
    );
    expect(met.length).toBeGreaterThan(0.7 * planted.length);
  },
  120_000,
);

test.each(shutOut)(
  '%s meets none, now or in the past, and each row says that it is withheld',
  async (role) => {
    const now = await readAll(role);
    const then = await readAll(role, ` @asAt(moment: "${api.clock.now.toISOString()}")`, 1);
    for (const text of [now, then]) expect(canaryIn(text, RESTRICTED_CANARY)).toBeNull();
    const isOutside = role === 'PARTNER_VIEWER' || role === 'ADMIN';
    if (isOutside) for (const text of [now, then]) expect(canaryIn(text, COMMITTEE_CANARY)).toBeNull();
    expect(now).toContain('"reason":"REDACTED"');
    expect(now).not.toContain('"INTERNAL_SERVER_ERROR"');
  },
  240_000,
);

test.each(shutOut)(
  '%s finds nothing by a search for a canary, or for a part of one',
  async (role) => {
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      const filter = field.args.find(({ name }) => name === 'filter');
      const type = filter && (getNamedType(filter.type) as GraphQLInputObjectType);
      const texts = Object.values(type?.getFields() ?? {}).filter(({ type: of }) => String(of) === 'String');
      for (const { name } of texts)
        for (const part of [RESTRICTED_CANARY, 'qzrestr', 'ictedxw']) {
          const isCounted = 'totalCount' in (getNamedType(field.type) as GraphQLObjectType).getFields();
          const total = field.name === 'statusSummary' ? 'total' : isCounted ? 'total: totalCount' : 'nodes { __typename }';
          const nothing = total.startsWith('total') ? { total: 0 } : { nodes: [] };
          const document = `query($filter: ${type?.name ?? ''}) { ${field.name}(filter: $filter) { ${total} } }`;
          const { data, errors } = await committee.as(role)(document, { filter: { [name]: part } });
          // Whoever acts for no agency has no list of its actions.
          expect([field.name, name, part, errors, data?.[field.name] ?? nothing]).toEqual([field.name, name, part, [], nothing]);
        }
    }
  },
  120_000,
);

test.each(['PARTNER_VIEWER', 'ADMIN'] as const)(
  '%s cannot count what is withheld: lists are empty, single rows are stubs',
  async (role) => {
    const lists = ['learningSources', 'findings', 'recommendations', 'actions', 'pdsaCycles', 'restrictedGroups'];
    const { data, errors } = await committee.as(role)(
      `{ ${lists.map((name) => `${name} { totalCount nodes { id } }`).join(' ')} statusSummary { total groups { count } } }`,
    );
    expect(errors).toEqual([]);
    for (const name of lists) expect([name, data[name]]).toEqual([name, { totalCount: 0, nodes: [] }]);
    expect(data.statusSummary).toEqual({ total: 0, groups: [] });
    const found = await committee.as(role)(
      'query($id: ID!) { node(id: $id) { id ... on Finding { ref statement withheld { reason } source { ref title } } } }',
      {
        id: ids.Finding?.[0],
      },
    );
    expect(found.data.node).toMatchObject({ statement: null, withheld: { reason: 'REDACTED' }, source: { title: null } });
  },
);

test('orders and cursors tell nothing either', async () => {
  const { data } = await committee.as('MEMBER')(
    '{ actions(first: 3, orderBy: { field: TITLE }) { edges { cursor node { title } } pageInfo { endCursor } } }',
  );
  expect(data.actions.edges.map(({ node }: { node: unknown }) => node)).toEqual([
    { title: null },
    { title: null },
    { title: null },
  ]);
  expect(canaryIn(JSON.stringify(data), RESTRICTED_CANARY)).toBeNull();
});

/** Each verb in a role that may say it and is in no group, with all that its answer can show. */
function sayingInOtherRoles(): TestCommittee {
  const outside = (verb: string): Role =>
    verbs.find(({ name }) => name === verb)?.by.find((role) => shutOut.includes(role) || !insiders.includes(role)) ?? 'MEMBER';
  return {
    ...committee,
    as: () => (document, variables) => {
      const verb = /\{ (\w+)\(input/.exec(document)?.[1] ?? '';
      const role = outside(verb) === 'PRIVACY_STEWARD' || outside(verb) === 'AUDITOR' ? 'MEMBER' : outside(verb);
      const payload = getNamedType(schema.getMutationType()?.getFields()[verb]?.type ?? schema.getQueryType()!);
      if (!isObjectType(payload)) throw new Error(`${verb} has no payload.`);
      const shown = Object.values(payload.getFields()).flatMap((field) => {
        const type = getNamedType(field.type);
        return isObjectType(type) ? [`${field.name} { ${everything(type)} }`] : [field.name];
      });
      return committee.as(role)(document.replace('{ clientMutationId }', `{ ${shown.join(' ')} }`), variables);
    },
  };
}

test('what verbs answer and refuse bears no canary, and what is withheld cannot be changed or built on', async () => {
  const random = new RandomVerbs(api, schema, sayingInOtherRoles(), randomly(7));
  const rules: Record<string, number> = {};
  for (let round = 0; round < 240; round += 1) {
    if (round % 40 === 0) await random.look();
    const { verb, data, errors } = await random.say();
    expect([verb, canaryIn(JSON.stringify([data, errors]), RESTRICTED_CANARY)]).toEqual([verb, null]);
    for (const { extensions } of errors)
      rules[String(extensions.rule ?? extensions.code)] = (rules[String(extensions.rule ?? extensions.code)] ?? 0) + 1;
  }
  expect(rules['visibility.withheld']).toBeGreaterThan(30);
  expect(rules.INTERNAL_SERVER_ERROR).toBeUndefined();
}, 240_000);

test('nothing of it was logged', () => {
  expect(logged.filter((line) => canaryIn(line, RESTRICTED_CANARY))).toEqual([]);
});
