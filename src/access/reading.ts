import { everyone, type Role } from './roles';

/**
 * Who may read what: a type by its name, or one field as `Query.events`. What nobody names is content, and content is for
 * everyone who works with the committee; who manages access sees only what is named for everyone.
 */
export type Reading = Readonly<Record<string, readonly Role[]>>;

export const allBut = (...roles: readonly Role[]): readonly Role[] => everyone.filter((role) => !roles.includes(role));

const content = allBut('ADMIN');

/** Pages of a type, and what can be done with it, go by the type itself. */
const SHAPES = /(Connection|Edge|ViewerCan)$/;

export const readersOfType = (reading: Reading, typeName: string): readonly Role[] =>
  reading[typeName.replace(SHAPES, '')] ?? content;

export function readersOfField(reading: Reading, field: string, typeName: string): readonly Role[] {
  const ofType = readersOfType(reading, typeName);
  return reading[field]?.filter((role) => ofType.includes(role)) ?? ofType;
}
