import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
  TokenKind,
  type DocumentNode,
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
    const sizeOf = (selection: string): Size => sizeOfDocument(schema, asking([selection]));
    const selections = askable(node, without).map(
      (each) => [2, 1, 0].map((depth) => selectionOf(each, depth, without)).find((text) => isFit(sizeOf(text))) ?? '',
    );
    return packed(selections, sizeOf).map(asking);
  });
}

interface Size {
  readonly tokens: number;
  readonly cost: number;
}

const isFit = ({ tokens, cost }: Size): boolean => tokens <= defaultLimits.tokens && cost <= defaultLimits.cost;

const sum = (one: Size, other: Size): Size => ({ tokens: one.tokens + other.tokens, cost: one.cost + other.cost });

/** As few lots as it takes, in order. */
function packed(items: readonly string[], sizeOf: (item: string) => Size): string[][] {
  const lots: string[][] = [[]];
  let size: Size = { tokens: 0, cost: 0 };
  for (const item of items) {
    const more = sizeOf(item);
    const isRoom = isFit(sum(size, more));
    size = isRoom ? sum(size, more) : more;
    if (isRoom) lots.at(-1)?.push(item);
    else lots.push([item]);
  }
  return lots;
}

function sizeOfDocument(schema: GraphQLSchema, text: string): Size {
  const document = parse(text);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const { cost } = weigh({ schema, document, operation, variables: {}, limits: defaultLimits });
  return { tokens: tokensOf(document), cost };
}

function tokensOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken.next; token && token.kind !== TokenKind.EOF; token = token.next) tokens += 1;
  return tokens;
}
