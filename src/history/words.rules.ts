import type { LocalDate } from '../kernel/localDate';

const days = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** 31 March 2026. */
export const dateInWords = (date: LocalDate): string => days.format(new Date(`${date}T00:00:00Z`));

/** What a meeting decided, as its minutes would say it. */
const decisions: Readonly<Record<string, string>> = {
  NOTE: 'noted',
  CONTINUE: 'to go on as it is',
  ACCEPT_COMPLETION: 'accepted as complete',
  REQUEST_EVIDENCE: 'more evidence asked for',
  REVISE_DATE: 'given a new due date',
  ESCALATE_TO_COG: 'put before the chief officers’ group',
  REASSIGN: 'given to another lead',
  MERGE: 'replaced by another, which goes on for both',
  STOP: 'stopped',
  REOPEN: 'opened again',
};

/** What is no kind, since it was taken out of an old pack by value, stays as it is. */
export const decisionInWords = (kind: string): string => decisions[kind] ?? kind;

/** lead_agency_id as leadAgencyId, which is how the code and the API call it. */
export const propertyOf = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** A stored value as text; null where there is none. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What people call a row, where it has a name. Nothing else is taken out of the row: to take a text out of it is to read it. */
export function nameOf(row: object): string | null {
  const named = row as Readonly<Record<string, unknown>>;
  const name = named.ref ?? named.name ?? named.displayName ?? named.display_name ?? named.title ?? named.code;
  if (typeof name === 'string') return name;
  const day = named.meetsOn ?? named.meets_on;
  return typeof day === 'string' ? `of ${dateInWords(day)}` : null;
}
