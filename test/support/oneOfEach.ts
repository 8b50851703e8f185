import type { DataSource } from 'typeorm';
import { entities } from '../../src/entities';
import { toGlobalId } from '../../src/kernel/globalId';
import { CommitteeRow } from '../../src/store/row';

/** One row of every type that belongs to a committee, as global ids by type name. */
export type OneOfEach = Readonly<Record<string, string>>;

export async function oneOfEach(dataSource: DataSource, committeeId: string): Promise<OneOfEach> {
  const [agency] = await dataSource.query<{ agency_id: string }[]>(
    'select agency_id from committee_agency where committee_id = $1',
    [committeeId],
  );
  const ids: Record<string, string> = {
    Committee: toGlobalId('Committee', committeeId),
    Agency: toGlobalId('Agency', agency?.agency_id ?? ''),
  };
  const [event] = await dataSource.query<{ id: string }[]>('select id from event where committee_id = $1 limit 1', [committeeId]);
  ids.Event = toGlobalId('Event', event?.id ?? '');
  const [read] = await dataSource.query<{ id: string }[]>('select id from restricted_read where committee_id = $1 limit 1', [
    committeeId,
  ]);
  if (read) ids.RestrictedRead = toGlobalId('RestrictedRead', read.id);
  for (const type of entities.filter((each) => each.prototype instanceof CommitteeRow)) {
    const table = dataSource.getMetadata(type).tableName;
    const [row] = await dataSource.query<{ id: string }[]>(
      `select id from ${table} where committee_id = $1 order by recorded_at, id limit 1`,
      [committeeId],
    );
    if (row) ids[type.name] = toGlobalId(type.name, row.id);
  }
  return ids;
}
