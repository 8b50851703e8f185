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
export const everyField = (type: Composite, depth: number, without: readonly string[] = []): string =>
  askable(type, without)
    .map((field) => selectionOf(field, depth, without))
    .join(' ');

const askable = (type: Composite, without: readonly string[]): GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields())
    .filter(({ name }) => !without.includes(name))
    .filter(({ args }) => !args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined));

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

/**
 * Documents for each list at the root that together ask its first rows for all that belongs to them, two levels down, each as
 * much as one request may be.
 */
export function everyList(schema: GraphQLSchema, without: readonly string[] = []): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const type = getNamedType(field.type) as Composite;
    const node = nodeOf(type);
    if (!node) return [];
    const asking = (selections: readonly string[]): string =>
      `{ ${field.name}(first: ${FEW}) { ${totalOf(type)} nodes { __typename ${selections.join(' ')} } pageInfo { endCursor } } }`;
    const isFit = (selections: readonly string[]): boolean => isWithinLimits(schema, asking(selections));
    const selections = askable(node, without).map(
      (each) => [2, 1, 0].map((depth) => selectionOf(each, depth, without)).find((text) => isFit([text])) ?? '',
    );
    return packed(selections, isFit).map(asking);
  });
}

/** As few lots as it takes, in order. */
function packed(items: readonly string[], isFit: (lot: readonly string[]) => boolean): string[][] {
  const lots: string[][] = [[]];
  for (const item of items) {
    const last = lots.at(-1) ?? [];
    if (isFit([...last, item])) last.push(item);
    else lots.push([item]);
  }
  return lots;
}

function isWithinLimits(schema: GraphQLSchema, text: string): boolean {
  try {
    parse(text, { maxTokens: defaultLimits.tokens });
  } catch {
    return false;
  }
  return costOf(schema, text) <= defaultLimits.cost;
}

function costOf(schema: GraphQLSchema, text: string): number {
  const document = parse(text);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return weigh({ schema, document, operation, variables: {}, limits: defaultLimits }).cost;
}
