import { describedEnum } from '../api/describedEnum';

export const RecurrenceBasis = describedEnum('RecurrenceBasis', 'Why a later finding counts as raising an earlier one again.', {
  REPEAT_OF: 'People recorded that it repeats the earlier finding.',
  PRIMARY_THEME: 'Both have the same main theme.',
  THEME: 'They share a theme.',
});
export type RecurrenceBasis = keyof typeof RecurrenceBasis;

export const ClosureKind = describedEnum('ClosureKind', 'How the earlier finding had been closed as effective.', {
  ACTION_SIGNED_OFF: 'A meeting signed off an action that answers it, and there was evidence of impact: level 3 or more.',
  FINDING_ASSURED: 'A meeting found it assured: that evidence shows it was answered.',
});
export type ClosureKind = keyof typeof ClosureKind;
