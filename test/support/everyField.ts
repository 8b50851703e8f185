import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { weigh } from '../../src/graphql/cost';
import { defaultLimits } from '../../src/graphql/limits';

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** How many rows of a list within a list are asked for. */
const FEW = 2;

/** Every field that can be asked of a type without arguments, `depth` levels down, as text; those named in `without` are left out. */
export function everyField(type: Composite, depth: number, without: readonly string[] = []): string {
  return Object.values(type.getFields())
    .filter(({ name }) => !without.includes(name))
    .filter(({ args }) => !args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined))
    .map((field) => selectionOf(field, depth, without))
    .join(' ');
}

function selectionOf(field: GraphQLField<unknown, unknown>, depth: number, without: readonly string[]): string {
  const type = getNamedType(field.type);
  if (isScalarType(type) || isEnumType(type)) return field.name;
  if (depth === 0 || !(isObjectType(type) || isInterfaceType(type))) return '';
  const node = nodeOf(type);
  if (!node) return `${field.name} { __typename ${everyField(type, depth - 1, without)} }`;
  return `${field.name}(first: ${FEW}) { ${totalOf(type)} nodes { __typename ${everyField(node, depth - 1, without)} } }`;
}

function nodeOf(type: Composite): Composite | undefined {
  const nodes = type.name.endsWith('Connection') ? type.getFields().nodes : undefined;
  return nodes && (getNamedType(nodes.type) as Composite);
}

/** Asked where the list tells how many rows it has. */
const totalOf = (type: Composite): string => (type.getFields().totalCount ? 'totalCount' : '');

/** One document for each list at the root: its first rows with all that belongs to them, as much as one request may cost. */
export function everyList(schema: GraphQLSchema, without: readonly string[] = []): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const type = getNamedType(field.type) as Composite;
    const node = nodeOf(type);
    if (!node) return [];
    const sizes = [2, 1].flatMap((depth) => [2, 1].map((first) => ({ depth, first })));
    const documents = sizes.map(
      ({ depth, first }) =>
        `{ ${field.name}(first: ${first}) { ${totalOf(type)} nodes { __typename ${everyField(node, depth, without)} } pageInfo { endCursor } } }`,
    );
    return documents.find((document) => costOf(schema, document) <= defaultLimits.cost) ?? [];
  });
}

function costOf(schema: GraphQLSchema, text: string): number {
  const document = parse(text);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return weigh({ schema, document, operation, variables: {}, limits: defaultLimits }).cost;
}
