import type { RowReads } from '../store/rowReads';
import { Recurrence } from './recurrence.type';

export type RecurrenceKey = 'findingId' | 'earlierFindingId' | 'actionId' | 'closureId';

/** The recurrences in which a row has this part, the earliest first. */
export async function recurrencesAt(reads: RowReads, by: RecurrenceKey, id: string): Promise<Recurrence[]> {
  const byId = await reads.once(`recurrences by ${by}`, async () => groupedBy(await reads.all(Recurrence), by));
  return byId.get(id) ?? [];
}

function groupedBy(recurrences: readonly Recurrence[], by: RecurrenceKey): Map<string | null, Recurrence[]> {
  const groups = new Map<string | null, Recurrence[]>();
  for (const each of [...recurrences].sort(byDayRaised)) groups.set(each[by], [...(groups.get(each[by]) ?? []), each]);
  return groups;
}

const byDayRaised = (one: Recurrence, other: Recurrence): number =>
  one.raisedOn < other.raisedOn ? -1 : one.raisedOn > other.raisedOn ? 1 : 0;
