/** Whether a text says nothing: it is missing, empty or only white space. */
export const isBlank = (text: string | null): boolean => !text?.trim();
