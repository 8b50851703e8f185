import { forbidden } from '../kernel/errors';
import type { Actor } from './actor';
import type { Role } from './roles';

/** Who may do what: each verb of the API with the roles that may say it. A verb without an entry is nobody's. */
export type Policy = Readonly<Record<string, readonly Role[]>>;

export const mayDo = (policy: Policy, actor: Actor, verb: string): boolean => policy[verb]?.includes(actor.role) ?? false;

export function permit(policy: Policy, actor: Actor, verb: string): void {
  if (!mayDo(policy, actor, verb)) throw forbidden(`Your role (${actor.role}) may not ${inWords(verb)}.`);
}

/** recordFinding becomes "record finding". */
const inWords = (verb: string): string => verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
