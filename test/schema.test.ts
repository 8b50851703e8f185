import { readFileSync } from 'node:fs';
import {
  findBreakingChanges,
  buildSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from 'graphql';
import { makeSchema } from '../src/graphql/schema';
import { schemaText } from '../src/graphql/schemaText';

let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await makeSchema();
});

test('schema/schema.graphql is what the code makes; npm run schema:write renews it', () => {
  expect(readFileSync('schema/schema.graphql', 'utf8')).toBe(schemaText(schema));
});

/** A text that may be withheld is null to some; a test in test/tiers holds these fields to the database's list of what it withholds. */
const isNowWithheld = (description: string): boolean => {
  const [, type = ''] = /^(\w+)\.\w+ changed type from String! to String\.$/.exec(description) ?? [];
  return schema.getPossibleTypes(schema.getType('Tiered') as GraphQLInterfaceType).some(({ name }) => name === type);
};

test('nothing that was released is broken but what is withheld now', () => {
  const released = buildSchema(readFileSync('schema/released.graphql', 'utf8'));
  const broken = findBreakingChanges(released, schema).map(({ description }) => description);
  expect(broken.filter((description) => !isNowWithheld(description) && !keptSmall.test(description))).toEqual([]);
});

/** Announced in CHANGELOG.md: a number that may have to be hidden cannot be promised, and could not wait for a deprecation. */
const keptSmall =
  /^(\w+Connection\.totalCount|(StatusSummary|SummaryGroup)\.\w+|AuditFacts\.sampleSize|ConsultationFacts\.respondents) changed type from Int! to Int\.$/;

test('every type, field, argument and enum value says what it is', () => {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const silent = types.flatMap((type) => [
    ...(type.description || isRootOrBuiltIn(type.name) ? [] : [type.name]),
    ...(isEnumType(type)
      ? type
          .getValues()
          .filter(({ description }) => !description)
          .map(({ name }) => `${type.name}.${name}`)
      : []),
    ...(isInputObjectType(type) || isObjectType(type) || isInterfaceType(type) ? silentFields(type) : []),
  ]);
  expect(silent).toEqual([]);
});

test.each([
  ...[
    'viewer',
    'committee',
    'committees',
    'learningSources',
    'findings',
    'recommendations',
    'plans',
    'actions',
    'aims',
    'pdsaCycles',
  ],
  ...['measures', 'themes', 'qualityIndicators', 'agencies', 'node', 'statusSummary'],
])('the root field %s is there', (name) => {
  expect(schema.getQueryType()?.getFields()[name]).toBeDefined();
});

test('every mutation takes one input and gives back the client’s name for the request', () => {
  for (const { name, args, type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    expect([name, args.map((arg) => `${arg.name}: ${String(arg.type)}`)]).toEqual([
      name,
      [expect.stringMatching(/^input: \w+Input!$/)],
    ]);
    const payload = schema.getType(String(type).replace('!', ''));
    expect(isObjectType(payload) && payload.getFields().clientMutationId).toBeTruthy();
    expect(Object.keys((getNullableType(args[0]?.type) as GraphQLInputObjectType).getFields())).toEqual(
      expect.arrayContaining(['clientMutationId', 'confirmsNoPersonalData', 'confirmationReason']),
    );
  }
});

test('dates that mutations take end in On, so that the guard against dates of birth knows them from texts', () => {
  const inputs = Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .filter(({ name }) => name.endsWith('Input'));
  const fields = inputs.flatMap((type) => Object.values(type.getFields()));
  const dates = fields.filter(({ type }) => String(type).startsWith('LocalDate')).map(({ name }) => name);
  expect(dates.length).toBeGreaterThan(20);
  expect(dates.filter((name) => !name.endsWith('On'))).toEqual([]);
});

const isRootOrBuiltIn = (name: string): boolean =>
  ['Query', 'Mutation', 'String', 'Int', 'Float', 'Boolean', 'ID'].includes(name);

interface Fielded {
  readonly name: string;
  getFields(): Record<
    string,
    { name: string; description?: string | null; args?: readonly { name: string; description?: string | null }[] }
  >;
}

function silentFields(type: Fielded): string[] {
  return Object.values(type.getFields()).flatMap((field) => [
    ...(field.description ? [] : [`${type.name}.${field.name}`]),
    ...(field.args ?? []).filter(({ description }) => !description).map(({ name }) => `${type.name}.${field.name}(${name})`),
  ]);
}
