import { Refusal } from '../kernel/errors';
import type { Actor } from './actor';
import type { Permission } from './policy';

/** A verb without a permission is nobody's. */
export const mayDo = (permission: Pick<Permission, 'by'> | undefined, { role }: Actor): boolean =>
  permission?.by.includes(role) ?? false;

/** Why a role may not say a verb, whatever it is about; null when it may. */
export const roleRefusal = (permission: Pick<Permission, 'by'>, actor: Actor, verb: string): Refusal | null =>
  mayDo(permission, actor)
    ? null
    : new Refusal('FORBIDDEN', `Your role (${actor.role}) may not ${inWords(verb)}.`, { rule: 'access.role' });

/** recordFinding becomes "record finding". */
const inWords = (verb: string): string => verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
