import { dateAt } from '../kernel/localDate';
import { ownerTypes, type ReadChange, type ReadField } from './sentenceFacts.rules';
import { dateInWords } from './words.rules';

const MOST_DETAILS = 3;
const MOST_LETTERS = 120;

/** PdsaCycle as "PDSA cycle". */
export const wordsOf = (name: string): string =>
  name
    .replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase()
    .replace(/\bpdsa\b/, 'PDSA');

const things: Readonly<Record<string, string>> = { RedateRequest: 'request for a new due date' };

export const thingOf = (typeName: string): string => things[typeName] ?? wordsOf(typeName);

/** By its own name, or by that of what it belongs to. */
export function called({ typeName, name, how, fields }: ReadChange): string {
  const thing = `the ${thingOf(typeName)}`;
  if (name) return `${thing} ${name}`;
  const owner = how === 'CHANGED' ? undefined : firstOf(Object.keys(ownerTypes), fields);
  return owner ? `${thing} of ${ownerIn(owner)}` : thing;
}

/** The field of the first key that a row has. */
export const firstOf = (keys: readonly string[], fields: readonly ReadField[]): ReadField | undefined =>
  keys.map((key) => fields.find(({ field, before, after }) => field === key && (after ?? before) !== null)).find((each) => each);

/** What a key leads to: "the action MA-2026-01/F1/A1". */
export const ownerIn = ({ field, before, after }: ReadField): string =>
  `the ${thingOf(ownerTypes[field] ?? field.slice(0, -2))} ${after ?? before ?? ''}`;

export const madeOf = (changes: readonly ReadChange[], typeName: string): ReadChange | undefined =>
  changes.find((change) => change.typeName === typeName && change.how === 'MADE');

export const changeOf = (changes: readonly ReadChange[], typeName: string): ReadChange | undefined =>
  changes.find((change) => change.typeName === typeName && change.how === 'CHANGED');

export const fieldOf = (change: ReadChange | undefined, name: string): ReadField | undefined =>
  change?.fields.find(({ field }) => field === name);

export const valueOf = (change: ReadChange | undefined, name: string): string | null => fieldOf(change, name)?.after ?? null;

export const because = (reason: string | null): string => (reason ? `, because: “${reason}”` : '');

/** What differs, as far as it fits; a single one that is left is told rather than counted. */
export function details(change: ReadChange | undefined): string {
  const fields = change?.fields ?? [];
  const most = fields.length === MOST_DETAILS + 1 ? fields.length : MOST_DETAILS;
  const told = fields.slice(0, most).map(detail);
  const more = fields.length - told.length;
  return told.length === 0 ? '' : ` (${[...told, ...(more > 0 ? [`${more} more facts`] : [])].join('; ')})`;
}

function detail({ field, before, after }: ReadField): string {
  const name = wordsOf(field.replace(/Id$/, ''));
  const what = isMoment(after ?? before) ? name.replace(/ at$/, ' on') : name;
  if (before === null) return `${what} is now ${inWords(after)}`;
  if (after === null) return `${what} was ${inWords(before)} and is no longer given`;
  return `${what} from ${inWords(before)} to ${inWords(after)}`;
}

export const listed = (names: readonly string[]): string => {
  const distinct = [...new Set(names)];
  const more = distinct.length - MOST_DETAILS;
  return more > 0 ? `${distinct.slice(0, MOST_DETAILS).join(', ')} and ${more} more` : distinct.join(', ');
};

const isMoment = (value: string | null): boolean =>
  value !== null && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}(:\d{2})?)$/.test(value);

/** APPROVED as "approved", also in a list, a date in words, a moment by its day, a text in quotation marks. */
export function inWords(value: string | null): string {
  if (value === null) return 'nothing';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateInWords(value);
  if (isMoment(value)) return dateInWords(dateAt(new Date(value)));
  if (value === '[]') return 'nothing';
  if (/^\["[A-Z_]+"(,"[A-Z_]+")*\]$/.test(value)) return value.slice(2, -2).split('","').map(inWords).join(', ');
  if (/^[A-Z][A-Z_]+$/.test(value)) return value.toLowerCase().replaceAll('_', ' ');
  if (/^-?[\d.]+$|^(true|false)$/.test(value)) return value;
  return `“${value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS - 1)}…` : value}”`;
}
