import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { roles, type Role } from '../../src/access/roles';
import { issueToken } from '../../src/access/tokens';
import { entities } from '../../src/entities';
import { makeSchema } from '../../src/graphql/schema';
import { toGlobalId } from '../../src/kernel/globalId';
import { readings } from '../../src/readings';
import { CommitteeRow, Node } from '../../src/store/row';
import { verbs } from '../../src/verbs';
import { addDashboard, linkAccount } from '../support/access';
import { readAccessTables } from '../support/accessTables';
import { startApi, testSecret, type TestApi, type TestCommittee } from '../support/api';
import { listening, type Listening } from '../support/door';
import { oneOfEach, type OneOfEach } from '../support/oneOfEach';
import { sampleInput } from '../support/sampleInput';
import { makeStrathfinella } from '../support/strathfinella';

/*
 * Who may see and do what, as docs/access.md says it, asked over HTTP: every query field, type and mutation in every role, and
 * by everyone who may do nothing here.
 */
const { expected, duties } = readAccessTables();
const allRoles = Object.keys(roles) as Role[];

let api: TestApi;
let http: Listening;
let schema: GraphQLSchema;
let committee: TestCommittee;
let rows: OneOfEach;
let credentials: Readonly<Record<Role, string>>;

beforeAll(async () => {
  api = await startApi();
  http = await listening(api.app);
  schema = await makeSchema();
  committee = await makeStrathfinella(api);
  // Only a real key shows that a program is treated as its role.
  const { key } = await addDashboard(api, committee);
  await linkAccount(api, committee, { issuer: 'https://sign-in.example', subject: 'lead-officer' });
  rows = { ...(await referenceRows()), ...(await oneOfEach(api.database.dataSource, committee.id)) };
  const tokens = await Promise.all(allRoles.map(async (role) => [role, await tokenOf(committee, role)] as const));
  credentials = { ...(Object.fromEntries(tokens) as Record<Role, string>), PARTNER_VIEWER: key };
}, 120_000);
afterAll(async () => {
  await http.stop();
  await api.close();
});

/** One row of each list that is the same for everyone. */
async function referenceRows(): Promise<OneOfEach> {
  const types = entities.filter(({ prototype }) => prototype instanceof Node && !(prototype instanceof CommitteeRow));
  const found = types.map(async ({ name }) => {
    const { tableName, columns } = api.database.dataSource.getMetadata(name);
    const isLocal = columns.some(({ databaseName }) => databaseName === 'committee_id');
    const [row] = await api.sql(`select id from ${tableName} ${isLocal ? 'where committee_id is null' : ''} limit 1`);
    return [name, toGlobalId(name, String(row?.id))] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

const HOUR = 3600;
const tokenOf = (of: TestCommittee, role: Role, validFor = HOUR) =>
  issueToken(testSecret, of.actor(role), api.clock.now, validFor);

interface Said {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly rule?: string };
  }[];
}

async function ask(role: Role, document: string): Promise<Said> {
  const answer = await http.post({ authorization: `Bearer ${credentials[role]}` }, document);
  return (await answer.json()) as Said;
}

/** The roles that are refused by name; anything else that goes wrong with a sample is no matter of access. */
async function refused(document: string, rule: string): Promise<Role[]> {
  const answers = await Promise.all(allRoles.map(async (role) => [role, (await ask(role, document)).errors?.[0]] as const));
  const unreadable = answers.filter(
    ([, error]) => error?.extensions.code.startsWith('GRAPHQL') || error?.extensions.code === 'INTERNAL_SERVER_ERROR',
  );
  if (unreadable.length > 0) throw new Error(`${document}: ${JSON.stringify(unreadable[0])}`);
  return answers
    .filter(([, error]) => error?.extensions.code === 'FORBIDDEN' && error.extensions.rule === rule)
    .map(([role]) => role);
}

const others = (allowed: readonly Role[]): Role[] => allRoles.filter((role) => !allowed.includes(role));

const queryFields = () => Object.values(schema.getQueryType()?.getFields() ?? {});
const mutations = () => Object.values(schema.getMutationType()?.getFields() ?? {});
const objectTypes = () =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && !type.name.startsWith('__') && !/(Connection|Edge|ViewerCan)$/.test(type.name),
  );

/** A field with the least it asks for, as text. */
function selectionOf(
  { name, args, type }: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, unknown>> = {},
): string {
  const needed = args.filter((arg) => String(arg.type).endsWith('!') && arg.defaultValue === undefined);
  const values = needed.map((arg) => `${arg.name}: ${literal(given[arg.name] ?? sampleInput(arg.type), arg.type)}`);
  return `${name}${values.length > 0 ? `(${values.join(', ')})` : ''}${isLeafType(getNamedType(type)) ? '' : ' { __typename }'}`;
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, type)).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${literal(inner, type)}`)
      .join(', ')} }`;
  }
  return typeof value === 'string' && !isEnumName(value) ? JSON.stringify(value) : String(value);
}

/** Samples of enums are names in capitals, and samples of texts are not. */
const isEnumName = (value: string): boolean => /^[A-Z][A-Z_]+$/.test(value) || verbs.some(({ name }) => name === value);

