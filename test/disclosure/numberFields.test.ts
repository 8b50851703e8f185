import { getNamedType, isNonNullType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { entities } from '../../src/entities';
import { makeSchema } from '../../src/graphql/schema';
import { openLists, otherFields, protectedFields, untoldLists } from './numberFields';

let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await makeSchema();
});

const objects = (): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && name !== 'Mutation' && !/(Connection|Edge)$/.test(name));

const ancestryOf = (type: object | null): unknown[] =>
  type === null ? [] : [type, ...ancestryOf(Object.getPrototypeOf(type) as object | null)];

/** The columns of each entity, those of its ancestors included: a text in one of them was typed by people. */
const columnsOf = new Map(
  entities.map((entity) => {
    const ancestry = ancestryOf(entity);
    const columns = getMetadataArgsStorage().columns.filter(({ target }) => ancestry.includes(target));
    return [entity.name, columns.map(({ propertyName }) => propertyName)];
  }),
);

/** How often a record was changed, where it stands among its siblings, and what the sender called the request. */
const ofEveryRow = ['version', 'position', 'clientMutationId'];

function fieldsWithNumbers(): string[] {
  return objects().flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ name }) => !ofEveryRow.includes(name))
      .filter((field) => {
        const kind = getNamedType(field.type).name;
        const isTyped = columnsOf.get(type.name)?.includes(field.name) ?? false;
        return kind === 'Int' || kind === 'Float' || (kind === 'String' && !isTyped);
      })
      .map(({ name }) => `${type.name}.${name}`),
  );
}

/** Texts in columns that are none of people's. */
const isStoredText = (field: string): boolean =>
  ['PlanSeal.canonicalText', 'PlanSeal.sha256', 'Event.hash', 'AgendaItem.why'].includes(field);

test('every field with a number has its treatment, and every treatment its field', () => {
  const treated = [...Object.keys(protectedFields), ...otherFields.flatMap(({ fields }) => fields)];
  expect(treated.filter((field, i) => treated.indexOf(field) !== i)).toEqual([]);
  expect(treated.filter((field) => !isStoredText(field)).sort()).toEqual(fieldsWithNumbers().sort());
});

test.each(Object.entries(protectedFields))('%s may be null, and %s says why', (field, toldBy) => {
  const [type = '', name = ''] = field.split('.');
  const fields = (schema.getType(type) as GraphQLObjectType).getFields();
  expect(isNonNullType(fields[name]?.type)).toBe(false);
  expect(String(fields[toldBy]?.type)).toBe('Disclosure!');
});

test('the total of every list may be hidden, but of those that are open and those that have none', () => {
  const lists = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => name.endsWith('Connection'));
  expect(lists.length).toBeGreaterThan(15);
  const promised = lists.filter((type) => isNonNullType(type.getFields().totalCount?.type));
  expect(promised.map(({ name }) => name.replace('Connection', '')).sort()).toEqual([...openLists].sort());
  const nameOf = ({ name }: GraphQLObjectType): string => name.replace('Connection', '');
  expect(lists.filter((type) => !type.getFields().totalCount).map(nameOf)).toEqual(untoldLists);
  for (const type of lists) {
    const isUntold = untoldLists.includes(nameOf(type));
    expect(String(type.getFields().totalCountDisclosure?.type)).toBe(isUntold ? 'undefined' : 'Disclosure!');
  }
});
