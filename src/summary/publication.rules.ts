import { openStatuses } from '../actions/action.rules';
import type { Dimension, Summary } from '../disclosure/summary';

interface Counted {
  readonly key: string | null;
  readonly label: string | null;
  readonly count: number;
  readonly also: number;
}

/** One dimension as counted, and every key it can have, so that what has no records is told as nought and not by its absence. */
export interface CountedDimension {
  readonly name: string;
  readonly overlaps: boolean;
  readonly keys: ReadonlyMap<string, string>;
  readonly groups: readonly Counted[];
}

/** Counts of actions as disclosure control takes them: `also` counts those that are overdue, the only parts there are. */
export const actionSummary = (all: Pick<Counted, 'count' | 'also'>, dimensions: readonly CountedDimension[]): Summary => ({
  total: all.count,
  parts: [
    { key: 'OVERDUE', count: all.also },
    { key: 'NOT_OVERDUE', count: all.count - all.also },
  ],
  dimensions: dimensions.map(dimensionOf),
});

function dimensionOf({ name, overlaps, keys, groups }: CountedDimension): Dimension {
  const counted = new Map(groups.map((group) => [group.key, group]));
  // Every action has a state; it may be without a theme, an agency or a source.
  const none = name === 'STATUS' ? [] : [null];
  const all = [...new Set([...keys.keys(), ...counted.keys(), ...none])];
  return {
    name,
    overlaps,
    groups: all.map((key) => {
      const { count, also } = counted.get(key) ?? { count: 0, also: 0 };
      return { key, count, inPart: [also, count - also], neverInPart: isNeverOverdue(name, key) ? ['OVERDUE'] : [] };
    }),
  };
}

/** Only open actions can be overdue, and no action is open before an agency leads it: everyone knows these noughts. */
const isNeverOverdue = (name: string, key: string | null): boolean =>
  name === 'STATUS' ? !openStatuses.some((status) => status === key) : name === 'LEAD_AGENCY' && key === null;