describe('every row has something it is about, and everything has a row', () => {
  test('query fields', () => {
    expect([...expected['query field'].keys()].sort()).toEqual(
      queryFields()
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('mutations', () => {
    expect([...expected.mutation.keys()].sort()).toEqual(
      mutations()
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('types that are not simply content', () => {
    const names = objectTypes().map(({ name }) => name);
    expect([...expected.type.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  test('fields that lead from what everyone sees to what not everyone sees, or are for fewer than their type', () => {
    expect([...expected.field.keys()].sort()).toEqual([...leadingFurther(), ...forFewer].sort());
  });

  test('duties, in the same words and for the same mutations', () => {
    const known = new Map<string, { sentence: string | undefined; mutations: string[] }>();
    for (const { name, provided } of verbs) {
      for (const { rule, sentence } of provided.filter(({ code }) => code === 'FORBIDDEN')) {
        known.set(rule, { sentence, mutations: [...(known.get(rule)?.mutations ?? []), name] });
      }
    }
    expect(Object.fromEntries(duties)).toEqual(Object.fromEntries(known));
  });
});

/** Fields that are named by themselves. */
const forFewer = Object.keys(readings).filter((name) => name.includes('.') && !name.startsWith('Query.'));

const rolesOfType = (name: string): readonly Role[] =>
  expected.type.get(name.replace(/(Connection|Edge|ViewerCan)$/, '')) ?? others(['ADMIN']);

function leadingFurther(): string[] {
  const open = objectTypes().filter(({ name }) => rolesOfType(name).length === allRoles.length && name !== 'Query');
  return open.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => {
        const target = getNamedType(field.type);
        return !isLeafType(target) && !isInterfaceType(target) && rolesOfType(target.name).length < allRoles.length;
      })
      .map(({ name }) => `${type.name}.${name}`),
  );
}

test('every query field answers each role as the table says', async () => {
  for (const field of queryFields()) {
    const closed = await refused(`{ ${selectionOf(field)} }`, 'access.reading');
    expect([field.name, closed]).toEqual([field.name, others(expected['query field'].get(field.name) ?? [])]);
  }
}, 60_000);

test('everything that has an id is there for each role that may see its type, and for nobody else', async () => {
  // One's own practice is shared with one person only; practice.api.test.ts says with whom.
  for (const [typeName, id] of Object.entries(rows).filter(([name]) => name !== 'PracticeSharing')) {
    const seen: Role[] = [];
    for (const role of allRoles) {
      const { data, errors } = await ask(role, `{ node(id: "${id}") { __typename } }`);
      expect(errors).toBeUndefined();
      if (data?.node) seen.push(role);
    }
    expect([typeName, seen]).toEqual([typeName, [...rolesOfType(typeName)].sort(inOrder)]);
  }
}, 60_000);

const inOrder = (one: Role, other: Role): number => allRoles.indexOf(one) - allRoles.indexOf(other);

test('fields that lead further answer each role as the table says', async () => {
  for (const [coordinate, allowed] of expected.field) {
    const [typeName = '', name = ''] = coordinate.split('.');
    const field = (schema.getType(typeName) as GraphQLObjectType).getFields()[name];
    // A sharing of practice is there for whoever shares and whom they share with, so nobody else can be asked.
    if (!field || typeName === 'PracticeSharing') continue;
    const closed = await refused(
      `{ node(id: "${rows[typeName]}") { ... on ${typeName} { ${selectionOf(field)} } } }`,
      'access.reading',
    );
    // Whoever may not see the type gets nothing whose field could be refused.
    const refusable = others(allowed).filter((role) => rolesOfType(typeName).includes(role));
    expect([coordinate, closed]).toEqual([coordinate, refusable]);
  }
}, 60_000);

test('every mutation answers each role as the table says', async () => {
  for (const field of mutations()) {
    const closed = await refused(`mutation { ${selectionOf(field)} }`, 'access.role');
    expect([field.name, closed]).toEqual([field.name, others(expected.mutation.get(field.name) ?? [])]);
  }
}, 120_000);

describe('whoever is nobody here', () => {
  const documents = () => [
    ...queryFields().map((field) => `{ ${selectionOf(field)} }`),
    ...mutations().map((field) => `mutation { ${selectionOf(field)} }`),
    '{ __schema { queryType { name } } }',
    '{ nothing }',
  ];

  test.each<[string, () => Promise<string | undefined>]>([
    ['without a credential', async () => undefined],
    ['with an expired token', async () => `Bearer ${await tokenOf(committee, 'CHAIR', -1)}`],
    [
      'with a revoked key',
      async () => {
        const { key, keyId } = await addDashboard(api, committee);
        await api.sql(`update service_key set revoked_at = now(), revoked_reason = 'seen' where key_id = $1`, [keyId]);
        return `Bearer ${key}`;
      },
    ],
    [
      'with a membership that has ended',
      async () => {
        const left = await api.newCommittee();
        await api.sql(`update member set ended_on = '2026-09-14' where id = $1`, [left.actor('CHAIR').id]);
        return `Bearer ${await tokenOf(left, 'CHAIR')}`;
      },
    ],
  ])('%s there is one answer to every field', async (_, authorizationOf) => {
    const authorization = await authorizationOf();
    for (const document of documents()) {
      const answer = await http.post({ authorization }, document);
      expect([document, answer.status, await answer.text()]).toEqual([
        document,
        401,
        '{"errors":[{"message":"Sign in first: send a valid token in the Authorization header.","extensions":{"code":"UNAUTHENTICATED"}}]}',
      ]);
    }
  });

  test('a member of another committee who names this one gets the answer of a committee that does not exist', async () => {
    const stranger = { authorization: `Bearer ${await tokenOf(await api.newCommittee(), 'CHAIR')}` };
    for (const document of documents()) {
      const answers = [committee.globalId, 'bm8tc3VjaC10aGluZw'].map((id) =>
        http.post({ ...stranger, 'x-committee': id }, document),
      );
      const [ours, none] = await Promise.all((await Promise.all(answers)).map(async (each) => [each.status, await each.text()]));
      expect(ours).toEqual(none);
      expect(ours?.[0]).toBe(403);
    }
  });
});
