import type { LocalDate } from '../kernel/localDate';
import { dayInWords } from '../kernel/period';
import { counted } from '../kernel/text';
import type { RecurrenceBasis } from './recurrence.enums';

interface Matched {
  readonly isRepeat: boolean;
  readonly isOfSameTheme: boolean;
  readonly themeCodes: readonly string[];
}

export const basesOf = ({ isRepeat, isOfSameTheme, themeCodes }: Matched): RecurrenceBasis[] => [
  ...(isRepeat ? (['REPEAT_OF'] as const) : []),
  ...(isOfSameTheme ? (['PRIMARY_THEME'] as const) : []),
  ...(themeCodes.length > 0 && !isOfSameTheme ? (['THEME'] as const) : []),
];

interface Recurred extends Matched {
  readonly ref: string;
  readonly earlierRef: string;
  readonly actionRef: string | null;
  readonly closedOn: LocalDate;
  readonly days: number;
}

/** “Finding F2 raises finding F1 again (theme A4), 210 days after action F1/A1 was closed as effective on 3 March 2025.” */
export function recurrenceSentence({ ref, earlierRef, actionRef, closedOn, days, themeCodes }: Recurred): string {
  const theme = themeCodes.length > 0 ? ` (theme ${themeCodes.join(', ')})` : '';
  const closed = actionRef === null ? 'it was assured' : `action ${actionRef} was closed as effective`;
  return `Finding ${ref} raises finding ${earlierRef} again${theme}, ${counted(days, 'day')} after ${closed} on ${dayInWords(closedOn)}.`;
}
