import { hidden, type Disclosed } from './disclosed';
import type { DisclosedSummary } from './summary';

/** Which fields of a filter ask for something that a summary holds: one field for each dimension, and values of one for the parts. */
export interface Catalogue {
  /** The name of the dimension that a filter field asks for. */
  readonly dimensionOf: Readonly<Record<string, string>>;
  /** The part that a value of a filter field asks for, by field and value: `{ isOverdue: { true: 'OVERDUE' } }`. */
  readonly partOf: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A filter as given: null and undefined are no condition; a list means any of its values. */
export type AskedFilter = Readonly<Record<string, unknown>>;

/** One number of a summary: a group, a part, both together, or the total. */
export interface AskedNumber {
  readonly group: { readonly dimension: string; readonly key: string | null } | null;
  readonly part: string | null;
}

/**
 * What a filter asks for, or null where no publication holds it. Only single values of at most one dimension and one part can be
 * asked for: unions and other conditions, answered beside the publication, would let small numbers be worked out as differences.
 */
export function askedNumber(filter: AskedFilter, { dimensionOf, partOf }: Catalogue): AskedNumber | null {
  let asked: AskedNumber = { group: null, part: null };
  for (const [field, given] of Object.entries(filter)) {
    if (given === null || given === undefined) continue;
    const [value, ...more] = Array.isArray(given) ? (given as readonly unknown[]) : [given];
    const dimension = dimensionOf[field];
    const part = partOf[field]?.[keyOf(value)];
    if (value === undefined || more.length > 0) return null;
    if (dimension !== undefined && asked.group === null) asked = { ...asked, group: { dimension, key: keyOf(value) } };
    else if (part !== undefined && asked.part === null) asked = { ...asked, part };
    else return null;
  }
  return asked;
}

/** The one answer to a question for a count, the same by every door. */
export function publishedNumber({ total, parts, dimensions }: DisclosedSummary, asked: AskedNumber | null): Disclosed {
  const nowhere = hidden('NOT_PUBLISHED');
  if (asked === null) return nowhere;
  const part = parts.findIndex(({ key }) => key === asked.part);
  if (asked.part !== null && part < 0) return nowhere;
  if (asked.group === null) return asked.part === null ? total : (parts[part]?.count ?? nowhere);
  const { dimension, key } = asked.group;
  const group = dimensions.find(({ name }) => name === dimension)?.groups.find((one) => one.key === key);
  return (asked.part === null ? group?.count : group?.inPart[part]) ?? nowhere;
}

/** What is neither text, number nor flag names nothing that is published. */
const keyOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
