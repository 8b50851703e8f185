import type { DataSource } from 'typeorm';
import type { Founded } from '../src/store/founding';
import { loadNeighbours } from './neighbours';
import { loadPublishedCommittees } from './publishedCommittees';
import { publishedRecord } from './publishedRecord';
import { loadStrathfinella } from './strathfinella/strathfinella';

/** Everything a first start shows: the published record, one invented committee from source to data point, and two that took up its idea. */
export async function loadDemonstrationData(dataSource: DataSource, now: Date): Promise<Founded> {
  const record = publishedRecord();
  await loadPublishedCommittees(dataSource, record, now);
  const founded = await loadStrathfinella(dataSource, record, { now });
  await loadNeighbours(dataSource, now);
  return founded;
}
