/** Whether a text says nothing: it is missing, empty or only white space. */
export const isBlank = (text: string | null): boolean => !text?.trim();

/** A text that nobody withholds from a verb: what is withheld is refused before. @throws when it was withheld after all */
export function told(text: string | null): string {
  if (text === null) throw new Error('A verb came to work with a text that is withheld.');
  return text;
}

/** "1 action", "3 actions". */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
