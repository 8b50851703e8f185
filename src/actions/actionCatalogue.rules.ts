import { askedNumber, type AskedNumber, type Catalogue } from '../disclosure/catalogue';
import { fromGlobalId } from '../kernel/globalId';

/** What counts of actions are published by: one dimension for each of these fields of a filter, crossed with overdue alone. */
const catalogue: Catalogue = {
  dimensionOf: { statuses: 'STATUS', themeCodes: 'THEME', leadAgencyIds: 'LEAD_AGENCY', sourceKinds: 'SOURCE_KIND' },
  partOf: { isOverdue: { true: 'OVERDUE', false: 'NOT_OVERDUE' } },
};

/** The published number that a filter asks for; null where no publication holds it. */
export function askedActions(filter: object | null | undefined): AskedNumber | null {
  const asked = { ...filter } as Readonly<Record<string, unknown>>;
  const ids = asked.leadAgencyIds as readonly string[] | null | undefined;
  return askedNumber({ ...asked, leadAgencyIds: ids?.map((id) => fromGlobalId(id)?.id) }, catalogue);
}
