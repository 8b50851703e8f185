import { registerEnumType } from 'type-graphql';

/**
 * A GraphQL enum whose every value says what it means, and the object to use it by.
 * @param values value name to its plain-English description; the name is also what the database stores
 */
export function describedEnum<V extends string>(
  name: string,
  description: string,
  values: Record<V, string>,
): { readonly [K in V]: K } {
  const names = Object.keys(values) as V[];
  const members = Object.fromEntries(names.map((value) => [value, value])) as { readonly [K in V]: K };
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: values[value] }])) as {
    [K in V]: { description: string };
  };
  registerEnumType(members, { name, description, valuesConfig });
  return members;
}
