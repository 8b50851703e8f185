/**
 * References are told where the thing itself is withheld, so nothing can be told by one: no words, no name, no sentence. What
 * is made up from another reference, such as LR-2026-01/F3/A1, may be somewhat longer in the database.
 */
const REFERENCE = /^(?=.*\d)(?!.*[A-Za-z]{5})(?!(?:[^A-Za-z]*[A-Za-z]){13})[A-Za-z\d./()_-]{1,40}$/;

export const referenceRule =
  'must be a reference such as LR-2026-01/F3: at most 40 letters, digits and . / - _ ( ), without blanks, with a digit, and with at most 4 letters in a row and 12 in all';

export const isReference = (text: string): boolean => REFERENCE.test(text);
