import type { DataSource } from 'typeorm';
import type { Founded } from '../src/store/founding';
import { loadPublishedCommittees } from './publishedCommittees';
import { publishedRecord } from './publishedRecord';
import { loadStrathfinella } from './strathfinella/strathfinella';

/** Everything a first start shows: the published record, and one invented committee from source to data point. */
export async function loadDemonstrationData(dataSource: DataSource, now: Date): Promise<Founded> {
  const record = publishedRecord();
  await loadPublishedCommittees(dataSource, record, now);
  return loadStrathfinella(dataSource, record, { now });
}
