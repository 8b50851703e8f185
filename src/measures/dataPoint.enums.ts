import { describedEnum } from '../api/describedEnum';

export const DataPointStatus = describedEnum('DataPointStatus', 'How far a figure can be relied on.', {
  PROVISIONAL: 'Recorded; nobody has checked it yet.',
  VALIDATED: 'Checked against its source.',
  REVISED: 'Changed after it was recorded; the old figure is kept.',
});
export type DataPointStatus = keyof typeof DataPointStatus;
