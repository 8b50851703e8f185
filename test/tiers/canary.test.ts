import {
  getNamedType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { readersOfType } from '../../src/access/reading';
import type { Role } from '../../src/access/roles';
import { entities } from '../../src/entities';
import { makeSchema } from '../../src/graphql/schema';
import { toGlobalId } from '../../src/kernel/globalId';
import { readings } from '../../src/readings';
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

interface Walk {
  readonly head?: string;
  readonly most?: number;
  /** Fields that are refused to whoever walks: asked for, they would leave nothing of an answer. */
  readonly without?: readonly string[];
}

const refusedTo: Partial<Record<Role, readonly string[]>> = {
  PARTNER_VIEWER: [
    ...['history', 'identities', 'keys', 'agenda', 'decisions', 'decision', 'meetingDecisions', 'attendance'],
    ...['statusReason', 'redateRequests', 'escalation', 'subject'],
  ],
  ADMIN: [
    'history',
    'ledActions',
    'ownedAims',
    'ledCycles',
    'practice',
    'findings',
    'changeIdeas',
    'settings',
    'fidelity',
    'calibration',
    'ratingLegend',
  ],
};

const nodeQuery = (typeName: string, { head = '', without = [] }: Walk): string =>
  `query($id: ID!)${head} { node(id: $id) { ... on ${typeName} { ${everything(schema.getType(typeName) as GraphQLObjectType, [], without)} } } }`;

/** All that can be read of some rows of every type, and of every list; answers and errors alike. */
async function readAll(role: Role, walk: Walk = {}): Promise<string> {
  const { head, most = 2, without = [] } = walk;
  const ask: Ask = committee.as(role);
  const answers: unknown[] = [];
  for (const [typeName, all] of Object.entries(ids))
    for (const id of all.slice(0, most)) {
      const { data, errors } = await ask(nodeQuery(typeName, walk), { id });
      answers.push(data, errors);
    }
  for (const document of everyList(schema, without)) {
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
    const seen = await readAll(role, { most: 1 });
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
    const without = refusedTo[role] ?? [];
    const now = await readAll(role, { without });
    const then = await readAll(role, { head: ` @asAt(moment: "${api.clock.now.toISOString()}")`, most: 1, without });
    // What is refused bears none either.
    const refused = without.length > 0 ? await readAll(role, { most: 1 }) : '';
    for (const text of [now, then, refused]) expect(canaryIn(text, RESTRICTED_CANARY)).toBeNull();
    const isOutside = role === 'PARTNER_VIEWER' || role === 'ADMIN';
    if (isOutside) for (const text of [now, then, refused]) expect(canaryIn(text, COMMITTEE_CANARY)).toBeNull();
    // Whoever manages access meets no row that could say it.
    expect(now.includes('"reason":"REDACTED"')).toBe(role !== 'ADMIN');
    expect(now + then + refused).not.toContain('"INTERNAL_SERVER_ERROR"');
  },
  240_000,
);

type Listed = GraphQLField<unknown, unknown>;

/** A list of what is not content, or the count of content, as the policies say. */
const mayList = (role: Role, { type }: Listed): boolean => readersOfType(readings, getNamedType(type).name).includes(role);

/** What is asked of a list that finds nothing, and what it then shows: how many rows only where that is told to this role. */
function searched({ name, type }: Listed, role: Role): { shown: string; nothing: object } {
  const { totalCount } = (getNamedType(type) as GraphQLObjectType).getFields();
  if (name === 'statusSummary') return { shown: 'total', nothing: { total: role === 'MEMBER' ? 0 : null } };
  if (!totalCount) return { shown: 'nodes { __typename }', nothing: { nodes: [] } };
  const isTold = role === 'MEMBER' || isNonNullType(totalCount.type);
  return { shown: 'totalCount nodes { __typename }', nothing: { totalCount: isTold ? 0 : null, nodes: [] } };
}

test.each(shutOut)(
  '%s finds nothing by a search for a canary, or for a part of one',
  async (role) => {
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      const filter = field.args.find(({ name }) => name === 'filter');
      const type = filter && (getNamedType(filter.type) as GraphQLInputObjectType);
      const texts = Object.values(type?.getFields() ?? {}).filter(({ type: of }) => String(of) === 'String');
      for (const { name } of texts)
        for (const part of [RESTRICTED_CANARY, 'qzrestr', 'ictedxw']) {
          const { shown, nothing } = searched(field, role);
          const document = `query($filter: ${type?.name ?? ''}) { ${field.name}(filter: $filter) { ${shown} } }`;
          const { data, errors } = await committee.as(role)(document, { filter: { [name]: part } });
          const isRefused = !mayList(role, field);
          const rules = errors.map(({ extensions }) => extensions.rule);
          // Whoever acts for no agency has no list of its actions.
          const found = data?.[field.name] ?? (isRefused ? null : nothing);
          expect([field.name, name, part, rules, found]).toEqual([
            ...[field.name, name, part],
            ...(isRefused ? [['access.reading'], null] : [[], nothing]),
          ]);
        }
    }
  },
  120_000,
);

const lists = ['learningSources', 'findings', 'recommendations', 'actions', 'pdsaCycles', 'restrictedGroups'];

// How many actions there are is told by publications, of which there is none here; the rest is told by none.
test('PARTNER_VIEWER cannot count what is withheld: lists are empty, single rows are stubs', async () => {
  const ask = committee.as('PARTNER_VIEWER');
  const { data, errors } = await ask(
    `{ ${lists.map((name) => `${name} { totalCount totalCountDisclosure { reason } nodes { id } }`).join(' ')} statusSummary { total groups { count } } }`,
  );
  expect(errors).toEqual([]);
  for (const name of lists)
    expect([name, data[name]]).toEqual([
      name,
      {
        totalCount: null,
        totalCountDisclosure: { reason: name === 'actions' ? 'NOT_YET_PUBLISHED' : 'NOT_PUBLISHED' },
        nodes: [],
      },
    ]);
  expect(data.statusSummary).toEqual({ total: null, groups: [] });
  const found = await ask(
    'query($id: ID!) { node(id: $id) { id ... on Finding { ref statement withheld { reason } source { ref title } } } }',
    { id: ids.Finding?.[0] },
  );
  expect(found.data.node).toMatchObject({ statement: null, withheld: { reason: 'REDACTED' }, source: { title: null } });
});

test('ADMIN is refused every list of it, and meets no row of content', async () => {
  const ask = committee.as('ADMIN');
  for (const shown of [...lists.map((name) => `${name} { nodes { id } }`), 'statusSummary { groups { count } }']) {
    const { data, errors } = await ask(`{ ${shown} }`);
    expect([shown, data, errors.map(({ extensions }) => extensions)]).toEqual([
      ...[shown, null, [{ code: 'FORBIDDEN', rule: 'access.reading' }]],
    ]);
  }
  const content = Object.entries(ids).filter(([typeName]) => !readersOfType(readings, typeName).includes('ADMIN'));
  expect(content.length).toBeGreaterThan(40);
  for (const [typeName, all] of content)
    for (const id of all) {
      const { data, errors } = await ask('query($id: ID!) { node(id: $id) { __typename id } }', { id });
      expect([typeName, data, errors]).toEqual([typeName, { node: null }, []]);
    }
});

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
