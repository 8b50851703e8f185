import {
  getArgumentValues,
  GraphQLInt,
  getNamedType,
  getNullableType,
  isListType,
  valueFromAST,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';
import { Refusal } from '../kernel/errors';
import type { Limits } from './limits';

export type Variables = Readonly<Record<string, unknown>>;
export type Field = GraphQLField<unknown, unknown>;

/** One row read is 1; what changes data is dearer, and the whole schema dearer still. */
export const MUTATION_COST = 10;
export const INTROSPECTION_COST = 1_000;

const pageArguments = ['first', 'last'];

export const isConnection = (typeName: string): boolean => typeName.endsWith('Connection');

/** The levels Relay puts between two things; they are shape, not rows. */
export function isRelayLevel(parentName: string, fieldName: string): boolean {
  if (isConnection(parentName)) return ['edges', 'nodes', 'pageInfo'].includes(fieldName);
  return parentName.endsWith('Edge') && fieldName === 'node';
}

/** What a field costs by itself when it says so in its extensions: a number, or one worked out from its arguments. */
export type OwnCost = number | ((args: Readonly<Record<string, unknown>>) => number);

export function ownCostOf(field: Field, node: FieldNode, variables: Variables): number {
  const cost = field.extensions.cost as OwnCost | undefined;
  return typeof cost === 'function' ? cost(getArgumentValues(field, node, variables)) : (cost ?? 0);
}

/** How many things this field can answer with, as far as its arguments and type say. */
export function sizeOf(field: Field, node: FieldNode, variables: Variables, limits: Limits): number {
  const pages = field.args.filter(({ name }) => pageArguments.includes(name));
  const asked = pages
    .map((argument) => pageSizeAsked(argument, { field, node, variables, limits }))
    .filter((size) => size !== undefined);
  if (asked.length > 0) return Math.max(...asked);
  if (pages.length > 0 || isConnection(getNamedType(field.type).name)) return limits.defaultPageSize;
  return isList(field.type) ? (expectedSize(field) ?? limits.plainListSize) : 1;
}

/** Some plain lists say themselves how much they usually hold. */
const expectedSize = ({ extensions }: Field): number | undefined =>
  typeof extensions.listSize === 'number' ? extensions.listSize : undefined;

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

interface Asked {
  readonly field: Field;
  readonly node: FieldNode;
  readonly variables: Variables;
  readonly limits: Limits;
}

function pageSizeAsked(argument: GraphQLArgument, { field, node, variables, limits }: Asked): number | undefined {
  const given = node.arguments?.find(({ name }) => name.value === argument.name);
  const size = given && valueFromAST(given.value, GraphQLInt, variables);
  const asked: unknown = size === undefined ? argument.defaultValue : size;
  if (typeof asked !== 'number') return undefined;
  if (asked < 0 || asked > limits.pageSize) throw pageSizeRefused(field.name, argument.name, limits);
  return asked;
}

const pageSizeRefused = (field: string, argument: string, limits: Limits): Refusal =>
  new Refusal('BAD_USER_INPUT', `The argument "${argument}" of "${field}" must be from 0 to ${limits.pageSize}.`, {
    field: `${field}.${argument}`,
    rule: 'page.size',
  });
