import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';

const takesNothing = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined);

export const isNode = (type: GraphQLNamedType): boolean =>
  (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')) || type.name === 'Node';

/** All there is to read of a type: its facts, the ids of what it leads to, and what has no id of its own, expanded; without the fields named. */
export function everything(type: GraphQLObjectType, above: readonly string[] = [], without: readonly string[] = []): string {
  const fields = Object.values(type.getFields())
    .filter((field) => takesNothing(field) && !without.includes(field.name))
    .flatMap((field) => {
      const to = getNamedType(field.type);
      if (isLeafType(to)) return [field.name];
      if (isNode(to)) return [`${field.name} { __typename id }`];
      if (!isObjectType(to) || above.includes(to.name)) return isInterfaceType(to) ? [`${field.name} { __typename }`] : [];
      return [`${field.name} { ${everything(to, [...above, type.name], without)} }`];
    });
  return ['__typename', ...fields].join(' ');
}
