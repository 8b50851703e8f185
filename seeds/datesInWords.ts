const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Dates in figures as people write them, 25 April 2022: in figures they could be taken for a date of birth. */
export const datesInWords = (text: string): string =>
  text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => longDate.format(new Date(`${day}T00:00:00Z`)));
