export const A_DAY = 86_400_000;

const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** Milliseconds of a day YYYY-MM-DD (or the first of a month YYYY-MM) in UTC; null for anything else. */
export function momentOf(period: string): number | null {
  const parts = DATE.exec(period);
  if (!parts) return null;
  const [month, day] = [Number(parts[2]) - 1, Number(parts[3] ?? 1)];
  const date = new Date(0);
  date.setUTCFullYear(Number(parts[1]), month, day);
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date.getTime() : null;
}

/** The first moment of a month counted from January of year 0; `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
export function startOfMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month - 12 * Math.floor(month / 12), 1);
  return date.getTime();
}

/** The number of a month, counted from January of year 0. */
export function monthOf(moment: number): number {
  const date = new Date(moment);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
