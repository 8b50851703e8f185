import type { ActionStatus } from '../actions/action.enums';
import type { LocalDate } from '../kernel/localDate';

/* The words that conditions on the thread are written in: pieces of SQL, made of nothing that a client sent. */

/** The least level of evidence that shows impact: practice changed. */
export const LEAST_IMPACT = 3;

export const doneStatuses: readonly ActionStatus[] = ['COMPLETE_AWAITING_SIGN_OFF', 'SIGNED_OFF', 'EMBEDDED'];
export const oneOf = (column: string, values: readonly string[]): string =>
  `${column} in (${values.map((value) => `'${value}'`).join(', ')})`;

/**
 * No reason was given, in a column of the row. One that is withheld from the reader was given; only where readers are kept from
 * something do rows say so, the tables themselves do not.
 */
export const hasNoReason = (column: string): string => `coalesce(btrim(r.${column}), '') = ''
  and to_jsonb(r) ->> 'row_withheld' is null and not coalesce(jsonb_exists(to_jsonb(r) -> 'row_quarantined', '${column}'), false)`;

/** Days are Scotland's, as everywhere. */
export const dayOf = (moment: string): string => `(${moment} at time zone 'Europe/London')::date`;

export const dayLiteral = (day: LocalDate): string => `date '${day}'`;

/** Names something that follows from rows: the same for the same rows, and another for any other. */
export const derivedId = (...parts: readonly string[]): string =>
  `substr(encode(sha256(convert_to(concat_ws('/', ${parts.join(', ')}), 'UTF8')), 'hex'), 1, 32)::uuid`;

/** The day on which a column of a row last changed, by the events; null for a row from before there were events. */
export const lastChange = (table: string, id: string, column = 'status'): string => `(
  select max(${dayOf('e.moment')}) from event_subject es join event e on e.id = es.event_id
  join event_change k on k.event_id = e.id and k.row_id = es.subject_id and k.kind = '${table}'
  where es.subject_id = ${id} and jsonb_exists(k.after, '${column}'))`;

/** The day on which a row first came into a state. */
export const firstInState = (table: string, id: string, status: string): string => `(
  select min(${dayOf('e.moment')}) from event_subject es join event e on e.id = es.event_id
  join event_change k on k.event_id = e.id and k.row_id = es.subject_id and k.kind = '${table}'
  where es.subject_id = ${id} and k.after ->> 'status' = '${status}')`;
