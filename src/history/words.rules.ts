import type { LocalDate } from '../kernel/localDate';

const days = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** 31 March 2026. */
export const dateInWords = (date: LocalDate): string => days.format(new Date(`${date}T00:00:00Z`));

/** lead_agency_id as leadAgencyId, which is how the code and the API call it. */
export const propertyOf = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** A stored value as text; null where there is none. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What people call a row, where it has a name. */
export function nameOf(row: Readonly<Record<string, unknown>>): string | null {
  const name = row.ref ?? row.name ?? row.displayName ?? row.display_name ?? row.title ?? row.code;
  return typeof name === 'string' ? name : null;
}
