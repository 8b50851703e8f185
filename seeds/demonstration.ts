import type { DataSource } from 'typeorm';
import type { Founded } from '../src/store/founding';
import { aheadOfTheClock } from '../src/store/maintenance';
import { loadNeighbours } from './neighbours';
import { loadPublishedCommittees } from './publishedCommittees';
import { publishedRecord } from './publishedRecord';
import { loadStrathfinella } from './strathfinella/strathfinella';

/** When the invented story begins; founded then, the committees can be asked for as they stood at any time since. */
const BEGINNING = '2024-09-02T10:00:00Z';

/** Everything a first start shows: the published record, one invented committee from source to data point, and two that took up its idea. */
export const loadDemonstrationData = (dataSource: DataSource, now: Date): Promise<Founded> =>
  aheadOfTheClock(dataSource, () => loadAll(dataSource, now));

async function loadAll(dataSource: DataSource, now: Date): Promise<Founded> {
  const record = publishedRecord();
  const founding = new Date(Math.min(now.getTime(), Date.parse(BEGINNING)));
  await loadPublishedCommittees(dataSource, record, founding);
  const founded = await loadStrathfinella(dataSource, record, { now: founding });
  await loadNeighbours(dataSource, founding);
  return founded;
}
