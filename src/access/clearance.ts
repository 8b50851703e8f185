import type { Actor } from './actor';
import type { Role } from './roles';

/**
 * How much of what is kept someone may read. A tier is readable from its own number on: PUBLIC 0, PARTNERSHIP 1,
 * COMMITTEE 2; what is RESTRICTED is for its group, and for those who are cleared for everything.
 */
export const clearances = { PUBLIC: 0, PARTNERSHIP: 1, COMMITTEE: 2, EVERYTHING: 3 } as const;

export type Clearance = (typeof clearances)[keyof typeof clearances];

const byRole: Partial<Record<Role, Clearance>> = {
  PARTNER_VIEWER: clearances.PARTNERSHIP,
  ADMIN: clearances.PUBLIC,
  AUDITOR: clearances.EVERYTHING,
  PRIVACY_STEWARD: clearances.EVERYTHING,
};

/** A program is a partner at most, whatever it may record. */
export function clearanceOf({ kind, role }: Pick<Actor, 'kind' | 'role'>): Clearance {
  const ofRole = byRole[role] ?? clearances.COMMITTEE;
  return kind === 'PERSON' || ofRole < clearances.PARTNERSHIP ? ofRole : clearances.PARTNERSHIP;
}

/** Who works with the committee sees that there is something they may not read; others do not. */
export const isFromOutside = (actor: Pick<Actor, 'kind' | 'role'>): boolean => clearanceOf(actor) < clearances.COMMITTEE;

/** In whose name the service reads all of a committee's record for a purpose of its own, such as counting what is published. */
export const wholeRecord = { kind: 'PERSON', role: 'AUDITOR' } as const;

/** In whose name it finds out what everyone who reads its publications may list. */
export const openRecord = { kind: 'PERSON', role: 'PARTNER_VIEWER' } as const;
