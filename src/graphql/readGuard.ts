import {
  defaultFieldResolver,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { Actor } from '../access/actor';
import { readersOfField, readersOfType, type Reading } from '../access/reading';
import { everyone, type Role } from '../access/roles';
import { Refusal } from '../kernel/errors';

type Asking = { readonly actor: Actor };
type Guarded = GraphQLField<unknown, Asking>;
type Resolve = GraphQLFieldResolver<unknown, Asking>;

/**
 * Puts the reading policies before the fields of a schema. Every way to a thing is a field that gives its type, so a new
 * field of a type is as closed as the type is, and a new type is content until a policy says more.
 */
export function guardReading(schema: GraphQLSchema, reading: Reading): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const type of types.filter((each) => !each.name.startsWith('__') && each !== schema.getMutationType())) {
    const fields: readonly Guarded[] = Object.values(type.getFields());
    for (const field of fields) guardField(`${type.name}.${field.name}`, field, reading);
  }
  return schema;
}

function guardField(coordinate: string, field: Guarded, reading: Reading): void {
  const type = getNamedType(field.type);
  const resolve = field.resolve ?? (defaultFieldResolver as Resolve);
  if (isInterfaceType(type)) field.resolve = hiding(resolve, reading);
  else {
    const readers = isLeafType(type) ? (reading[coordinate] ?? everyone) : readersOfField(reading, coordinate, type.name);
    if (everyone.some((role) => !readers.includes(role))) field.resolve = refusing(resolve, readers, field.name);
  }
}

const refusing =
  (resolve: Resolve, readers: readonly Role[], name: string): Resolve =>
  (source, args, context, info) => {
    const { role } = context.actor;
    if (!readers.includes(role)) {
      throw new Refusal('FORBIDDEN', `Your role (${role}) may not read ${inWords(name)}.`, { rule: 'access.reading' });
    }
    return resolve(source, args, context, info);
  };

/** Something fetched by its id alone is as if it did not exist for whoever may not read its type. */
const hiding =
  (resolve: Resolve, reading: Reading): Resolve =>
  async (source, args, context, info) => {
    const value: unknown = await resolve(source, args, context, info);
    const isHidden = value instanceof Object && !readersOfType(reading, value.constructor.name).includes(context.actor.role);
    return isHidden ? null : value;
  };

/** serviceKeys becomes "service keys". */
const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
