import type { Role } from '../access/roles';
import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import { addMonths } from '../kernel/period';

const LONGEST_LIFE_MONTHS = 24;

export function requireExpiry(expiresOn: LocalDate, today: LocalDate): void {
  if (expiresOn >= today && expiresOn <= addMonths(today, LONGEST_LIFE_MONTHS)) return;
  throw ruleBroken('serviceKey.expiry', 'A key lasts from today to at most two years ahead.', 'input.expiresOn');
}

const programRoles: readonly Role[] = ['PARTNER_VIEWER', 'DATA_ANALYST'];

/** Whoever decides is a person. */
export function requireProgramRole(role: Role): void {
  if (programRoles.includes(role)) return;
  throw ruleBroken('serviceAccount.role', `A program may be ${programRoles.join(' or ')}, and nothing else.`, 'input.role');
}

/** A plain partner sees what any partner may; whoever manages access gives no more than that without the chair. */
export const needsConfirmation = ({ role, agencyId }: { readonly role: Role; readonly agencyId: string | null }): boolean =>
  role !== 'PARTNER_VIEWER' || agencyId !== null;
