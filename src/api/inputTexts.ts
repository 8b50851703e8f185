import { wordsOfAddress } from '../kernel/webAddress';
import { isNarrativeOf } from './inputFields';

/** Ids and dates are checked by their own types; a test holds their names to these endings. */
const NOT_A_TEXT = /(?:Id|Ids\.\d+|On|\.id|\.sha256)$/;
const WEB_ADDRESS = /\.url$/;

/** A text that somebody sends, and where it stands in the input, for example `input.questions.0.text`. */
export interface InputText {
  readonly field: string;
  readonly text: string;
  /** Whether it stands where people write in their own words. */
  readonly isNarrative: boolean;
}

/** Where the sender's own name for a request stands: it is no fact, but it is kept. */
export const REQUEST_NAME = 'input.clientMutationId';

/** Every text of an input, however deep it lies, so that no new input can be forgotten. */
export function textsIn(value: unknown, field = 'input', isNarrative = false): InputText[] {
  if (typeof value === 'string') return isLookedAt(field) ? [{ field, text: asRead(value, field), isNarrative }] : [];
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  const isOwn = (key: string): boolean => (Array.isArray(value) ? isNarrative : isNarrativeOf(value, key));
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${field}.${key}`, isOwn(key)));
}

const isLookedAt = (field: string): boolean => field === REQUEST_NAME || !NOT_A_TEXT.test(field);

/** A web address is read as what it says. */
const asRead = (text: string, field: string): string => (WEB_ADDRESS.test(field) ? wordsOfAddress(text) : text);
