import { actions, overdueSql } from '../actions/action.lists';
import { ActionStatus } from '../actions/action.enums';
import { Agency } from '../committees/agency.entity';
import { CommitteeAgency } from '../committees/committeeLinks.entity';
import type { Summary } from '../disclosure/summary';
import { Theme } from '../reference/theme.entity';
import { SourceKind } from '../sources/source.enums';
import type { Labels } from '../store/publications';
import type { Store } from '../store/store';
import { groupings, whole, type StoredGrouping } from './actionGroups.lists';
import { actionSummary, type CountedDimension } from './publication.rules';

/** What there is to publish of the actions of a committee, as the store sees them. */
export async function countActions(store: Store): Promise<{ summary: Summary; labels: Labels }> {
  const count = (name: keyof typeof groupings | null) =>
    store.groups(actions, null, { ...(name === null ? whole : groupings[name]), also: overdueSql });
  const keys = await keysOf(store);
  const dimensions: CountedDimension[] = [];
  for (const name of Object.keys(groupings) as StoredGrouping[]) {
    dimensions.push({ name, overlaps: overlapping.includes(name), keys: keys[name], groups: await count(name) });
  }
  const [all] = await count(null);
  const labels = dimensions.map(({ name, groups, ...dimension }) => [
    name,
    Object.fromEntries([...dimension.keys, ...groups.map(({ key, label }) => [key ?? '', label ?? ''] as const)]),
  ]);
  return { summary: actionSummary(all ?? { count: 0, also: 0 }, dimensions), labels: Object.fromEntries(labels) as Labels };
}

/** An action answers findings with several themes, and from several sources. */
const overlapping: readonly StoredGrouping[] = ['THEME', 'SOURCE_KIND'];

async function keysOf(store: Store): Promise<Readonly<Record<StoredGrouping, ReadonlyMap<string, string>>>> {
  const agenciesOf = { through: CommitteeAgency, parent: 'committeeId', child: 'agencyId' };
  const [themes, agencies] = await Promise.all([store.all(Theme), store.linked(Agency, agenciesOf, store.committeeId, ['name'])]);
  const named = (values: object) => new Map(Object.keys(values).map((value) => [value, value]));
  return {
    STATUS: named(ActionStatus),
    THEME: new Map(themes.map(({ code, label }) => [code, label])),
    LEAD_AGENCY: new Map(agencies.map(({ id, name }) => [id, name])),
    SOURCE_KIND: named(SourceKind),
  };
}
