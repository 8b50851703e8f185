import { narrativeNames } from './inputFields';

/** Ids, dates and web addresses are checked by their own types; a test holds their names to these endings. */
const NOT_A_TEXT = /(?:Id|Ids\.\d+|On|\.id|\.url|\.sha256)$/;

/** A text that somebody sends, and where it stands in the input, for example `input.questions.0.text`. */
export interface InputText {
  readonly field: string;
  readonly text: string;
}

/** Where the sender's own name for a request stands: it is no fact, but it is kept. */
export const REQUEST_NAME = 'input.clientMutationId';

/** Every text of an input, however deep it lies, so that no new input can be forgotten. */
export function textsIn(value: unknown, field = 'input'): InputText[] {
  if (typeof value === 'string') return NOT_A_TEXT.test(field) && field !== REQUEST_NAME ? [] : [{ field, text: value }];
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${field}.${key}`));
}

/** Whether a text stands where people write in their own words. */
export const isNarrative = ({ field }: InputText): boolean =>
  narrativeNames.has(field.replace(/(\.\d+)+$/, '').replace(/^.*\./, ''));
