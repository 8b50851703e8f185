import { isUuid } from './uuid';

/** The opaque id a client sees: the type's name and the row's uuid, so that node(id) knows where to look. */
export const toGlobalId = (typeName: string, id: string): string => Buffer.from(`${typeName}:${id}`).toString('base64url');

/** Null for anything that was never one of our ids: callers answer that exactly as they answer an unknown id. */
export function fromGlobalId(globalId: string): { typeName: string; id: string } | null {
  const [typeName, id, ...rest] = Buffer.from(globalId, 'base64url').toString('utf8').split(':');
  if (!typeName || !id || rest.length > 0 || !isUuid(id)) return null;
  return toGlobalId(typeName, id) === globalId ? { typeName, id } : null;
}
