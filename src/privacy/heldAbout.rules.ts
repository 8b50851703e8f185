import { dateInWords, propertyOf, textOf } from '../history/words.rules';
import { dateAt } from '../kernel/localDate';

/** What a row says, without what is only of use to the database. */
export function factsInWords(facts: Readonly<Record<string, unknown>>): { field: string; value: string | null }[] {
  return Object.entries(facts)
    .filter(([column, value]) => !machinery.has(column) && value !== null)
    .map(([column, value]) => ({ field: propertyOf(column), value: textOf(value) }))
    .sort((one, other) => (one.field < other.field ? -1 : 1));
}

const machinery: ReadonlySet<string> = new Set([
  ...['id', 'committee_id', 'version', 'row_tier', 'row_withheld', 'row_quarantined'],
  ...['hash', 'request_hash', 'answer', 'key_hash'],
]);

/** lead_member_id as leadMember. */
export const roleOf = (column: string): string => propertyOf(column.replace(/_id$/, ''));

interface Told {
  readonly typeName: string;
  readonly as: string;
  readonly name: string | null;
  readonly from: Date;
  readonly until: Date | null;
}

export function heldSentence({ typeName, as, name, from, until }: Told): string {
  const since = dateInWords(dateAt(from));
  const time = until ? `from ${since} to ${dateInWords(dateAt(until))}` : `since ${since}`;
  return `The ${inWords(typeName)}${name ? ` ${name}` : ''} names the member as ${inWords(as)} ${time}.`;
}

const inWords = (name: string): string =>
  name
    .replace(/_/g, ' ')
    .replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase()
    .replace(/\bpdsa\b/, 'PDSA');
